import { below, chance, type RandomStream, shuffle } from "../../src/randomisation/draw/generator.ts";
import type { ItemView } from "../../src/session/view/view-schema.ts";
import { REMARKS } from "../../src/simulation/policy/talks.ts";
import { clamp, type Persona } from "./persona.ts";

export type Liking = ReadonlyMap<string, number>;
/** What the person answers from: how they liked the conversation at hand (0 to 100), and what can be ranked, by option. */
export type Mind = { readonly persona: Persona; readonly mood: number; readonly liking: Liking };

/** A plausible value for an item of any kind; undefined leaves it out. */
export function answerTo(item: ItemView, mind: Mind): unknown {
	const { random, age } = mind.persona;
	if (!item.required && item.kind !== "vas" && chance(random, 0.4)) return undefined;
	if (item.notApplicable && chance(random, 0.08)) return null;
	switch (item.kind) {
		case "vas":
		case "likert":
			return onScale(item, mind);
		case "number":
			return clamp(/\b(old|age)\b/i.test(item.label) ? age : 1 + below(random, 10), item.min ?? 0, item.max ?? 1000);
		case "choice":
			return wanted(item) ?? oneOf(random, sensible(item)).value;
		case "choices":
			return shuffle(random, item.options ?? [])
				.slice(0, howMany(item, random))
				.map(({ value }) => value);
		case "text":
			return oneOf(random, REMARKS)
				.padEnd(item.min ?? 0, ".")
				.slice(0, item.maxLength);
		case "ranking":
			return ranked(item, mind);
		case "info":
			return undefined;
	}
}

function onScale(item: ItemView, { persona, mood }: Mind): number {
	const [min, max, step] = [item.min ?? 0, item.max ?? 100, item.step ?? 1];
	const inner = clamp(mood + below(persona.random, 25) - 12, persona.caution * 50, 100 - persona.caution * 50);
	return clamp(min + Math.round(((inner / 100) * (max - min)) / step) * step, min, max);
}

/** A check of attention says which option to choose; people who read it choose that. */
const wanted = ({ label, options }: ItemView): string | undefined =>
	options?.find((option) => label.includes(`“${option.label}”`))?.value;

/** Scripted participants are adults. */
const sensible = ({ options = [] }: ItemView) => options.filter(({ label }) => !/\bunder 18\b/i.test(label));

const howMany = ({ min = 1, max, options = [] }: ItemView, random: RandomStream): number =>
	clamp(1 + below(random, 3), min, max ?? options.length);

const ranked = ({ options = [] }: ItemView, { liking, persona }: Mind): string[] =>
	shuffle(
		persona.random,
		options.map(({ value }) => value),
	).sort((one, other) => (liking.get(other) ?? 0) - (liking.get(one) ?? 0));

export function oneOf<T>(random: RandomStream, items: readonly T[]): T {
	const item = items[below(random, items.length)];
	if (item === undefined) throw new Error("nothing to choose from");
	return item;
}
