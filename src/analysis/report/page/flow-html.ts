import { escapeUTF8 as escaped } from "entities/escape";
import type { Report } from "../report-data.ts";

type Line = readonly [name: string, text: string];

const BEFORE: readonly Line[] = [
	["declined", "declined consent"],
	["screened_out", "not eligible"],
	["failed_checks_before", "failed attention checks"],
	["full", "arrived when the study was full"],
	["withdrawn_before", "withdrew before randomisation"],
	["expired_before", "did not return before randomisation"],
	["not_yet_randomised", "not yet randomised"],
];
const AFTER: readonly Line[] = [
	["withdrawn", "withdrew"],
	["expired", "did not return in time"],
	["failed_checks", "failed attention checks"],
	["full_after", "returned when the study was full"],
	["in_progress", "in progress"],
];

/** The participant flow as CONSORT draws it, as boxes that read in order without a picture. */
export function flowHtml({ checks: { flow, balance }, study }: Report): string {
	const count = (name: string): number => flow[name] ?? 0;
	const listed = (lines: readonly Line[]): string => {
		const found = lines.filter(([name]) => count(name) > 0).map(([name, text]) => `<li>${count(name)} ${text}</li>`);
		return found.length === 0 ? "<li>none</li>" : found.join("");
	};
	const total = (lines: readonly Line[]): number => lines.reduce((sum, [name]) => sum + count(name), 0);
	const known = Object.keys(flow).length > 0;
	const before = known
		? `<li class="box">Assessed <b>${count("assessed")}</b></li><li class="side">Not randomised <b>${total(BEFORE)}</b><ul>${listed(BEFORE)}</ul></li>`
		: "";
	const after = known
		? `<li class="side">Did not complete <b>${total(AFTER)}</b><ul>${listed(AFTER)}</ul></li>`
		: `<li class="side">Did not complete <b>${study.randomised - study.completed}</b></li>`;
	const sequences = balance.sequences.length;
	const orders = sequences > 0 ? ` to ${sequences} ${sequences === 1 ? "sequence" : "sequences"}` : "";
	return `<ol class="flow">${before}<li class="box">Randomised${orders} <b>${study.randomised}</b></li>${after}<li class="box">Completed <b>${study.completed}</b></li><li class="box">Analysed, with the answers given <b>${escaped(String(study.randomised))}</b></li></ol>`;
}
