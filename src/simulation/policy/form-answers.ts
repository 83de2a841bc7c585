import { answersKept, leftOut } from "../../protocol/answers/condition.ts";
import { below, chance, shuffle } from "../../randomisation/draw/generator.ts";
import type { ItemView, StepView } from "../../session/view/view-schema.ts";
import type { Json } from "../../shared/json.ts";
import { type Draws, uniform } from "./draws.ts";
import { REMARKS } from "./talks.ts";
import { liking, type Mind, type Option, ratingShare, utility } from "./utility.ts";

export type Form = Extract<StepView, { kind: "form" }>;

/** What a form is about: a conversation with its slots in the order of display, or nothing. */
export type Subject = { readonly conversation: number; readonly slots: readonly string[] } | null;

/** The answer to a form, as a participant's client sends it. */
export function formAnswer(mind: Mind, { title, items }: Form, subject: Subject): Json {
	const draws: Draws = (...of) => mind.draws("form", title, subject?.conversation ?? 0, ...of);
	const entries = items.map((item) => [item.id, answerTo(mind, item, subject, (...of) => draws(item.id, ...of))]);
	const given = Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, Json>;
	const out = leftOut(items, given);
	return {
		answers: answersKept(items, given),
		shown: items.map((item) => item.id).filter((item) => !out.includes(item)),
		elapsedMs: 4000 * items.length + below(draws("elapsed", ""), 9000),
	};
}

/** A plausible value for an item of any kind; undefined leaves it out. */
function answerTo(mind: Mind, item: ItemView, subject: Subject, draws: Draws): Json | undefined {
	if (!item.required && item.kind !== "vas" && chance(draws("left out"), 0.4)) return undefined;
	if (item.notApplicable && chance(draws("not applicable"), 0.08)) return null;
	switch (item.kind) {
		case "vas":
		case "likert":
			return onScale(item, wantedNumber(item) ?? share(mind, item, subject, draws));
		case "number":
			return clamp(
				/\b(old|age)\b/i.test(item.label) ? ageOf(mind) : 1 + below(draws(), 10),
				item.min ?? 0,
				item.max ?? 1000,
			);
		case "choice":
			return wantedOption(item) ?? oneOf(draws, sensible(item))?.value;
		case "choices":
			return shuffle(draws(), item.options ?? [])
				.slice(0, howMany(item, draws))
				.map(({ value }) => value);
		case "text":
			return (oneOf(draws, REMARKS) ?? "").padEnd(item.min ?? 0, ".").slice(0, item.maxLength);
		case "ranking":
			return ranked(mind, item, subject, draws);
		case "info":
			return undefined;
	}
}

/** Scripted participants are adults, of the same age throughout. */
const ageOf = ({ draws }: Mind): number => 19 + below(draws("age"), 52);
const sensible = ({ options = [] }: ItemView) => options.filter(({ label }) => !/\bunder 18\b/i.test(label));

function share(mind: Mind, item: ItemView, subject: Subject, draws: Draws): number {
	if (!subject) return uniform(draws("scale"));
	return ratingShare(mind, best(mind, subject), item.id);
}

/** Of several panes, a person has the one in mind that they liked best. */
function best(mind: Mind, { conversation, slots }: NonNullable<Subject>): Option {
	const options = slots.map((slot) => ({ conversation, slot, turn: 0 }));
	const [first] = options.toSorted((one, other) => liking(mind, other) - liking(mind, one));
	return first ?? { conversation, slot: "a", turn: 0 };
}

function onScale({ min = 0, max = 100, step = 1 }: ItemView, part: number): number {
	return clamp(min + Math.round((part * (max - min)) / step) * step, min, max);
}

const quotations = (text: string): string[] => [
	`“${text}”`,
	`"${text}"`,
	`«${text}»`,
	`« ${text} »`,
	`„${text}“`,
	`「${text}」`,
];

/** An attention check says which option to take; people who read it take that one. */
const wantedOption = ({ label, options }: ItemView): string | undefined =>
	options?.find((option) => quotations(option.label).some((quoted) => label.includes(quoted)))?.value;

function wantedNumber({ label, min = 0, max = 100 }: ItemView): number | undefined {
	const [, number] = /[“"«„](\d+)["”“»]/.exec(label) ?? [];
	return number === undefined ? undefined : (Number(number) - min) / (max - min);
}

const howMany = ({ min = 1, max, options = [] }: ItemView, draws: Draws): number =>
	clamp(1 + below(draws("count"), 3), min, max ?? options.length);

type Ranked = NonNullable<ItemView["options"]>[number];

function ranked(mind: Mind, { options = [] }: ItemView, subject: Subject, draws: Draws): string[] {
	const scored = options.map((option, position) => ({
		value: option.value,
		utility: utilityOf(mind, option, position, subject) ?? uniform(draws("rank", option.value)),
	}));
	return scored.toSorted((one, other) => other.utility - one.utility).map(({ value }) => value);
}

/** Null for options that are neither conversations nor panes. A conversation's position is its own place, also if others are left out. */
function utilityOf(mind: Mind, option: Ranked, position: number, subject: Subject): number | null {
	if (option.conversation !== undefined) {
		const slot = option.transcript?.messages.find(({ chosen }) => chosen === true)?.candidate ?? "a";
		return utility(mind, { conversation: option.conversation, slot, turn: 0 }, option.conversation - 1);
	}
	if (option.candidate === undefined) return null;
	const conversation = subject?.conversation ?? 1;
	return utility(mind, { conversation, slot: option.candidate, turn: 0 }, position);
}

const oneOf = <T>(draws: Draws, items: readonly T[]): T | undefined =>
	items.length === 0 ? undefined : items[below(draws("one"), items.length)];

export const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));
