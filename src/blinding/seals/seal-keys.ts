import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK } from "jose";

const KEY_AGREEMENT = "ECDH-ES";
const ENCRYPTION = "A256GCM";
/**
 * Bytes. A JWE of this kind is as long as its plaintext, so every row is padded. Otherwise its length would show how much
 * an arm's prompt contained.
 */
const BLOCK = 1024;
const BLANK = 0x20;

export type SealKeys = { readonly publicJwk: JsonWebKey; readonly privateJwk: JsonWebKey };

/** A new pair for one study. Everybody with the public half can seal; only unblinding reads the private half. */
export async function createSealKeys(): Promise<SealKeys> {
	const { publicKey, privateKey } = await generateKeyPair(KEY_AGREEMENT, { crv: "P-256", extractable: true });
	const [publicJwk, privateJwk] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
	return { publicJwk: publicJwk as JsonWebKey, privateJwk: privateJwk as JsonWebKey };
}

/**
 * A JSON value as a compact JWE (RFC 7516: ECDH-ES on P-256, A256GCM), padded with blanks to a multiple of `block` bytes.
 * Choose a block that fits the largest value of its kind, because a second block would be a visible difference.
 */
export async function sealRow(publicJwk: JsonWebKey, value: unknown, block = BLOCK): Promise<string> {
	const text = new TextEncoder().encode(JSON.stringify(value));
	const padded = new Uint8Array(Math.ceil(text.length / block) * block).fill(BLANK);
	padded.set(text);
	const key = await importJWK({ ...publicJwk, kty: "EC" }, KEY_AGREEMENT);
	return new CompactEncrypt(padded).setProtectedHeader({ alg: KEY_AGREEMENT, enc: ENCRYPTION }).encrypt(key);
}

export type UnsealRow = (jwe: string) => Promise<unknown>;

/** Unseals many rows with one import of the key. Throws if the key does not fit the row or the row was changed. */
export async function rowUnsealer(privateJwk: JsonWebKey): Promise<UnsealRow> {
	const key = await importJWK({ ...privateJwk, kty: "EC" }, KEY_AGREEMENT);
	const options = { keyManagementAlgorithms: [KEY_AGREEMENT], contentEncryptionAlgorithms: [ENCRYPTION] };
	return async (jwe) => {
		const { plaintext } = await compactDecrypt(jwe, key, options);
		return JSON.parse(new TextDecoder().decode(plaintext));
	};
}

/** Throws like `rowUnsealer`. */
export const unsealRow = async (privateJwk: JsonWebKey, jwe: string): Promise<unknown> =>
	(await rowUnsealer(privateJwk))(jwe);
