import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { servedName } from "../../blinding/seals/block-size.ts";
import { type Sealed, seal } from "../../blinding/seals/sealed.ts";
import { unseal } from "../../blinding/seals/unseal.ts";
import type { Cipher } from "../../crypto/cipher.ts";
import type { Arm, Model, Protocol } from "../../protocol/schema/schema.ts";
import { mostCharacters } from "../../protocol/tokens/reply-length.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import type { ReportCall } from "../health/reporter.ts";
import type { ThinkingModels } from "../health/thinking-models.ts";
import { type Fitting, type Fittings, type ModelCall, type ModelDelta, ModelFailure, type OpenModel } from "../port.ts";
import { type ProviderOptions, requestOf, sourceOf } from "../providers/model-source.ts";
import { ReplyText } from "../text/reply-text.ts";
import { accountOf } from "./call-usage.ts";
import { fittingOf, PLAIN, systemOf, withAdapter } from "./fitting.ts";
import { type ReplyDelta, reasoningOf, replyOf } from "./reply-deltas.ts";

export type ModelsOptions = ProviderOptions & {
	readonly protocol: Protocol;
	/** What the arms are adapted with for this participant; null where the study adapts nothing. */
	readonly fittings?: Sealed<Fittings> | null;
	/** Opens arms and fittings, and seals the records of calls. */
	readonly cipher?: Cipher;
	/** Told of every call that ended. */
	readonly report?: ReportCall;
	/** Models that close thoughts which they do not open. */
	readonly thinking?: ThinkingModels;
};

/** What one call has received, for its account. */
type ReceivedText = { servedModel: string | null; isForAnybody: boolean; answered: string; hidden: string };

/** Opens the seals, finds the arm's model and builds its request from the protocol and the participant's fittings alone. */
export function createModels(options: ModelsOptions): OpenModel {
	const fittings = options.fittings ? unseal(options.fittings, options.cipher) : null;
	return (call, signal) => {
		const arm = armOf(options, call);
		const fitting = fittingOf(arm, fittings);
		const planned = modelOf(options.protocol, arm);
		const model = withAdapter(planned, fitting ?? PLAIN);
		const system = systemOf(options.protocol, arm, fitting ?? PLAIN);
		const asked = { provider: model.provider, model: model.provider === "rehearsal" ? model.character : model.model };
		const sent = [system ?? "", ...call.thread.map(({ text }) => text)].join("\n");
		const heard: ReceivedText = { servedModel: null, isForAnybody: false, answered: "", hidden: "" };
		return {
			deltas: fitting
				? deltasOf(options, { planned, model }, requestOf(model, { ...call, system }, signal), heard)
				: refused(),
			record: (stats, answered = heard.hidden + heard.answered) => {
				const account = accountOf(model, stats, { asked: sent, answered });
				if (fitting) options.report?.(model, stats.failure, call.seed);
				const servedModel = heard.servedModel === null ? null : servedName(heard.servedModel, asked.model);
				const served = { servedModel, adapter: fitting?.adapter ?? null, adapterStoodIn: stoodIn(fitting, heard) };
				const hidden = heard.hidden === "" ? {} : { hiddenText: heard.hidden };
				const record = { ...stats, ...account, ...asked, ...served, ...hidden, prompt: system ?? null };
				return seal(record, options.cipher);
			},
		};
	};
}

type ArmKeyAccess = Pick<ModelsOptions, "protocol" | "cipher">;

export function armOf({ protocol, cipher }: ArmKeyAccess, call: Pick<ModelCall, "arms" | "label">): Arm {
	const id = unseal(call.arms, cipher)[labelText(call.label)];
	const arm = protocol.arms.find((each) => each.id === id);
	if (!arm) throw new Error("a label that stands for no arm of this protocol");
	return arm;
}

export function modelOf(protocol: Protocol, arm: Arm): Model {
	const model = protocol.models[arm.model];
	if (!model) throw new Error("an arm whose model the protocol does not have");
	return model;
}

async function* deltasOf(
	options: ModelsOptions,
	{ planned, model }: { readonly planned: Model; readonly model: Model },
	request: LanguageModelV4CallOptions,
	heard: ReceivedText,
): AsyncGenerator<ModelDelta> {
	const text = new ReplyText({
		reasoning: reasoningOf(model),
		mostCharacters: mostCharacters(options.protocol, model),
		startsThinking: options.thinking?.has(planned) ?? false,
	});
	for await (const delta of replyOf(sourceOf(options, model, Date.now)(request), text)) {
		note(delta, heard);
		if (delta.kind === "restart" || delta.kind === "end") options.thinking?.note(planned, text.met);
		if (delta.kind === "hidden") yield { kind: "hidden" };
		else if (delta.kind !== "served") yield delta;
	}
}

/** Only an arm of people's own adapters promises its participant an adapter of their own. */
function stoodIn(fitting: Fitting | null, { isForAnybody }: ReceivedText): boolean | null {
	if (fitting?.standsIn === undefined) return null;
	return fitting.standsIn || isForAnybody;
}

/** As much of hidden text is kept with a call as somebody reads who wonders what was hidden. */
const MOST_HIDDEN = 4000;

function note(delta: ReplyDelta, heard: ReceivedText): void {
	if (delta.kind === "served") {
		heard.servedModel = delta.model;
		heard.isForAnybody = delta.isForAnybody;
	}
	if (delta.kind === "text") heard.answered += delta.text;
	if (delta.kind === "hidden") heard.hidden = (heard.hidden + delta.text).slice(0, MOST_HIDDEN);
	if (delta.kind === "restart") {
		heard.hidden = (heard.hidden + heard.answered).slice(0, MOST_HIDDEN);
		heard.answered = "";
	}
}

/** Admission has turned away whoever an arm could not be adapted to: this is for a session whose fittings were lost. */
// biome-ignore lint/correctness/useYield: a failure comes from the reading of a call, as every failure does.
async function* refused(): AsyncGenerator<ModelDelta> {
	throw new ModelFailure("refused", false);
}
