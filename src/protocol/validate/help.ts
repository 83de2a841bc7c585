import { durationMs } from "../../shared/clock.ts";
import type { Fault } from "../../shared/problem.ts";
import type { Protocol } from "../schema/schema.ts";
import { fault, faultIf, repeats } from "./faults/fault.ts";

/** Faults of help beside the steps: duration, support, ideas. */
export const helpFaults = ({ duration, support, conversations, limits }: Protocol): Fault[] => [
	...faultIf(
		duration !== undefined && durationMs(duration) < 60_000,
		["duration"],
		"Participants are told whole minutes: give one at least.",
	),
	...faultIf(
		support !== undefined && !Object.hasOwn(support, "default"),
		["support", "default"],
		"Missing: say where people find help in all other countries.",
	),
	...conversations.flatMap(({ ideas = [] }, index) => [
		...repeats(ideas).map((place) =>
			fault(["conversations", index, "ideas", place], "This idea is there twice: once is enough."),
		),
		...ideas.flatMap((idea, place) =>
			faultIf(
				idea.length > limits.messageCharacters,
				["conversations", index, "ideas", place],
				`A message has at most ${limits.messageCharacters} characters (\`limits.messageCharacters\`): shorten this one.`,
			),
		),
	]),
];
