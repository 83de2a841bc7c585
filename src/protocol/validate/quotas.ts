import type { Fault } from "../../shared/problem.ts";
import { checkAnswers } from "../answers/answers.ts";
import type { Item } from "../schema/form.ts";
import type { Protocol } from "../schema/schema.ts";
import { itemsAsked } from "../steps/steps.ts";
import { levelOf, levelsOf, NO_VALUE } from "../steps/stratum-key.ts";
import { fault, faultIf } from "./faults/fault.ts";
import { didYouMean } from "./faults/nearest.ts";

/**
 * A misspelt stratum has no effect, and nobody would notice: participants come with the correct spelling. The possible
 * answers are known; attributes are not, because participants bring them.
 */
export function quotaFaults(protocol: Protocol): Fault[] {
	const { design, recruitment } = protocol;
	if (!recruitment.quota?.strata) return [];
	const path = ["recruitment", "quota", "strata"];
	if (design.strata.length === 0)
		return [fault(path, "The design has no strata: name them in `design.strata`, or leave this away.")];
	return Object.keys(recruitment.quota.strata).flatMap((stratum) => {
		const levels = levelsOf(stratum);
		if (levels.length !== design.strata.length)
			return [fault([...path, stratum], `Give a value for each of ${design.strata.join(", ")}, joined with " / ".`)];
		return design.strata.flatMap((name, index) => levelFaults(protocol, name, levels[index] ?? "", [...path, stratum]));
	});
}

function levelFaults(protocol: Protocol, name: string, level: string, path: readonly string[]): Fault[] {
	const [source, form, id] = name.split(".");
	if (source !== "answers" || level === NO_VALUE) return [];
	const item = itemsAsked(protocol).find((asked) => asked.form === form && asked.item.id === id)?.item;
	const known = item && levelsIn(item);
	if (!known) return [];
	const { can, said, levels } = known;
	return faultIf(
		!can(level),
		path,
		`"${level}" is no answer to ${form}.${id}. Name ${said}, or ${NO_VALUE}.${didYouMean(level, levels)}`,
	);
}

/** The possible levels, and their description. Null for items that define no strata. */
type Levels = { readonly can: (level: string) => boolean; readonly said: string; readonly levels: readonly string[] };

function levelsIn(item: Item): Levels | null {
	if (item.kind === "choice") {
		const levels = item.options.map(({ value }) => levelOf(value));
		return { can: (level) => levels.includes(level), said: `one of ${levels.join(", ")}`, levels };
	}
	if (item.kind !== "likert" && item.kind !== "number") return null;
	const { min, max } = item;
	const range = [min === undefined ? "" : ` from ${min}`, max === undefined ? "" : ` to ${max}`].join("");
	return { can: (level) => takesNumber(item, level), said: `a number${range}, as in 7 or 0.5`, levels: [] };
}

/** Levels are written as they are stored: "02" is not a level. */
function takesNumber(item: Item, level: string): boolean {
	const value = Number(level);
	const form = { title: "", shuffle: false, items: [item] };
	return String(value) === level && checkAnswers(form, { [item.id]: value }, { rankingOptions: {} }).ok;
}
