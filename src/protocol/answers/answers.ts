import { type Json, pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { err, ok, type Result, unreachable } from "../../shared/result.ts";
import { isBlank, visibleLength } from "../../shared/visible-text.ts";
import type { Form, Item } from "../schema/form.ts";

export type Answers = Readonly<Record<string, Json>>;

export type AnswerContext = {
	/**
	 * The values that the participant could choose, for items whose options are not in the protocol (rankings of
	 * conversations or panes, guesses).
	 */
	readonly rankingOptions: Readonly<Record<string, readonly string[]>>;
};

/** The value to keep, undefined for none, or a sentence that says what to send instead. */
type Checked = Result<Json | undefined, string>;
type ItemOf<K extends Item["kind"]> = Extract<Item, { kind: K }>;
type NumericItem = ItemOf<"vas" | "likert" | "number">;

/**
 * Checks a form's answers, each against its item. Returns all faults at once, at `/answers/<item>`. Optional items
 * without an answer, blank texts included, are absent from the result; `null` only means "not applicable". Lengths of
 * text are UTF-16 code units, like a browser's `maxlength`.
 */
export function checkAnswers(
	form: Form,
	answers: Readonly<Record<string, unknown>>,
	context: AnswerContext,
): Result<Record<string, Json>, Fault[]> {
	const faults: Fault[] = [];
	const kept: [string, Json][] = [];
	const fault = (id: string, detail: string) => faults.push({ pointer: pointer(["answers", id]), detail });

	const known = new Set(form.items.map(({ id }) => id));
	for (const id of Object.keys(answers)) if (!known.has(id)) fault(id, "This form has no such item.");
	for (const item of form.items) {
		const value = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
		if (value === undefined) {
			if (item.kind !== "info" && item.required) fault(item.id, "This item has to be answered.");
			continue;
		}
		const checked = checkItem(item, value, context);
		if (!checked.ok) fault(item.id, checked.error);
		else if (checked.value !== undefined) kept.push([item.id, checked.value]);
	}
	return faults.length > 0 ? err(faults) : ok(Object.fromEntries(kept));
}

function checkItem(item: Item, value: unknown, context: AnswerContext): Checked {
	switch (item.kind) {
		case "vas":
		case "likert":
		case "number":
			return checkNumber(item, value);
		case "choice":
			return checkChoice(item, value);
		case "guess":
			return checkGuess(context.rankingOptions[item.id] ?? [], value);
		case "choices":
			return checkChoices(item, value);
		case "text":
			return checkText(item, value);
		case "ranking":
			return checkRanking(rankingOptionsOf(item, context), value);
		case "info":
			return err("This item takes no answer.");
		default:
			return unreachable(item);
	}
}

function checkNumber(item: NumericItem, value: unknown): Checked {
	if (value === null && item.notApplicable) return ok(null);
	if (typeof value !== "number" || !Number.isFinite(value)) {
		return err(item.notApplicable ? "Send a number, or null for not applicable." : "Send a number.");
	}
	if (item.min !== undefined && value < item.min) return err(`Send a number of at least ${item.min}.`);
	if (item.max !== undefined && value > item.max) return err(`Send a number of at most ${item.max}.`);
	if (item.step !== undefined && !onGrid(value, item.min ?? 0, item.step)) {
		return err(`Send a number in steps of ${item.step} from ${item.min ?? 0}.`);
	}
	return ok(value);
}

/** 0.3 is three steps of 0.1, although doubles differ: a millionth of a step is allowed. */
export function onGrid(value: number, from: number, step: number): boolean {
	const steps = (value - from) / step;
	return Math.abs(steps - Math.round(steps)) < 1e-6;
}

function checkChoice(item: ItemOf<"choice">, value: unknown): Checked {
	return typeof value === "string" && item.options.some((option) => option.value === value)
		? ok(value)
		: err("Send the value of one of the options.");
}

const checkGuess = (options: readonly string[], value: unknown): Checked =>
	typeof value === "string" && options.includes(value) ? ok(value) : err("Send the value of one of the options.");

function checkChoices(item: ItemOf<"choices">, value: unknown): Checked {
	const values = new Set(item.options.map((option) => option.value));
	if (!isTexts(value) || !value.every((one) => values.has(one))) return err("Send an array of the options' values.");
	if (new Set(value).size < value.length) return err("Send each option once.");
	if (value.length === 0 && !item.required) return ok(value);
	const least = item.min ?? (item.required ? 1 : 0);
	if (value.length < least) return err(`Take at least ${least}.`);
	if (item.max !== undefined && value.length > item.max) return err(`Take at most ${item.max}.`);
	return ok(value);
}

function checkText(item: ItemOf<"text">, value: unknown): Checked {
	if (typeof value !== "string") return err("Send a text.");
	// A lone surrogate has no UTF-8: it could be stored, but neither hashed nor exported.
	if (!value.isWellFormed()) return err("Send well-formed Unicode.");
	if (value.length > item.maxLength) return err(`Send at most ${item.maxLength} characters.`);
	if (isBlank(value)) return item.required ? err("This item has to be answered.") : ok(undefined);
	if (visibleLength(value) < (item.min ?? 0)) return err(`Write at least ${item.min} characters.`);
	return ok(value);
}

function checkRanking(options: readonly string[], value: unknown): Checked {
	const complete =
		isTexts(value) && value.length === options.length && options.every((option) => value.includes(option));
	return complete ? ok(value) : err(`Send all ${options.length} values, each once, best first.`);
}

function rankingOptionsOf(item: ItemOf<"ranking">, context: AnswerContext): readonly string[] {
	if (typeof item.options !== "string") return item.options.map((option) => option.value);
	const options = context.rankingOptions[item.id];
	if (!options) throw new Error(`nobody said what the ranking ${item.id} ranks`);
	return options;
}

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((one) => typeof one === "string");

/**
 * The items of attention checks that these answers fail. A missing answer fails too. Choices are compared as sets, and
 * texts without outer blanks and case, because a check tests attention, not typing.
 */
export function failedChecks(form: Form, answers: Answers): string[] {
	return form.items.filter((item) => !passes(item, answers[item.id])).map(({ id }) => id);
}

function passes(item: Item, answer: Json | undefined): boolean {
	if (!("correct" in item) || item.correct === undefined) return true;
	if (item.kind === "choices") {
		return (
			isTexts(answer) && answer.length === item.correct.length && item.correct.every((one) => answer.includes(one))
		);
	}
	if (item.kind === "text") return typeof answer === "string" && folded(answer) === folded(item.correct);
	return answer === item.correct;
}

const folded = (text: string): string => text.trim().normalize("NFKC").toLowerCase();

/** The answers that pass a form's attention checks, by item. They never leave the server, not even for a preview. */
export const rightAnswers = (form: Form): Record<string, Json> =>
	Object.fromEntries(
		form.items.flatMap((item) => ("correct" in item && item.correct !== undefined ? [[item.id, item.correct]] : [])),
	);
