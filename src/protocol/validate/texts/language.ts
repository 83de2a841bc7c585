import type { Fault } from "../../../shared/problem.ts";
import type { Protocol } from "../../schema/schema.ts";
import { faultIf } from "../faults/fault.ts";

/** The page sets plurals and directions by the tag, and stops at one that is not well-formed. */
export const languageFaults = ({ language }: Protocol): Fault[] =>
	faultIf(
		!isWellFormed(language),
		["language"],
		`"${language}" is not a well-formed BCP 47 tag: write one such as en, pt-BR or zh-Hant.`,
	);

function isWellFormed(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}
