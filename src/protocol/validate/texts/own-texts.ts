import type { Fault } from "../../../shared/problem.ts";
import { isBlank } from "../../../shared/visible-text.ts";
import { EVERY_TEXT } from "../../../texts/every-text.ts";
import { formsOf, placeholdersIn, type Text } from "../../../texts/template.ts";
import type { Protocol } from "../../schema/schema.ts";
import { fault, faultIf } from "../faults/fault.ts";
import { didYouMean } from "../faults/nearest.ts";

/** The study's own texts instead of ours: each must have a known path and known placeholders. */
export const ownTextFaults = ({ texts = {} }: Protocol): Fault[] =>
	Object.entries(texts).flatMap(([path, own]) => {
		const original = EVERY_TEXT.get(path);
		if (original === undefined) return [unknown(path)];
		return [...unreadable(path, own), ...foreignPlaceholders(path, own, original)];
	});

const unknown = (path: string): Fault =>
	fault(
		["texts", path],
		`There is no such text.${didYouMean(path, [...EVERY_TEXT.keys()])} All of them are in docs/reference/texts.md.`,
	);

const unreadable = (path: string, own: Text): Fault[] =>
	faultIf(
		formsOf(own).some(isBlank),
		["texts", path],
		"This text has no visible character: write something that can be read.",
	);

function foreignPlaceholders(path: string, own: Text, original: Text): Fault[] {
	const names = placeholdersIn(original);
	const filledIn = names.length === 0 ? "Nothing is filled in here" : `Filled in are ${names.map(inBraces).join(", ")}`;
	return placeholdersIn(own).flatMap((name) =>
		faultIf(
			!names.includes(name),
			["texts", path],
			`${inBraces(name)} would stay as it is.${didYouMean(name, names)} ${filledIn}.`,
		),
	);
}

const inBraces = (name: string): string => `{${name}}`;

/** The page sets plurals and directions by the tag, and fails if it is malformed. */
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
