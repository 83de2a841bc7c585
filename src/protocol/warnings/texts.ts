import type { Protocol } from "../schema/schema.ts";
import { shownTexts } from "../steps/shown-texts.ts";
import { type Warning, warning, warningIf } from "./warning.ts";

export const textWarnings = (protocol: Protocol): Warning[] => [...placeholders(protocol), ...otherScript(protocol)];

/** Remains of a template, without Markdown links. Bounded, so that no text makes the search slow. */
const PLACEHOLDERS = [
	/\{\{[^{}\n]{0,200}\}\}/,
	/\$\{[^{}\n]{0,200}\}/,
	/<<[^<>\n]{1,200}>>/,
	/\[(?:insert|enter|add|your|name of|institution|university|contact|date|amount|xx+)\b[^\]\n]{0,200}\](?!\()/i,
	/\bTODO:|\bTBD\b|\bFIXME\b|XXXX+/,
	/lorem ipsum/i,
];

const placeholders = (protocol: Protocol): Warning[] =>
	shownTexts(protocol).flatMap(({ path, text }) => {
		const [found] = PLACEHOLDERS.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
		return found === undefined
			? []
			: [
					warning(
						"placeholder_in_text",
						path,
						`Participants read "${found.slice(0, 60)}" as it stands here, for nothing is filled in. Write what is meant.`,
					),
				];
	});

/** By ISO 15924, for languages with several scripts. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
	Jpan: ["Han", "Hiragana", "Katakana"],
	Kore: ["Hangul", "Han"],
	Hans: ["Han"],
	Hant: ["Han"],
};

/** Enough to recognise a script. */
const CHARACTERS_READ = 5000;
/** Shorter texts may be names. */
const LETTERS_AT_LEAST = 40;
/** The share of letters in the language's own script. */
const SHARE_AT_LEAST = 0.2;

function otherScript(protocol: Protocol): Warning[] {
	const texts = shownTexts(protocol).map(({ text }) => text);
	const letters = texts.join("\n").slice(0, CHARACTERS_READ).match(/\p{L}/gu) ?? [];
	const own = isOfScript(protocol.language);
	if (!own || letters.length < LETTERS_AT_LEAST) return [];
	return warningIf(
		letters.filter((letter) => own.test(letter)).length < SHARE_AT_LEAST * letters.length,
		"texts_in_another_script",
		["language"],
		`The study's texts are not written in the script of "${protocol.language}", the language of buttons and errors. Give the language of the texts.`,
	);
}

/** Matches a letter of the language's usual script. Null if the script is unknown. */
function isOfScript(language: string): RegExp | null {
	try {
		const { script } = new Intl.Locale(language).maximize();
		if (script === undefined) return null;
		const names = SCRIPTS[script] ?? [script];
		return new RegExp(`[${names.map((name) => `\\p{Script_Extensions=${name}}`).join("")}]`, "u");
	} catch {
		return null;
	}
}
