import { unreachable } from "../../shared/result.ts";
import type { Rubric, RubricItem } from "../rubrics/rubric.ts";

export type JsonSchema = { readonly [key: string]: unknown };

/** The answers of a pair, by place. */
export const PREFERENCES = ["first", "second", "equal"] as const;

/** Every value that an item may have, without null. */
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

/**
 * The form of a judge's answer, for structured output. Only what providers' strict modes take: every property is required, no
 * others are allowed, and values are enumerated. The reason comes before the value, so that it is given before the judge decides.
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
