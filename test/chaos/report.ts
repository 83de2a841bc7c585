import type { Crowd } from "./crowd.ts";
import type { Violation } from "./ledger.ts";
import type { Options } from "./options.ts";
import { PHASES } from "./plan.ts";
import { LAYOUTS } from "./studies.ts";

type Outcome = {
	readonly options: Options;
	readonly crowd: Crowd;
	readonly violations: readonly Violation[];
	readonly calls: number;
	readonly seconds: number;
};

/** The most violations that are printed for one rule. */
const SHOWN = 5;

export function reportOf({ options, crowd, violations, calls, seconds }: Outcome): string {
	const { ledger, killer, waits } = crowd;
	const { seed, participants, kills, server } = options;
	const answers = ledger.answers.filter(({ acknowledged }) => acknowledged);
	return [
		`${participants} participants in each of ${LAYOUTS.length} layouts, ${killer.hits.length} of ${kills} kills, seed ${seed}, server ${server}: ${seconds.toFixed(0)} s.`,
		`${ledger.people.length} sessions, ${answers.length} acknowledged answers, ${ledger.shown.length} replies shown, ${calls} calls of models.`,
		`Ends: ${counts(ledger.people.map(({ status }) => status))}.`,
		"",
		"Kills that struck requests of each phase, and those requests:",
		...struckLines(crowd),
		phaseLine("rows on their way to D1", crowd.behind, "sessions"),
		"",
		"Waits, from the first attempt to the answer; struck are those whose connection broke on the way:",
		...waits.lines(),
		"",
		...violationLines(violations),
	].join("\n");
}

function struckLines({ killer: { hits } }: Crowd): string[] {
	const others = hits.flatMap(({ struck }) => Object.keys(struck));
	return [...new Set<string>([...PHASES, ...others])].map((phase) => {
		const aimed = hits.filter(({ aimedAt }) => aimedAt === phase).length;
		const struck = hits.map((hit) => hit.struck[phase] ?? 0);
		return `${phaseLine(phase, struck, "requests")}  (${aimed} aimed at)`;
	});
}

function phaseLine(phase: string, struck: readonly number[], what: string): string {
	const kills = String(struck.filter((count) => count > 0).length).padStart(4);
	const all = String(struck.reduce((sum, count) => sum + count, 0)).padStart(5);
	return `${phase.padEnd(27)} ${kills} kills  ${all} ${what}`;
}

function violationLines(violations: readonly Violation[]): string[] {
	if (violations.length === 0) return ["0 violations."];
	const byRule = [...Map.groupBy(violations, ({ rule }) => rule)];
	return [
		`${violations.length} violations.`,
		...byRule.flatMap(([rule, all]) => [
			`${rule}: ${all.length}`,
			...all.slice(0, SHOWN).map(({ who, detail }) => `  ${who}: ${detail}`),
		]),
	];
}

const counts = (names: readonly string[]): string =>
	[...Map.groupBy(names, (name) => name)]
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, all]) => `${all.length} ${name}`)
		.join(", ");
