import type { Item } from "../schema/form.ts";
import type { Protocol } from "../schema/schema.ts";
import { blockSizes } from "../steps/block.ts";
import { itemsAsked } from "../steps/steps.ts";
import { type Warning, warningIf } from "./warning.ts";

export const designWarnings = (protocol: Protocol): Warning[] => [
	...carryOver(protocol),
	...fewArmsEach(protocol),
	...numericStrata(protocol),
	...smallStrata(protocol),
	...foreseeable(protocol),
];

/** In a cyclic square an arm follows the same arm in all sequences but one. With two arms nothing else is possible. */
function carryOver({ design, arms, conversations }: Protocol): Warning[] {
	const { kind, order } = design;
	const singles = conversations.filter(({ layout }) => layout === "single");
	const inTurn = singles.some((entry) => entry.arms === "each") || singles.length > 1;
	return warningIf(
		kind === "crossover" && order === "latin-square" && arms.length > 2 && inTurn,
		"carry_over_confounded",
		["design", "order"],
		"In a Latin square each arm nearly always follows the same other arm, so what one leaves behind cannot be told from the next one's own effect. Use williams.",
	);
}

/** Conversations with one arm each, and fewer of them than arms. */
function fewArmsEach({ design, arms, conversations }: Protocol): Warning[] {
	const single = conversations.every(({ layout }) => layout === "single");
	const one = single && (design.topics === "across" || conversations.every((entry) => entry.arms === 1));
	const met = conversations.length;
	if (design.kind !== "crossover" || !one || met >= arms.length) return [];
	return met === 1
		? warningIf(
				true,
				"one_arm_each",
				["design", "kind"],
				'Each participant has one conversation with one arm, which is no crossover. Set `arms` of the conversation to "each", or the design to parallel.',
			)
		: warningIf(
				true,
				"arms_not_all_met",
				["conversations"],
				`Each participant meets ${met} of the ${arms.length} arms, and what follows what is not balanced. Add topics, or let each have all arms.`,
			);
}

/** More levels than can be balanced one by one. */
const MANY_LEVELS = 10;

function numericStrata(protocol: Protocol): Warning[] {
	return protocol.design.strata.flatMap((stratum, index) => {
		const levels = levelsOfStratum(protocol, stratum) ?? 0;
		const each = Number.isFinite(levels) ? `each of ${levels} values` : "each number that is typed";
		return warningIf(
			levels > MANY_LEVELS,
			"strata_of_numbers",
			["design", "strata", index],
			`Here ${each} is a stratum of its own, and most hold too few participants to be balanced. Ask a choice of a few groups instead.`,
		);
	});
}

/** Blocks balance a stratum only once one of them is full. */
function smallStrata(protocol: Protocol): Warning[] {
	const { design, recruitment } = protocol;
	const total = recruitment.quota?.total;
	if (total === undefined || design.method === "minimisation" || design.strata.length === 0) return [];
	if (design.kind === "crossover" && design.order === "random") return [];
	const cells = design.strata.reduce((product, stratum) => product * knownLevels(protocol, stratum), 1);
	const block = Math.max(...blockSizes(protocol));
	return warningIf(
		total / cells < block,
		"small_strata",
		["design", "strata"],
		`There are ${cells} strata or more, and a quota of ${total} leaves ${places(total / cells)} for each, under one block of ${block}. Use fewer strata, minimisation, or a larger quota.`,
	);
}

/** A stratum of free numbers has its own warning, and the number of an attribute's values is unknown. */
function knownLevels(protocol: Protocol, stratum: string): number {
	const levels = levelsOfStratum(protocol, stratum);
	return levels === null || !Number.isFinite(levels) ? 1 : levels;
}

const places = (number: number): string => (number < 1 ? "less than one place" : `about ${Math.floor(number)} places`);

const foreseeable = ({ design: { method, minimisation } }: Protocol): Warning[] =>
	warningIf(
		method === "minimisation" && minimisation?.probability === 1,
		"allocation_foreseeable",
		["design", "minimisation", "probability"],
		"With probability 1 nearly every allocation follows from those before it, and whoever knows them can foretell the next. Use 0.8 or so.",
	);

/** The number of levels of a stratum: infinite for a free number, null if the protocol does not define it. */
export function levelsOfStratum(protocol: Protocol, stratum: string): number | null {
	const [source, form, id] = stratum.split(".");
	if (source !== "answers") return null;
	const item = itemsAsked(protocol).find((asked) => asked.form === form && asked.item.id === id)?.item;
	return item ? levelsOf(item) : null;
}

function levelsOf(item: Item): number | null {
	if (item.kind === "choice") return item.options.length;
	if (item.kind !== "likert" && item.kind !== "number") return null;
	const { min, max, step } = item;
	if (min === undefined || max === undefined || step === undefined) return Number.POSITIVE_INFINITY;
	return Math.floor((max - min) / step) + 1;
}
