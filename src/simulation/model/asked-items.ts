import type { ItemView } from "../../session/view/view-schema.ts";
import type { Json } from "../../shared/json.ts";

/** A structured answer: a JSON object with one field for each item. */
export type Schema = { readonly [key: string]: Json };

/** The items that a model is asked. `info` takes no answer. */
export const answerable = (items: readonly ItemView[]): readonly ItemView[] =>
	items.filter(({ kind }) => kind !== "info");

export function schemaOf(items: readonly ItemView[]): Schema {
	const properties = Object.fromEntries(answerable(items).map((item) => [item.id, propertyOf(item)]));
	return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

function propertyOf(item: ItemView): Schema {
	const options = (item.options ?? []).map(({ value }) => value);
	switch (item.kind) {
		case "vas":
		case "likert":
		case "number": {
			const range = { minimum: item.min ?? 0, maximum: item.max ?? 100 };
			return item.notApplicable || !item.required
				? { type: ["number", "null"], ...range }
				: { type: "number", ...range };
		}
		case "choice":
			return { type: "string", enum: options };
		case "choices":
			return { type: "array", items: { type: "string", enum: options } };
		case "ranking":
			return {
				type: "array",
				items: { type: "string", enum: options },
				minItems: options.length,
				maxItems: options.length,
			};
		case "text":
		case "info":
			return { type: "string" };
	}
}

/** The questions in words, for the prompt. */
export const questionsOf = (items: readonly ItemView[]): string =>
	items.map((item) => `- ${item.kind === "info" ? "" : `"${item.id}": `}${item.label}${hintOf(item)}`).join("\n");

function hintOf(item: ItemView): string {
	const options = (item.options ?? []).map(({ value, label }) => `"${value}" (${label})`).join(", ");
	switch (item.kind) {
		case "vas":
		case "likert":
		case "number": {
			const ends = [item.minLabel, item.maxLabel].some((label) => label !== undefined)
				? `, from “${item.minLabel ?? ""}” to “${item.maxLabel ?? ""}”`
				: "";
			return ` (a number from ${item.min ?? 0} to ${item.max ?? 100}${ends}${item.notApplicable ? "; null if it does not apply" : ""})`;
		}
		case "choice":
			return ` (one of ${options})`;
		case "choices":
			return ` (a list of some of ${options})`;
		case "ranking":
			return ` (a list of all of ${options}, the best first)`;
		case "text":
			return ` (a text${item.required ? "" : ", may be empty"})`;
		case "info":
			return "";
	}
}

export type ItemFault = {
	readonly item: string;
	readonly kind: "not_parsed" | "out_of_scale";
	readonly detail: string;
};

export type ReadItems = { readonly values: Readonly<Record<string, Json>>; readonly faults: readonly ItemFault[] };

/** Reads a model's reply. Items without a valid value are in `faults`, and have no value: nothing is corrected or made up. */
export function readItems(reply: string, items: readonly ItemView[]): ReadItems {
	const parsed = objectIn(reply);
	const asked = answerable(items);
	if (!parsed)
		return { values: {}, faults: [{ item: "", kind: "not_parsed", detail: "Your answer is not a JSON object." }] };
	const read = asked.map((item) => ({ item, fault: faultOf(item, parsed[item.id]) }));
	const good = read.filter(({ item, fault }) => fault === null && isGiven(item, parsed[item.id]));
	return {
		values: Object.fromEntries(good.map(({ item }) => [item.id, parsed[item.id] as Json])),
		faults: read.flatMap(({ fault }) => fault ?? []),
	};
}

/** An optional item may be left out, or null. */
const isGiven = ({ kind, notApplicable }: ItemView, value: Json | undefined): boolean =>
	value !== undefined && (value !== null || (notApplicable === true && kind !== "text")) && value !== "";

/** The first JSON object in the text: some models write around it, or put it into a code block. */
function objectIn(text: string): Record<string, Json> | null {
	const [from, to] = [text.indexOf("{"), text.lastIndexOf("}")];
	if (from < 0 || to < from) return null;
	try {
		const value: unknown = JSON.parse(text.slice(from, to + 1));
		return typeof value === "object" && value !== null && !Array.isArray(value)
			? (value as Record<string, Json>)
			: null;
	} catch {
		return null;
	}
}

function faultOf(item: ItemView, value: Json | undefined): ItemFault | null {
	const fault = (kind: ItemFault["kind"], detail: string): ItemFault => ({ item: item.id, kind, detail });
	if (value === undefined || value === null || value === "") {
		const mayLack = !item.required || (value === null && item.notApplicable === true);
		return mayLack ? null : fault("not_parsed", `"${item.id}" is missing.`);
	}
	const options = (item.options ?? []).map((option) => option.value);
	const isOption = (one: Json) => typeof one === "string" && options.includes(one);
	switch (item.kind) {
		case "vas":
		case "likert":
		case "number": {
			if (typeof value !== "number") return fault("not_parsed", `"${item.id}" must be a number.`);
			const [min, max] = [item.min ?? Number.NEGATIVE_INFINITY, item.max ?? Number.POSITIVE_INFINITY];
			if (value < min || value > max) return fault("out_of_scale", `"${item.id}" must be from ${min} to ${max}.`);
			return onStep(item, value) ? null : fault("out_of_scale", `"${item.id}" must be a multiple of ${item.step}.`);
		}
		case "choice":
			return isOption(value) ? null : fault("out_of_scale", `"${item.id}" must be one of ${options.join(", ")}.`);
		case "choices": {
			const isList = Array.isArray(value) && value.every(isOption) && new Set(value).size === value.length;
			return isList ? null : fault("out_of_scale", `"${item.id}" must be a list of some of ${options.join(", ")}.`);
		}
		case "ranking": {
			const isOrder = Array.isArray(value) && value.every(isOption) && new Set(value).size === options.length;
			return isOrder && value.length === options.length
				? null
				: fault("out_of_scale", `"${item.id}" must be a list of all of ${options.join(", ")}, each once.`);
		}
		case "text": {
			if (typeof value !== "string") return fault("not_parsed", `"${item.id}" must be a text.`);
			const [least, most] = [item.min ?? 0, item.maxLength ?? Number.POSITIVE_INFINITY];
			const isLong = value.length < least || value.length > most;
			return isLong ? fault("out_of_scale", `"${item.id}" must have ${least} to ${most} characters.`) : null;
		}
		case "info":
			return null;
	}
}

const onStep = ({ step, min = 0 }: ItemView, value: number): boolean =>
	step === undefined || Math.abs((value - min) / step - Math.round((value - min) / step)) < 1e-6;
