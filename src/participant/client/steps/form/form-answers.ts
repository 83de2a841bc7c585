import type { ItemView } from "../../../../session/view/view-schema.ts";
import { isBlank, visibleLength } from "../../../../shared/visible-text.ts";
import type { OwnTexts } from "../../texts/catalogue.ts";
import { readTypedNumber } from "./typed-number.ts";

/** An input's current value: `undefined` without an answer, `null` for "not applicable". A number is a text. */
export type Entry = unknown;
export type Entries = Readonly<Record<string, Entry>>;

/** The answers in the contract's form, without missing ones. */
export const answersOf = (items: readonly ItemView[], entries: Entries): Record<string, unknown> =>
	Object.fromEntries(
		items
			.map((item): [string, unknown] => [item.id, answerOf(item, entries[item.id])])
			.filter(([, value]) => value !== undefined),
	);

export function answerOf(item: ItemView, entry: Entry): unknown {
	if (entry === null) return null;
	if (item.kind === "number") return numberIn(entry);
	if (item.kind === "text") return typeof entry === "string" && !isBlank(entry) ? entry : undefined;
	if (item.kind === "choices") return Array.isArray(entry) && entry.length > 0 ? entry : undefined;
	return entry;
}

function numberIn(entry: Entry): number | undefined {
	const read = readTypedNumber(typeof entry === "string" ? entry : "");
	return read.kind === "number" ? read.value : undefined;
}

/** The fault of an entry as text. Null if it has none. */
export function faultOf(item: ItemView, entry: Entry, { form: words }: OwnTexts): string | null {
	if (item.kind === "info" || entry === null) return null;
	const wrong = wrongOf(item, entry, words);
	if (wrong !== null) return wrong;
	return item.required && answerOf(item, entry) === undefined ? words.missing[item.kind] : null;
}

function wrongOf(item: ItemView, entry: Entry, words: OwnTexts["form"]): string | null {
	if (item.kind === "number") return wrongNumber(item, entry, words);
	if (item.kind === "choices") return wrongCount(item, Array.isArray(entry) ? entry.length : 0, words);
	return item.kind === "text" ? wrongText(item, typeof entry === "string" ? entry : "", words) : null;
}

function wrongNumber({ min, max, step }: ItemView, entry: Entry, words: OwnTexts["form"]): string | null {
	if (typeof entry !== "string" || isBlank(entry)) return null;
	const read = readTypedNumber(entry);
	if (read.kind === "ambiguous") return words.ambiguousNumber({ whole: read.ways[0], decimal: read.ways[1] });
	if (read.kind === "none") return words.notANumber;
	const { value } = read;
	if (min !== undefined && value < min) return words.atLeast({ min });
	if (max !== undefined && value > max) return words.atMost({ max });
	if (step === undefined || onGrid(value, min ?? 0, step)) return null;
	return step === 1 ? words.wholeNumber : words.inSteps({ step });
}

/** Like the server's check: 0.3 is three steps of 0.1, although doubles differ. */
function onGrid(value: number, from: number, step: number): boolean {
	const steps = (value - from) / step;
	return Math.abs(steps - Math.round(steps)) < 1e-6;
}

function wrongCount({ min, max }: ItemView, count: number, words: OwnTexts["form"]): string | null {
	if (count === 0) return null;
	if (min !== undefined && count < min) return words.takeAtLeast({ count: min });
	return max !== undefined && count > max ? words.takeAtMost({ count: max }) : null;
}

function wrongText({ min, maxLength = 4000 }: ItemView, text: string, words: OwnTexts["form"]): string | null {
	if (text.length > maxLength) return words.tooLong({ count: text.length - maxLength });
	const length = visibleLength(text);
	return length > 0 && min !== undefined && length < min ? words.writeAtLeast({ count: min }) : null;
}
