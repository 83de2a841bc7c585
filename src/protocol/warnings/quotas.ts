import type { Protocol } from "../schema/schema.ts";
import { blockSizes, completeSet, topicSet } from "../steps/block.ts";
import { itemsAsked } from "../steps/steps.ts";
import { keyOf } from "../steps/stratum-key.ts";
import { type Warning, warningIf } from "./warning.ts";

export const quotaWarnings = (protocol: Protocol): Warning[] => [
	...partialBlocks(protocol),
	...sumOfStrata(protocol),
	...topicsCutShort(protocol),
];

function topicsCutShort(protocol: Protocol): Warning[] {
	const total = protocol.recruitment.quota?.total;
	const needed = topicSet(protocol);
	return warningIf(
		total !== undefined && needed !== null && total < needed,
		"topics_cut_short",
		["recruitment", "quota", "total"],
		`After ${needed} participants every topic was at every place equally often, and the quota ends at ${total}. Raise it, or have fewer topics.`,
	);
}

/** With this many blocks, an incomplete one changes no share of a sequence by more than a hundredth. */
const MANY_BLOCKS = 100;

function partialBlocks(protocol: Protocol): Warning[] {
	const { design, recruitment } = protocol;
	const { quota } = recruitment;
	if (!quota || design.method === "minimisation") return [];
	const [size, ...others] = blockSizes(protocol);
	// With varying block sizes, the divisor is the set of sequences.
	const block = others.length === 0 && size !== undefined ? size : completeSet(protocol);
	const given: [path: string[], places: number][] = [
		[["total"], quota.total],
		...Object.entries(quota.strata ?? {}).map(([key, of]): [string[], number] => [["strata", key], of]),
	];
	return given.flatMap(([path, of]) =>
		warningIf(
			of % block !== 0 && of > block && of < MANY_BLOCKS * block,
			"quota_ends_within_a_block",
			["recruitment", "quota", ...path],
			`${of} places are no multiple of a block of ${block}: the last block stays incomplete, and some sequences have one participant more than others. ${of - (of % block)} or ${of - (of % block) + block} would be balanced.`,
		),
	);
}

function sumOfStrata(protocol: Protocol): Warning[] {
	const { quota } = protocol.recruitment;
	if (!quota?.strata) return [];
	const sum = Object.values(quota.strata).reduce((total, of) => total + of, 0);
	const missing = unnamedStratum(protocol, Object.keys(quota.strata));
	const path = ["recruitment", "quota", "strata"];
	if (sum > quota.total)
		return warningIf(
			true,
			"quotas_do_not_add_up",
			path,
			`The strata have ${sum} places together, and the study ends at ${quota.total}: some stay short. Let \`total\` be ${sum}, or lower them.`,
		);
	return warningIf(
		sum < quota.total && missing === null,
		"quotas_do_not_add_up",
		path,
		`The strata have ${sum} places together, and \`total\` is ${quota.total}: unless other strata come, the study never fills. Let \`total\` be ${sum}, or raise them.`,
	);
}

/** A possible stratum that the quota leaves to the total. Null if none is known. */
function unnamedStratum(protocol: Protocol, named: readonly string[]): string | null {
	const levels = protocol.design.strata.map((stratum) => optionsOf(protocol, stratum));
	if (levels.some((list) => list === null)) return null;
	const keys = levels.reduce<string[][]>(
		(keysSoFar, list) => keysSoFar.flatMap((key) => (list ?? []).map((level) => [...key, level])),
		[[]],
	);
	return keys.map(keyOf).find((key) => !named.includes(key)) ?? null;
}

function optionsOf(protocol: Protocol, stratum: string): readonly string[] | null {
	const [source, form, id] = stratum.split(".");
	if (source !== "answers") return null;
	const item = itemsAsked(protocol).find((asked) => asked.form === form && asked.item.id === id)?.item;
	return item?.kind === "choice" ? item.options.map(({ value }) => value) : null;
}
