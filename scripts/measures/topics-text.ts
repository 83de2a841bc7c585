import type { TopicComparison, TopicSide } from "../../src/analysis/topics/compare-topics.ts";
import type { Topics } from "../../src/judging/text-topics/topics.ts";
import { type Cell, numberCell, pText, textTable } from "../statistics/text-table.ts";

/** Topics, and how two files differ in them, as tables for a terminal. */
export function topicsText(
	{ topics, members, method }: Topics,
	sizes: readonly number[],
	comparison: TopicComparison | null,
): string {
	const left = members.filter((member) => member === null).length;
	const note = left === 0 ? [] : [`Note: ${left} messages share no word with another one, and have no topic.`];
	const rows = topics.map((topic, index): Cell[] => [
		index + 1,
		...sizesIn(members, sizes, index),
		...differenceCells(comparison, index),
		topic.terms.slice(0, 6).join(", "),
	]);
	const headings =
		sizes.length === 1
			? ["topic", "messages", "terms"]
			: ["topic", "first", "second", "difference", "lower", "upper", "terms"];
	const head = `${members.length} messages, ${topics.length} topics, by ${method} and spherical k-means`;
	return [head, ...note, textTable(headings, rows), ...(comparison === null ? [] : comparisonText(comparison))].join(
		"\n\n",
	);
}

function sizesIn(members: Topics["members"], sizes: readonly number[], topic: number): number[] {
	let from = 0;
	return sizes.map((size) => {
		const own = members.slice(from, from + size).filter((member) => member === topic).length;
		from += size;
		return own;
	});
}

function differenceCells(comparison: TopicComparison | null, topic: number): Cell[] {
	if (comparison === null) return [];
	const difference = comparison.differences[topic];
	if (difference === undefined || "missing" in difference) return [null, null, null];
	return [difference.estimate, difference.lower, difference.upper];
}

function comparisonText({ distance, human, simulated }: TopicComparison): string[] {
	const apart =
		"missing" in distance
			? `Jensen-Shannon distance: ${distance.missing}`
			: `Jensen-Shannon distance ${numberCell(distance.distance)} (${numberCell(distance.lower)} to ${numberCell(distance.upper)}); ${numberCell(distance.byChance)} by chance, p ${pText(distance.p)}`;
	return [apart, sideText("First", human), sideText("Second", simulated)];
}

function sideText(name: string, { diversity, betweenParticipants, participants, openings }: TopicSide): string {
	const shown = (value: TopicSide["diversity"]): string =>
		"missing" in value
			? value.missing
			: `${numberCell(value.estimate)} (${numberCell(value.lower)} to ${numberCell(value.upper)})`;
	return `${name} file: ${openings} messages of ${participants} participants; effective number of topics ${shown(diversity)}; mean distance between participants ${shown(betweenParticipants)}`;
}
