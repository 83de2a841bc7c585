import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { ArmKey, CallRecord, Sealed } from "../blinding/seals/sealed.ts";
import type { ArmLabel } from "../randomisation/plan/plan.ts";

export type ThreadMessage = { readonly role: "participant" | "assistant"; readonly text: string };

/** What an arm is adapted with for one participant. Null where it is not adapted in this way. */
export type Fitting = {
	/** Comes after the arm's system prompt, exactly as it stands here. */
	readonly prompt: string | null;
	/** As the server names it: what `{{adapter}}` stands for. */
	readonly adapter: string | null;
	/** The adapter's name in the registry, by which it is looked up again. Absent in old sessions. */
	readonly entry?: string;
	/** Of an arm of people's own adapters: is this the pooled one, for want of theirs? Absent elsewhere, and in old sessions. */
	readonly standsIn?: boolean;
};

/** By arm; arms without a personalisation are not in it. Fixed for the life of a session. */
export type Fittings = Readonly<Record<string, Fitting>>;

/** One reply to ask for. The arm stays sealed up to the provider. */
export type ModelCall = {
	readonly arms: Sealed<ArmKey>;
	readonly label: ArmLabel;
	/** Ends with the participant's message. The system prompt comes from the arm, not from here. */
	readonly thread: readonly ThreadMessage[];
	/** 32 bits, drawn for this candidate: the same call asks with the same seed again. */
	readonly seed: number;
};

export type ModelDelta =
	| { readonly kind: "text"; readonly text: string }
	/** The model sends what is not for the participant, such as its thinking: a sign of life. */
	| { readonly kind: "hidden" }
	/** All text so far was thinking: its closing tag came without an opening one. The reply begins anew. */
	| { readonly kind: "restart" }
	| {
			readonly kind: "end";
			readonly finishReason: string;
			readonly inputTokens: number | null;
			readonly outputTokens: number | null;
	  };

/** What a provider's server sends of one reply. */
export type SourceDelta =
	| { readonly kind: "text"; readonly text: string }
	/** Thinking that is kept apart from the text. */
	| { readonly kind: "hidden"; readonly text: string }
	/** The model that the server says it used. `isForAnybody`: it does not know the user. */
	| { readonly kind: "served"; readonly model: string; readonly isForAnybody: boolean }
	| Extract<ModelDelta, { kind: "end" }>;

/**
 * A model that is ready to be asked. Texts, then one `end`. Nothing is sent before the first `next()`, and every failure, to
 * connect too, is a `ModelFailure` that is thrown from here. Returning early leaves the server.
 */
export type ModelSource = (options: LanguageModelV4CallOptions) => AsyncGenerator<SourceDelta>;

/** What a call came to, as far as the one who read it knows. Who served it, and what it cost, is added, sealed, by `models/`. */
export type CallStats = Omit<
	CallRecord,
	"provider" | "model" | "servedModel" | "adapter" | "adapterStoodIn" | "prompt" | "countedBy" | "cost" | "currency"
>;

export type OpenedModel = {
	/**
	 * Texts, then one `end`. Nothing is asked before the first `next()`, and every failure, to connect too, is a
	 * `ModelFailure` thrown from here, so that `record` exists for a call that never got through. To be read once.
	 */
	readonly deltas: AsyncIterable<ModelDelta>;
	/**
	 * The row of `model_calls`, sealed. Also for a call that was never read, as one that an eviction cut off: `answered` is what
	 * that one is known to have said, by which its tokens are counted.
	 */
	readonly record: (stats: CallStats, answered?: string) => Sealed<CallRecord>;
};

/** The signal stops the call; what is thrown then is of no account. */
export type OpenModel = (call: ModelCall, signal: AbortSignal) => OpenedModel;

export type FailureReason =
	| "rate_limited"
	| "server_error"
	| "refused"
	| "network"
	| "cut"
	| "stalled"
	| "timeout"
	| "malformed";

/** A model that did not answer. Its message is the reason and nothing of the server's, whose text would name the arm. */
export class ModelFailure extends Error {
	readonly reason: FailureReason;
	/** Would the same request have a chance a little later? */
	readonly retryable: boolean;
	/** As the server asked for, null where it did not. */
	readonly retryAfterMs: number | null;

	constructor(reason: FailureReason, retryable: boolean, retryAfterMs: number | null = null) {
		super(reason);
		this.name = "ModelFailure";
		this.reason = reason;
		this.retryable = retryable;
		this.retryAfterMs = retryAfterMs;
	}
}
