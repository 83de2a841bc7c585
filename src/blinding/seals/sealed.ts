import type { Cipher } from "../../crypto/cipher.ts";
import { toBase64 } from "../../shared/base64.ts";

declare const contents: unique symbol;

/**
 * A value that may be carried, stored and passed on, but not read: which arm a label stands for, what a model's call cost,
 * who served it. It is text at run time, so that it survives a log of events and a call between objects, and no string to the
 * compiler, so that it fits into no field that takes one. `blinding/seals/unseal.ts` alone reads it, and a check in the test run
 * allows that file to `models/` and to unblinding only.
 */
export type Sealed<T> = { readonly [contents]: T };

/** Encrypted under the Worker's secret by `cipher`. Without one it is base 64, as in logs from before: that hides, and does not protect. */
export function seal<T>(value: T, cipher?: Cipher): Sealed<T> {
	const bytes = new TextEncoder().encode(JSON.stringify(value));
	return (cipher ? cipher.seal(bytes) : toBase64(bytes)) as unknown as Sealed<T>;
}

/** Which arm each neutral label stands for, by the label's text. */
export type ArmKey = Readonly<Record<string, string>>;

/** One call of a language model, failed ones too. Once it is open it is a row of `model_calls`. Tokens are null where nobody counted them. */
export type CallRecord = {
	readonly slot: string;
	/** 1-based, over all tries at this reply. */
	readonly attempt: number;
	readonly provider: string;
	/** As it was asked for. */
	readonly model: string;
	/** As the server says that it answered, null where it does not say. */
	readonly servedModel: string | null;
	/** The served name that `{{adapter}}` stood for, null where the arm has none. Old logs do not have it. */
	readonly adapter?: string | null;
	/** Of an arm of people's own adapters: was it the pooled one, or the server's generic user? Null elsewhere, and in old logs. */
	readonly adapterStoodIn?: boolean | null;
	readonly inputTokens: number | null;
	readonly outputTokens: number | null;
	/** `estimate` where the server did not say; null where no text came, and in logs from before it was noted. */
	readonly countedBy?: "server" | "estimate" | null;
	/** By the price that the protocol gives the model. */
	readonly cost?: number | null;
	readonly currency?: string | null;
	readonly startedAtMs: number;
	/** From the start of the call; null where no text came. */
	readonly firstFrameMs: number | null;
	readonly lastFrameMs: number | null;
	readonly finishReason: string;
	readonly failure: string | null;
	/** The system prompt as it was sent, null where there was none. Old logs do not have it. */
	readonly prompt?: string | null;
	/** The reply, where it was discarded because the model named itself in it. Old logs do not have it. */
	readonly discardedText?: string;
	/** The model's reasoning, where it was hidden from the participant. Bounded by the reader of the stream. */
	readonly hiddenText?: string;
};
