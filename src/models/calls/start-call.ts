import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { type Sealed, seal } from "../../blinding/seals/sealed.ts";
import { servedName } from "../../blinding/seals/sealed-size.ts";
import { unseal } from "../../blinding/seals/unseal.ts";
import type { Cipher } from "../../crypto/cipher.ts";
import type { Arm, Model, Protocol } from "../../protocol/schema/schema.ts";
import { mostCharacters } from "../../protocol/tokens/reply-length.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import type { ReportCall } from "../health/reporter.ts";
import type { ThinkingModels } from "../health/thinking-models.ts";
import {
	type Fitting,
	type Fittings,
	type ModelCall,
	type ModelDelta,
	ModelFailure,
	type StartCall,
} from "../model-types.ts";
import { type ProviderOptions, requestOf, sourceOf } from "../providers/model-source.ts";
import { ReplyText } from "../text/reply-text.ts";
import { accountOf } from "./call-usage.ts";
import { fittingOf, NO_PERSONALISATION, systemOf, withAdapter } from "./fitting.ts";
import { type ReplyDelta, reasoningOf, replyOf } from "./reply-deltas.ts";

export type ModelsOptions = ProviderOptions & {
	readonly protocol: Protocol;
	/** The participant's fittings; null if the study has no personalisation. */
	readonly fittings?: Sealed<Fittings> | null;
	/** Unseals arms and fittings, and seals call records. */
	readonly cipher?: Cipher;
	/** Called after each call has ended. */
	readonly report?: ReportCall;
	/** Models that close thinking tags which they did not open. */
	readonly thinking?: ThinkingModels;
};

/** What one call has received, for its record. */
type ReceivedText = { servedModel: string | null; isGenericUser: boolean; answered: string; hidden: string };

/** Unseals the arms, finds the arm's model, and builds its request from the protocol and the participant's fittings alone. */
export function startCallOf(options: ModelsOptions): StartCall {
	const fittings = options.fittings ? unseal(options.fittings, options.cipher) : null;
	return (call, signal) => {
		const arm = armOf(options, call);
		const fitting = fittingOf(arm, fittings);
		const planned = modelOf(options.protocol, arm);
		const model = withAdapter(planned, fitting ?? NO_PERSONALISATION);
		const system = systemOf(options.protocol, arm, fitting ?? NO_PERSONALISATION);
		const requested = {
			provider: model.provider,
			model: model.provider === "rehearsal" ? model.character : model.model,
		};
		const sentText = [system ?? "", ...call.thread.map(({ text }) => text)].join("\n");
		const received: ReceivedText = { servedModel: null, isGenericUser: false, answered: "", hidden: "" };
		return {
			deltas: fitting
				? deltasOf(options, { planned, model }, requestOf(model, { ...call, system }, signal), received)
				: refused(),
			record: (stats, answered = received.hidden + received.answered) => {
				const account = accountOf(model, stats, { asked: sentText, answered });
				if (fitting) options.report?.(model, stats.failure, call.seed);
				const servedModel = received.servedModel === null ? null : servedName(received.servedModel, requested.model);
				const served = { servedModel, adapter: fitting?.adapter ?? null, adapterStoodIn: stoodIn(fitting, received) };
				const hidden = received.hidden === "" ? {} : { hiddenText: received.hidden };
				const record = { ...stats, ...account, ...requested, ...served, ...hidden, prompt: system ?? null };
				return seal(record, options.cipher);
			},
		};
	};
}

type ArmKeyAccess = Pick<ModelsOptions, "protocol" | "cipher">;

export function armOf({ protocol, cipher }: ArmKeyAccess, call: Pick<ModelCall, "arms" | "label">): Arm {
	const id = unseal(call.arms, cipher)[labelText(call.label)];
	const arm = protocol.arms.find((each) => each.id === id);
	if (!arm) throw new Error("the label belongs to no arm of this protocol");
	return arm;
}

export function modelOf(protocol: Protocol, arm: Arm): Model {
	const model = protocol.models[arm.model];
	if (!model) throw new Error("the arm's model is not in the protocol");
	return model;
}

/** The interval of frames without a pace (`REPLY_LIMITS`): what is read more often would only wait for its frame. */
export const READ_MS = 250;

async function* deltasOf(
	options: ModelsOptions,
	{ planned, model }: { readonly planned: Model; readonly model: Model },
	request: LanguageModelV4CallOptions,
	received: ReceivedText,
): AsyncGenerator<ModelDelta> {
	const text = new ReplyText({
		reasoning: reasoningOf(model),
		mostCharacters: mostCharacters(options.protocol, model),
		startsThinking: options.thinking?.has(planned) ?? false,
	});
	const fromMs = Date.now();
	// People wait for the first text. Later text is read at fixed times, the same for all candidates, so that one frame has it all.
	const restMs = () => (received.answered === "" ? 0 : READ_MS - ((Date.now() - fromMs) % READ_MS));
	for await (const delta of replyOf(sourceOf({ ...options, restMs }, model, Date.now)(request), text)) {
		note(delta, received);
		if (delta.kind === "restart" || delta.kind === "end") options.thinking?.note(planned, text.met);
		if (delta.kind === "hidden") yield { kind: "hidden" };
		else if (delta.kind !== "served") yield delta;
	}
}

/** Null except for arms of the participants' own adapters: only those promise an own adapter. */
function stoodIn(fitting: Fitting | null, { isGenericUser }: ReceivedText): boolean | null {
	if (fitting?.standsIn === undefined) return null;
	return fitting.standsIn || isGenericUser;
}

/** Hidden text that is kept with a call, in characters: enough to see what was hidden. */
const MAX_HIDDEN = 4000;

function note(delta: ReplyDelta, received: ReceivedText): void {
	if (delta.kind === "served") {
		received.servedModel = delta.model;
		received.isGenericUser = delta.isGenericUser;
	}
	if (delta.kind === "text") received.answered += delta.text;
	if (delta.kind === "hidden") received.hidden = (received.hidden + delta.text).slice(0, MAX_HIDDEN);
	if (delta.kind === "restart") {
		received.hidden = (received.hidden + received.answered).slice(0, MAX_HIDDEN);
		received.answered = "";
	}
}

/** Admission turns away participants without the fittings they need. This is for a session whose fittings were lost. */
// biome-ignore lint/correctness/useYield: like every failure, this one is thrown when the call is read.
async function* refused(): AsyncGenerator<ModelDelta> {
	throw new ModelFailure("refused", false);
}
