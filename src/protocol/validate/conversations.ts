import type { Fault } from "../../shared/problem.ts";
import { onGrid } from "../answers/answers.ts";
import type { Conversation, Protocol } from "../schema/schema.ts";
import { armsShown } from "../steps/steps.ts";
import { fault, faultIf, repeats } from "./faults/fault.ts";

/** Replies are named a to h, and no screen fits more beside each other. */
const MOST_SHOWN = 8;

export const conversationFaults = (protocol: Protocol): Fault[] => [
	...repeats(protocol.conversations.map(({ id }) => id)).map((index) =>
		fault(["conversations", index, "id"], "Another conversation has this id: give each its own."),
	),
	...protocol.conversations.flatMap((entry, index) => [
		...layoutFaults(protocol, entry, index),
		...turnFaults(entry, index),
		...scaleFaults(entry, index),
		...afterFaults(entry, index),
	]),
];

function layoutFaults(protocol: Protocol, entry: Conversation, index: number): Fault[] {
	const { layout, arms, laterCandidates } = entry;
	const path = ["conversations", index, "arms"];
	const faults = faultIf(
		layout !== "best-of" && laterCandidates !== 2,
		["conversations", index, "laterCandidates"],
		"Only a best-of shows several replies of the chosen model: leave this away.",
	);
	if (layout === "single") {
		return [
			...faults,
			...faultIf(arms !== 1 && arms !== "each", path, 'A single runs one arm at a time: use 1, or "each".'),
		];
	}
	const shown = armsShown(protocol, entry);
	const there = protocol.arms.length;
	return [
		...faults,
		...faultIf(shown < 2, path, `A ${layout} compares two arms or more: raise it, or use single.`),
		...faultIf(shown > there, path, `The study has ${there} arms: show at most as many.`),
		...faultIf(
			arms === "each" && shown > MOST_SHOWN,
			path,
			`At most ${MOST_SHOWN} replies stand beside each other: give a number.`,
		),
	];
}

const turnFaults = ({ turns }: Conversation, index: number): Fault[] =>
	faultIf(
		turns.min > turns.max,
		["conversations", index, "turns"],
		`At least ${turns.min} turns, but at most ${turns.max}: let \`min\` be no more than \`max\`.`,
	);

function scaleFaults({ layout, scale }: Conversation, index: number): Fault[] {
	if (scale === undefined) return [];
	const path = ["conversations", index, "scale"];
	if (layout !== "best-of")
		return [fault(path, "Only the replies of a best-of are rated as they come: ask in a form instead.")];
	if (scale === null) return [];
	if (scale.min >= scale.max) return [fault(path, "`min` has to be below `max`.")];
	return faultIf(!onGrid(scale.max, scale.min, scale.step), [...path, "step"], "Steps from `min` have to reach `max`.");
}

const afterFaults = ({ after }: Conversation, index: number): Fault[] =>
	repeats(after).map((place) =>
		fault(["conversations", index, "after", place], "This form is named twice: once is enough."),
	);
