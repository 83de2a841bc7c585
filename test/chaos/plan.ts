import {
	below,
	chance,
	derivedSeed,
	type Purpose,
	type RandomStream,
	randomStream,
	shuffle,
} from "../../src/randomisation/draw/generator.ts";
import { sha256Of } from "../../src/shared/json.ts";
import type { Options } from "./options.ts";
import { acknowledgementsOf, LAYOUTS, type Layout } from "./studies.ts";

/** What the server does for a participant when it is killed. Each kill aims at one phase. */
export const PHASES = [
	"enrolment",
	"allocation",
	"answer",
	"before the first text",
	"between texts",
	"after the end",
] as const;
export type Phase = (typeof PHASES)[number];

export type Kill = {
	/** After so many acknowledged requests, the kill strikes the next request in its phase. */
	readonly after: number;
	readonly phase: Phase;
	/** Counted from the beginning of the phase. */
	readonly delayMs: number;
};

/** How a participant asks for replies. */
export type ReplyMode = "stream" | "whole" | "async";

/** `erase`: withdraws, with all data. `stay`: closes the page and never comes back. */
export type Course = "complete" | "decline" | "too young" | "fail check" | "withdraw" | "erase" | "stay";

export type Script = {
	readonly id: string;
	readonly layout: Layout;
	readonly course: Course;
	readonly mode: ReplyMode;
	/** By a survey tool's call with a key, or by a recruiter's link in a browser. */
	readonly arrival: "call" | "link";
	/** The number of answers before they withdraw or leave. */
	readonly leavesAfter: number;
	/** This participant's draws, by purpose: the same at every attempt and in every run. */
	readonly draws: (...purpose: Purpose) => RandomStream;
};

export type Plan = { readonly scripts: readonly Script[]; readonly kills: readonly Kill[] };

const ODD_COURSES: readonly Course[] = ["decline", "too young", "fail check", "withdraw", "erase", "stay"];
const ODD_SHARE = 0.2;

export function planOf({ seed, participants, kills }: Pick<Options, "seed" | "participants" | "kills">): Plan {
	const base = sha256Of(`crossover chaos ${seed}`).slice("sha256:".length);
	const people = LAYOUTS.flatMap((layout) =>
		Array.from({ length: participants }, (_, place) => scriptOf(base, layout, place)),
	);
	const scripts = shuffle(randomStream(base, ["order"]), people);
	return { scripts, kills: killsOf(randomStream(base, ["kills"]), kills, expectedOf(scripts)) };
}

function scriptOf(base: string, layout: Layout, place: number): Script {
	const own = derivedSeed(base, ["participant", layout, place]);
	const draws = (...purpose: Purpose) => randomStream(own, purpose);
	const stream = draws("course");
	const course = chance(stream, ODD_SHARE) ? pick(stream, ODD_COURSES) : "complete";
	const mode = pick(stream, ["stream", "stream", "whole", "async"] as const);
	const leavesAfter = 3 + below(stream, 3);
	const arrival = pick(stream, ["call", "link"] as const);
	return { id: `${layout}-${place}`, layout, course, mode, arrival, leavesAfter, draws };
}

/** The number of acknowledged requests of all participants, if none is turned away. */
export const expectedOf = (scripts: readonly Script[]): number =>
	scripts.reduce((sum, script) => sum + acknowledgementsIn(script), 0);

function acknowledgementsIn({ layout, course, leavesAfter }: Script): number {
	if (course === "complete") return acknowledgementsOf(layout);
	if (course === "decline") return 2;
	if (course === "too young" || course === "fail check") return 3;
	return 1 + leavesAfter;
}

/** Kills are spread over the run and aim at each phase equally often. */
function killsOf(stream: RandomStream, count: number, expected: number): Kill[] {
	const phases = shuffle(
		stream,
		Array.from({ length: count }, (_, index) => PHASES[index % PHASES.length] ?? "answer"),
	);
	const moments = phases.map(() => below(stream, Math.max(1, Math.floor(expected * LAST_KILL)))).sort((a, b) => a - b);
	return moments.map((after, index) => {
		const phase = phases[index] ?? "answer";
		return { after, phase, delayMs: below(stream, LONGEST_DELAY_MS[phase]) };
	});
}

/** The last kill comes in this share of the run. After it, a phase may not occur again. */
const LAST_KILL = 0.85;

/** About the duration of each phase, because the kill has to come before its end. */
const LONGEST_DELAY_MS: Readonly<Record<Phase, number>> = {
	enrolment: 25,
	allocation: 25,
	answer: 15,
	"before the first text": 40,
	"between texts": 40,
	"after the end": 120,
};

export function pick<T>(stream: RandomStream, from: readonly T[]): T {
	const found = from[below(stream, from.length)];
	if (found === undefined) throw new Error("nothing to choose from");
	return found;
}
