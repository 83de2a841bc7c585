import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Rows, bytes and SHA-256 of a file, counted while it is written. */
export class FileTally {
	readonly #hash = sha256.create();
	#rows = 0;
	#bytes = 0;

	add(chunk: Uint8Array, rows = 0): void {
		this.#hash.update(chunk);
		this.#bytes += chunk.length;
		this.#rows += rows;
	}

	/** Ends the count. */
	result() {
		return { rows: this.#rows, bytes: this.#bytes, hash: `sha256:${bytesToHex(this.#hash.digest())}` };
	}
}
