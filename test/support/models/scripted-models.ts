import { type CallRecord, type Sealed, seal } from "../../../src/blinding/seals/sealed.ts";
import { unseal } from "../../../src/blinding/seals/unseal.ts";
import {
	type CallStats,
	type ModelCall,
	type ModelDelta,
	ModelFailure,
	type StartCall,
} from "../../../src/models/model-types.ts";
import { labelText } from "../../../src/randomisation/plan/label-text.ts";
import type { Wait } from "../../../src/replies/wait.ts";

/** What a model does in one call: writes a text, waits, thinks, fails or ends. */
export type Act =
	| { readonly say: string }
	| { readonly afterMs: number }
	| ModelFailure
	| "think"
	/** All text so far was reasoning. */
	| "restart"
	| "end"
	| "hang";

export const limited = (retryAfterMs: number | null = null) => new ModelFailure("rate_limited", true, retryAfterMs);
export const broken = () => new ModelFailure("server_error", true);
export const refused = () => new ModelFailure("refused", false);

/**
 * Scripts by label, one for each call. A call without a script is an error of the test. The record of a call keeps the text that
 * it replied to as its prompt.
 */
export class ScriptedModels {
	readonly calls: ModelCall[] = [];
	readonly aborted: string[] = [];
	readonly #scripts: Readonly<Record<string, readonly (readonly Act[])[]>>;
	readonly #wait: Wait;
	readonly #read = new Map<string, number>();

	constructor(wait: Wait, scripts: Readonly<Record<string, readonly (readonly Act[])[]>>) {
		this.#wait = wait;
		this.#scripts = scripts;
	}

	readonly open: StartCall = (call, signal) => ({
		deltas: this.#play(call, signal),
		record: (stats: CallStats, answered?: string) => {
			const record = { ...stats, provider: "scripted", model: labelText(call.label), servedModel: null };
			return seal<CallRecord>(answered === undefined ? record : { ...record, prompt: answered });
		},
	});

	async *#play(call: ModelCall, signal: AbortSignal): AsyncGenerator<ModelDelta> {
		this.calls.push(call);
		const label = labelText(call.label);
		const turn = this.#read.get(label) ?? 0;
		this.#read.set(label, turn + 1);
		signal.addEventListener("abort", () => this.aborted.push(label));
		const script = this.#scripts[label]?.[turn];
		if (script === undefined) throw new Error(`no script for call ${turn + 1} of ${label}`);
		for (const act of script) {
			if (act instanceof ModelFailure) throw act;
			if (act === "hang") await new Promise(() => {});
			else if (act === "end") yield { kind: "end", finishReason: "stop", inputTokens: 10, outputTokens: 5 };
			else if (act === "think") yield { kind: "hidden" };
			else if (act === "restart") yield { kind: "restart" };
			else if ("say" in act) yield { kind: "text", text: act.say };
			else await this.#wait(act.afterMs, signal);
		}
	}
}

/** Only tests may read this. */
export const unsealedCalls = (calls: readonly Sealed<CallRecord>[]): CallRecord[] => calls.map((call) => unseal(call));
