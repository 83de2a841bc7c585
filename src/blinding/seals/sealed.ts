import type { Cipher } from "../../crypto/cipher.ts";
import { toBase64 } from "../../shared/base64.ts";

declare const contents: unique symbol;

/**
 * There are two kinds of seal. This one is for values in objects: `Sealed<T>`, encrypted with the Worker's secret, which the
 * Worker unseals again to call a model. The other is for rows of D1: a JWE to the study's public key (`seal-keys.ts`), whose
 * private half the allocator gives only to unblinding. `sealed-reply.ts` is the content of such a row, `sealed-reply-rows.ts`
 * makes the rows, and `sealed-size.ts` their length.
 *
 * A value that may be stored and passed on, but not read: the arm of a label, the cost of a model's call, the server. It
 * is text at run time, so that it can be in a log and in calls between objects. For the compiler it is no string, so it
 * fits into no field that takes one. Only `blinding/seals/unseal.ts` reads it, and a test allows that file only to
 * `models/` and `blinding/`.
 */
export type Sealed<T> = { readonly [contents]: T };

/** Encrypts a value with the Worker's secret in `cipher`. Without a cipher it is base64, as in old logs: hidden, but not protected. */
export function seal<T>(value: T, cipher?: Cipher): Sealed<T> {
	const bytes = new TextEncoder().encode(JSON.stringify(value));
	return (cipher ? cipher.seal(bytes) : toBase64(bytes)) as unknown as Sealed<T>;
}

/** The arm of each label, by the label's text. */
export type ArmKey = Readonly<Record<string, string>>;

/** One call of a language model, also a failed one. Unsealed, it is a row of `model_calls`. Tokens are null if nobody counted them. */
export type CallRecord = {
	readonly slot: string;
	/** 1-based, over all rounds of this reply. */
	readonly attempt: number;
	readonly provider: string;
	/** The requested model. */
	readonly model: string;
	/** The model that the server reports, or null. */
	readonly servedModel: string | null;
	/** The served name for `{{adapter}}`. Null if the arm has none. Missing in old logs. */
	readonly adapter?: string | null;
	/**
	 * For arms with participants' own adapters: whether the pooled adapter or the server's generic user stood in. Null for
	 * other arms and in old logs.
	 */
	readonly adapterStoodIn?: boolean | null;
	readonly inputTokens: number | null;
	readonly outputTokens: number | null;
	/** `estimate` if the server reported no tokens. Null if no text came, and in old logs. */
	readonly countedBy?: "server" | "estimate" | null;
	/** From the protocol's price of the model. */
	readonly cost?: number | null;
	readonly currency?: string | null;
	readonly startedAtMs: number;
	/** From the start of the call. Null if no text came. */
	readonly firstFrameMs: number | null;
	readonly lastFrameMs: number | null;
	readonly finishReason: string;
	readonly failure: string | null;
	/** The system prompt that was sent, or null. Missing in old logs. */
	readonly prompt?: string | null;
	/** The reply, if it was discarded because the model named itself. Missing in old logs. */
	readonly discardedText?: string;
	/** The model's reasoning, if it was hidden from the participant. The reader of the stream limits its length. */
	readonly hiddenText?: string;
};
