import { unreachable } from "../../shared/result.ts";
import type { Rubric, RubricItem } from "../rubrics/rubric.ts";

export type JsonSchema = { readonly [key: string]: unknown };

/** The answers for a pair: which reply is preferred. */
export const PREFERENCES = ["first", "second", "equal"] as const;

/** All values that an item may have, except null. */
export function valuesOf({ scale }: RubricItem): readonly (number | string)[] {
	switch (scale.kind) {
		case "integer":
			return Array.from({ length: scale.max - scale.min + 1 }, (_, step) => scale.min + step);
		case "choice":
			return scale.options.map(({ id }) => id);
		case "preference":
			return PREFERENCES;
		default:
			return unreachable(scale);
	}
}

/** The meaning of an item's values, shown to people who judge. */
export const meaningsOf = ({ scale }: RubricItem): Readonly<Record<string, string>> =>
	scale.kind === "integer"
		? scale.anchors
		: scale.kind === "choice"
			? Object.fromEntries(scale.options.map(({ id, means }) => [id, means]))
			: {};

/**
 * The JSON schema of a judge's answer, for structured output. Uses only what providers' strict modes support: all properties
 * required, no others allowed, values enumerated. The reason precedes the value, so that the judge writes it before deciding.
 */
export const answerSchema = ({ items }: Rubric): JsonSchema =>
	objectOf(
		items.map((item) => [
			item.id,
			objectOf([
				["reason", { type: "string", description: "One short sentence that names the evidence in the text." }],
				["value", valueSchema(item)],
			]),
		]),
	);

function valueSchema(item: RubricItem): JsonSchema {
	const type = item.scale.kind === "integer" ? "integer" : "string";
	return item.notApplicable === undefined
		? { type, enum: valuesOf(item) }
		: { type: [type, "null"], enum: [...valuesOf(item), null] };
}

const objectOf = (properties: readonly (readonly [string, JsonSchema])[]): JsonSchema => ({
	type: "object",
	properties: Object.fromEntries(properties),
	required: properties.map(([name]) => name),
	additionalProperties: false,
});
