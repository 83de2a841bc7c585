import type { Model, Protocol } from "../schema/schema.ts";
import { itemsAsked } from "../steps/steps.ts";
import { type Warning, warningIf } from "./warning.ts";

export const conversationWarnings = (protocol: Protocol): Warning[] => [
	...identicalSamples(protocol),
	...nothingMeasured(protocol),
];

/** Why a model gives the same reply twice. Null if it need not. */
function repeatsItself(model: Model | undefined): string | null {
	if (!model || model.provider === "rehearsal") return null;
	if (model.temperature === 0) return "has temperature 0";
	return model.seed === undefined ? null : "has a fixed seed";
}

function identicalSamples({ conversations, arms, models }: Protocol): Warning[] {
	const [repeating] = arms.flatMap(({ model }) => {
		const why = repeatsItself(models[model]);
		return why === null ? [] : [{ model, why }];
	});
	if (!repeating) return [];
	return conversations.flatMap(({ layout, laterCandidates, turns }, index) =>
		warningIf(
			layout === "best-of" && laterCandidates > 1 && turns.max > 1,
			"identical_samples",
			["conversations", index, "laterCandidates"],
			`From the second turn on participants choose between ${laterCandidates} replies of one model, and "${repeating.model}" ${repeating.why}: its replies would be the same. Change that, or set \`laterCandidates\` to 1.`,
		),
	);
}

/** A best-of records choices. Everything else is measured by forms after a conversation. */
function nothingMeasured(protocol: Protocol): Warning[] {
	const chosen = protocol.conversations.some(({ layout }) => layout === "best-of");
	const asked = itemsAsked(protocol).some(
		({ item, beforeRandomisation }) => !beforeRandomisation && item.kind !== "info",
	);
	return warningIf(
		!chosen && !asked,
		"nothing_measured",
		["conversations"],
		"Nothing is asked during or after the conversations, so only the transcripts can show how the arms differ. Add a form to `after`, or to the flow after `conversations`.",
	);
}
