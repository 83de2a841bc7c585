import type { Protocol } from "../schema/schema.ts";
import { statedMinutes } from "../steps/expected-time.ts";
import { type Warning, warningIf } from "./warning.ts";

/** Minutes in the languages of the app, after a number or a range. */
const MINUTES =
	/(\d{1,4})(?:\s{0,2}(?:-|–|—|to|à|bis|a|tot|do|ila|से|至|到|〜|～|إلى)\s{0,2}(\d{1,4}))?[\s\u00a0-]{0,2}(?:min\b|minut|мин|分|دقيقة|دقائق|मिनट|dakika|dk\b|phút|menit)/giu;

/** The consent and the header must state the same duration. */
export function durationWarnings({ duration, consent }: Protocol): Warning[] {
	if (duration === undefined) return [];
	const minutes = statedMinutes(duration);
	const said = [...consent.text.matchAll(MINUTES)].map(([, from, to]) => [Number(from), Number(to ?? from)] as const);
	return warningIf(
		said.length > 0 && !said.some(([from, to]) => from <= minutes && minutes <= to),
		"duration_differs",
		["duration"],
		`Participants are told ${minutes} minutes, and the consent says ${said.map(([from, to]) => (from === to ? from : `${from} to ${to}`)).join(", ")}. Give one figure.`,
	);
}
