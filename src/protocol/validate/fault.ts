import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";

export type Path = readonly PropertyKey[];

export const fault = (path: Path, detail: string): Fault => ({ pointer: pointer(path), detail });

export const faultIf = (wrong: boolean, path: Path, detail: string): Fault[] => (wrong ? [fault(path, detail)] : []);

/** The places at which a list says something that it has said before. */
export const repeats = <T>(list: readonly T[]): number[] =>
	list.flatMap((one, index) => (list.indexOf(one) < index ? [index] : []));

/** The names there are, for the end of a sentence: a misspelt one is then seen at a glance. */
export const known = (names: readonly string[]): string => (names.length > 0 ? names.join(", ") : "none");
