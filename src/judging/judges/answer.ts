import { err, ok, type Result } from "../../shared/result.ts";
import type { Rubric, RubricItem } from "../rubrics/rubric.ts";
import { valuesOf } from "./answer-schema.ts";

/** The value is null if the judge says that the item does not apply. */
export type JudgedItem = { readonly value: number | string | null; readonly reason: string };

export type JudgedItems = Readonly<Record<string, JudgedItem>>;

/** Longer reasons are cut: they are only for readers, and a model may not stop. */
const LONGEST_REASON = 500;

/**
 * The values in a judge's answer. If one item has a fault, the whole answer is rejected with a text for the judge to correct
 * it. Values are never guessed: `"7"`, 7.5 and 11 of 10 are faults.
 */
export function parseAnswer(rubric: Rubric, answer: string): Result<JudgedItems, string> {
	const document = jsonIn(answer);
	if (document === undefined) return err("It is not one JSON object.");
	const items: [string, JudgedItem][] = [];
	for (const item of rubric.items) {
		const found = itemIn(document, item);
		if (!found.ok) return found;
		items.push([item.id, found.value]);
	}
	return ok(Object.fromEntries(items));
}

const FENCED = /^```(?:json)?\s*\n([\s\S]*?)\n?\s*```$/i;

/** The answer must be one object, alone or in a code fence. */
function jsonIn(answer: string): Readonly<Record<string, unknown>> | undefined {
	const text = answer.trim();
	try {
		const value: unknown = JSON.parse(FENCED.exec(text)?.[1] ?? text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

function itemIn(document: Readonly<Record<string, unknown>>, item: RubricItem): Result<JudgedItem, string> {
	const given = Object.hasOwn(document, item.id) ? document[item.id] : undefined;
	if (given === undefined) return err(`The key "${item.id}" is missing.`);
	if (!isObject(given) || !Object.hasOwn(given, "value"))
		return err(`"${item.id}" has to be an object with "reason" and "value".`);
	const { value, reason } = given;
	if (!isValue(value, item)) return err(`The value of "${item.id}" has to be ${allowedText(item)}.`);
	return ok({ value, reason: typeof reason === "string" ? reason.slice(0, LONGEST_REASON) : "" });
}

function isValue(value: unknown, item: RubricItem): value is number | string | null {
	if (value === null) return item.notApplicable !== undefined;
	return (typeof value === "number" || typeof value === "string") && valuesOf(item).includes(value);
}

function allowedText(item: RubricItem): string {
	const { scale, notApplicable } = item;
	const values =
		scale.kind === "integer"
			? `a whole number from ${scale.min} to ${scale.max}`
			: `one of ${valuesOf(item)
					.map((value) => `"${value}"`)
					.join(", ")}`;
	return notApplicable === undefined ? values : `${values}, or null`;
}
