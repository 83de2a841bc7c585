import { findLinkKey, type LinkSigner, openLinkKey, sealLinkKey } from "../../access/keys/link-keys.ts";
import { signatureOf } from "../../crypto/signed-query.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { answerOr } from "../../http/answer-or.ts";
import type { SessionFacts } from "../domain/session-facts.ts";
import type { SignReturn } from "../view/for-tools/return-address.ts";
import type { Meta } from "./storage.ts";

/** A replaced key signs nothing after this time. */
const FRESH_MS = 60_000;
/** If D1 does not answer, the participant does not wait for it: the last known key signs. */
const TIMEOUT_MS = 2_000;
/** The pause after a failure. Otherwise each of the participant's requests would wait for D1. */
const ASK_AGAIN_MS = 10_000;

/**
 * The key of the session's source, which signs the return to it. Views are made without waiting, so it is read before. The last
 * known key is kept with the session, encrypted, because D1 may be down when the participant finishes.
 */
export class ReturnKey {
	readonly #env: Env;
	readonly #meta: Meta;
	#readAtMs = Number.NEGATIVE_INFINITY;
	#failedAtMs = Number.NEGATIVE_INFINITY;

	constructor(env: Env, meta: Meta) {
		this.#env = env;
		this.#meta = meta;
	}

	/** Reads the present key. Sessions without a return address need none. */
	async refresh({ studyId, source, returnUrl }: SessionFacts, nowMs: number): Promise<void> {
		if (returnUrl === null || nowMs - this.#readAtMs < FRESH_MS) return;
		if (nowMs - this.#failedAtMs < ASK_AGAIN_MS) return;
		const signer = { studyId, source };
		// Undefined if D1 does not answer.
		const key = findLinkKey(database(this.#env.DB), this.#env, signer);
		const found = await answerOr<string | null | undefined>(key, undefined, TIMEOUT_MS);
		if (found === undefined) {
			this.#failedAtMs = nowMs;
			return;
		}
		this.#readAtMs = nowMs;
		if (found === this.#known(signer)) return;
		if (found === null) this.#meta.remove("returnKey");
		else this.#meta.set("returnKey", sealLinkKey(this.#env, signer, found));
	}

	/** The participant's id is signed too, so that nobody can return with another person's result. It is not in the address. */
	signerOf({ studyId, source, externalId }: SessionFacts, prefix: string): SignReturn {
		return (parameters) => {
			const key = this.#known({ studyId, source });
			return key === null ? null : signatureOf(key, [...parameters, [`${prefix}_participant`, externalId]]);
		};
	}

	#known(signer: LinkSigner): string | null {
		const stored = this.#meta.get("returnKey");
		if (stored === null) return null;
		try {
			return openLinkKey(this.#env, signer, stored);
		} catch {
			// Sealed under a secret that is not bound any more. The participant still finds the way back.
			return null;
		}
	}
}
