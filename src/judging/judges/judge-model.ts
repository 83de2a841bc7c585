import type { Model } from "../../protocol/schema/schema.ts";
import type { Rubric } from "../rubrics/rubric.ts";
import { judgeRequest } from "./prompt.ts";

/** The model as it judges: at temperature 0, with room for the rubric's answer. A model that reasons may need the more that its declaration gives it. */
export function asJudge(model: Model, rubric: Rubric): Model {
	if (model.provider === "rehearsal") return model;
	const { temperature, maxOutputTokens } = judgeRequest(rubric, { kind: "opening", text: "" });
	return { ...model, temperature, maxOutputTokens: Math.max(model.maxOutputTokens, maxOutputTokens) };
}

/** Everything that affects the answers of a judge. A price does not, so that a new one makes no new judgement. */
export function judgeSettings(model: Model): Readonly<Record<string, unknown>> {
	if (model.provider === "rehearsal") return model;
	const { price: _, ...settings } = model;
	return settings;
}

export const priceOf = (model: Model) => (model.provider === "rehearsal" ? undefined : model.price);
