import { pointer } from "../../../shared/json.ts";
import type { Fault } from "../../../shared/problem.ts";
import { didYouMean } from "./nearest.ts";

export type Path = readonly PropertyKey[];

export const fault = (path: Path, detail: string): Fault => ({ pointer: pointer(path), detail });

export const faultIf = (wrong: boolean, path: Path, detail: string): Fault[] => (wrong ? [fault(path, detail)] : []);

/** The positions of repeated entries in a list. */
export const repeats = <T>(list: readonly T[]): number[] =>
	list.flatMap((one, index) => (list.indexOf(one) < index ? [index] : []));

const NAMES_LISTED = 20;

/** The existing names, for the end of a sentence. */
export function known(names: readonly string[]): string {
	if (names.length === 0) return "none";
	const more = names.length - NAMES_LISTED;
	return names.slice(0, NAMES_LISTED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** "There is no form "abuot". Did you mean "about"? Defined under `forms`: about, ranking." */
export const noSuch = (what: string, written: string, names: readonly string[], where: string): string =>
	`There is no ${what} "${written}".${didYouMean(written, names)} Defined under \`${where}\`: ${known(names)}.`;
