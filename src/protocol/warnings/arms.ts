import { canonicalJson } from "../../shared/json.ts";
import type { Arm, Model, Protocol } from "../schema/schema.ts";
import { cutsOrdinaryReplies, mostCharacters } from "../tokens/reply-length.ts";
import { type Warning, warning, warningIf } from "./warning.ts";

export const armWarnings = (protocol: Protocol): Warning[] => [
	...singleArm(protocol),
	...sameArms(protocol),
	...unusedModels(protocol),
	...mixedRehearsal(protocol),
	...unequalLimits(protocol),
	...cutReplies(protocol),
];

const singleArm = ({ arms }: Protocol): Warning[] =>
	warningIf(arms.length === 1, "single_arm", ["arms"], "There is only one arm, and nothing to compare: add another.");

/** Compares what participants could notice: model, prompt and personalisation. The name of the model does not count. */
function sameArms({ arms, models, system }: Protocol): Warning[] {
	const made = arms.map((arm) =>
		canonicalJson([models[arm.model] ?? null, arm.system ?? system ?? null, arm.personalisation ?? null]),
	);
	return made.flatMap((one, index) => {
		const first = made.indexOf(one);
		const detail = `This arm is the same as "${arms[first]?.id}": same model, prompt and personalisation. Give it what sets it apart, unless you compare an arm with itself on purpose.`;
		return warningIf(first < index, "same_arms", ["arms", index], detail);
	});
}

const unusedModels = ({ arms, models }: Protocol): Warning[] =>
	Object.keys(models)
		.filter((id) => !arms.some(({ model }) => model === id))
		.map((id) =>
			warning("unused_model", ["models", id], "No arm uses this model, so nobody meets it: use it, or take it out."),
		);

/** A rehearsal model in a study with real models. */
function mixedRehearsal({ arms, models }: Protocol): Warning[] {
	const rehearsed = ({ model }: Arm) => models[model]?.provider === "rehearsal";
	if (arms.every(rehearsed)) return [];
	return arms.flatMap((arm, index) =>
		warningIf(
			rehearsed(arm),
			"rehearsal_beside_models",
			["arms", index, "model"],
			"This arm answers with rehearsed sentences, while others have real models: give it a real one.",
		),
	);
}

const limitOf = (model: Model | undefined): number | null =>
	model && model.provider !== "rehearsal" ? model.maxOutputTokens : null;

/** A difference in length that participants can see, and that nobody studies. */
function unequalLimits({ arms, models }: Protocol): Warning[] {
	const used = [...new Set(arms.map(({ model }) => model))];
	const most = Math.max(0, ...used.map((id) => limitOf(models[id]) ?? 0));
	return used.flatMap((id) => {
		const limit = limitOf(models[id]);
		return warningIf(
			limit !== null && limit < most,
			"unequal_reply_limits",
			["models", id, "maxOutputTokens"],
			`Replies of this model end at ${limit} tokens, those of another at ${most}: their length can tell the arms apart. Give all models the same limit, unless it is what you compare.`,
		);
	});
}

/** Replies are cut if the pace could not show them in a reasonable part of the session, or if their row would be too long. */
const cutReplies = (protocol: Protocol): Warning[] =>
	Object.entries(protocol.models).flatMap(([id, model]) =>
		warningIf(
			cutsOrdinaryReplies(protocol, model),
			"replies_cut_short",
			["models", id, "maxOutputTokens"],
			`Replies end at ${mostCharacters(protocol, model)} characters here, which is less than so many tokens: ask for fewer tokens, show replies at a higher pace, or give sessions more time.`,
		),
	);
