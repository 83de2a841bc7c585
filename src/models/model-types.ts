import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { ArmKey, CallRecord, Sealed } from "../blinding/seals/sealed.ts";
import type { ArmLabel } from "../randomisation/plan/plan.ts";

export type ThreadMessage = { readonly role: "participant" | "assistant"; readonly text: string };

/** An arm's personalisation for one participant. A field is null if the arm does not use it. */
export type Fitting = {
	/** Added after the arm's system prompt, unchanged. */
	readonly prompt: string | null;
	/** The adapter's name on the server, which replaces `{{adapter}}`. */
	readonly adapter: string | null;
	/** The adapter's name in the registry, to look it up again. Absent in old sessions. */
	readonly entry?: string;
	/**
	 * For arms of the participants' own adapters: whether the pooled adapter replaces a missing one. Absent in other arms and
	 * in old sessions.
	 */
	readonly standsIn?: boolean;
};

/** By arm, without arms that have no personalisation. Fixed for the life of a session. */
export type Fittings = Readonly<Record<string, Fitting>>;

/** A request for one reply. The arm stays sealed up to the provider. */
export type ModelCall = {
	readonly arms: Sealed<ArmKey>;
	readonly label: ArmLabel;
	/** Ends with the participant's message. The system prompt is not included: it comes from the arm. */
	readonly thread: readonly ThreadMessage[];
	/** 32 bits, drawn for this candidate: a repeated call uses the same seed. */
	readonly seed: number;
};

export type ModelDelta =
	| { readonly kind: "text"; readonly text: string }
	/** The model sends text that is not for the participant, such as its thinking. Shows that the model is still working. */
	| { readonly kind: "hidden" }
	/** All text so far was thinking: its closing tag came without an opening one. The reply starts over. */
	| { readonly kind: "restart" }
	| {
			readonly kind: "end";
			readonly finishReason: string;
			readonly inputTokens: number | null;
			readonly outputTokens: number | null;
	  };

/** What a model server sends for one reply. */
export type SourceDelta =
	| { readonly kind: "text"; readonly text: string }
	/** Thinking that the server sends apart from the text. */
	| { readonly kind: "hidden"; readonly text: string }
	/** The model that the server says it used. `isGenericUser`: the server does not know the user. */
	| { readonly kind: "served"; readonly model: string; readonly isGenericUser: boolean }
	| Extract<ModelDelta, { kind: "end" }>;

/**
 * A model that is ready to be called. Yields texts, then one `end`. Sends nothing before the first `next()`, and throws every
 * failure, including a failed connection, as a `ModelFailure`. Returning early closes the connection.
 */
export type ModelSource = (options: LanguageModelV4CallOptions) => AsyncGenerator<SourceDelta>;

/** The result of a call as far as its reader knows it. `models/` adds the served model and the cost, sealed. */
export type CallStats = Omit<
	CallRecord,
	"provider" | "model" | "servedModel" | "adapter" | "adapterStoodIn" | "prompt" | "countedBy" | "cost" | "currency"
>;

export type StartedCall = {
	/**
	 * Texts, then one `end`. Sends nothing before the first `next()`, and throws every failure as a `ModelFailure`, so that
	 * `record` also exists for a call that never connected. Can be read only once.
	 */
	readonly deltas: AsyncIterable<ModelDelta>;
	/**
	 * The row of `model_calls`, sealed. Also for a call that was not read to its end, for example because of an eviction:
	 * `answered` is then its known text, by which its tokens are counted.
	 */
	readonly record: (stats: CallStats, answered?: string) => Sealed<CallRecord>;
};

/** The signal aborts the call; whatever it throws then is ignored. */
export type StartCall = (call: ModelCall, signal: AbortSignal) => StartedCall;

export type FailureReason =
	| "rate_limited"
	| "server_error"
	| "refused"
	| "network"
	| "cut"
	| "stalled"
	| "timeout"
	| "malformed";

/** A failed model call. Its message is only the reason: the server's text would name the arm. */
export class ModelFailure extends Error {
	readonly reason: FailureReason;
	/** Whether the same request could succeed a little later. */
	readonly retryable: boolean;
	/** The delay that the server asked for; null if it did not. */
	readonly retryAfterMs: number | null;

	constructor(reason: FailureReason, retryable: boolean, retryAfterMs: number | null = null) {
		super(reason);
		this.name = "ModelFailure";
		this.reason = reason;
		this.retryable = retryable;
		this.retryAfterMs = retryAfterMs;
	}
}
