import type { Fault } from "../../../shared/problem.ts";
import { visibleLength } from "../../../shared/visible-text.ts";
import { onGrid } from "../../answers/answers.ts";
import type { Item } from "../../schema/form.ts";
import type { Protocol } from "../../schema/schema.ts";
import { fault, faultIf, type Path, repeats } from "../faults/fault.ts";
import { didYouMean } from "../faults/nearest.ts";

/** Faults within each form. */
export const formFaults = ({ forms }: Pick<Protocol, "forms">): Fault[] =>
	Object.entries(forms).flatMap(([id, { items }]) => [
		...repeats(items.map((item) => item.id)).map((index) =>
			fault(["forms", id, "items", index, "id"], "Another item of this form has this id: give each its own."),
		),
		...items.flatMap((item, index) => itemFaults(item, ["forms", id, "items", index])),
	]);

const itemFaults = (item: Item, path: Path): Fault[] => [...rangeFaults(item, path), ...checkFaults(item, path)];

function rangeFaults(item: Item, path: Path): Fault[] {
	switch (item.kind) {
		case "vas":
		case "likert":
		case "number":
			return numberFaults(item, path);
		case "choices":
			return choicesFaults(item, path);
		case "text":
			return faultIf((item.min ?? 0) > item.maxLength, [...path, "min"], "`min` has to be no more than `maxLength`.");
		case "ranking": {
			const one = typeof item.options !== "string" && item.options.length < 2;
			return faultIf(one, [...path, "options"], "A ranking needs two options at least.");
		}
		default:
			return [];
	}
}

type NumericItem = Extract<Item, { kind: "vas" | "likert" | "number" }>;

function numberFaults({ min, max, step }: NumericItem, path: Path): Fault[] {
	if (min === undefined || max === undefined) return [];
	if (min >= max) return [fault([...path, "max"], "`max` has to be above `min`.")];
	const fits = step === undefined || onGrid(max, min, step);
	return faultIf(!fits, [...path, "step"], "Steps from `min` have to reach `max`.");
}

function choicesFaults({ min, max, options }: Extract<Item, { kind: "choices" }>, path: Path): Fault[] {
	const most = Math.min(max ?? options.length, options.length);
	return [
		...faultIf((max ?? 0) > options.length, [...path, "max"], `There are only ${options.length} options.`),
		...faultIf((min ?? 0) > most, [...path, "min"], `At most ${most} can be taken: ask for no more.`),
	];
}

/** An attention check that cannot be passed, or that may be skipped, checks nothing. */
function checkFaults(item: Item, path: Path): Fault[] {
	if (!("correct" in item) || item.correct === undefined) return [];
	const skipped = "notApplicable" in item && item.notApplicable;
	return [
		...faultIf(
			!item.required,
			[...path, "required"],
			"An item with `correct` is an attention check: it has to be required.",
		),
		...faultIf(
			skipped,
			[...path, "notApplicable"],
			"An item with `correct` is an attention check: it cannot be passed over.",
		),
		...faultIf(
			!canBeCorrect(item),
			[...path, "correct"],
			`The item does not take this answer, so that nobody could pass the check.${meantAnswer(item)}`,
		),
	];
}

function meantAnswer(item: Item): string {
	if (item.kind !== "choice" && item.kind !== "choices") return "";
	const values = item.options.map(({ value }) => value);
	const wrong = [item.correct ?? []].flat().find((value) => !values.includes(value));
	return wrong === undefined ? "" : didYouMean(wrong, values);
}

function canBeCorrect(item: Item): boolean {
	if (!("correct" in item) || item.correct === undefined) return true;
	if (item.kind === "text") return fitsLength(item.correct, item.min ?? 1, item.maxLength);
	if (item.kind === "choice") return item.options.some(({ value }) => value === item.correct);
	if (item.kind === "choices") {
		const values = item.options.map(({ value }) => value);
		const fits = item.correct.every((one) => values.includes(one)) && repeats(item.correct).length === 0;
		return fits && item.correct.length >= (item.min ?? 1) && item.correct.length <= (item.max ?? values.length);
	}
	const { min, max, step, correct } = item;
	const inside = correct >= (min ?? correct) && correct <= (max ?? correct);
	return inside && (step === undefined || onGrid(correct, min ?? 0, step));
}

const fitsLength = (text: string, least: number, most: number): boolean =>
	visibleLength(text) >= Math.max(least, 1) && text.length <= most;
