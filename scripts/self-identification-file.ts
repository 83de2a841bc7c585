import { decodeHTML } from "entities/decode";
import { htmlDecodeData } from "../node_modules/entities/dist/generated/decode-data-html.js";
import { LANGUAGES } from "../src/self-identification/rules/every-language.ts";
import type { RulesFile } from "../src/self-identification/rules/read-rules.ts";

/** The names of HTML's entities in the package's data: each has a part of the name before it, and a rest (see its `decode-data-format.js`). */
function entityNames([data]: readonly [string, string]): string[] {
	const [HEADER, META, HEADER_LENGTH] = [0x30, 0x23, 6];
	const header = (at: number) => ((data.charCodeAt(at) - HEADER) << 6) | (data.charCodeAt(at + 1) - HEADER);
	const [count, restsLength] = [header(0), header(2)];
	let [name, at] = ["", HEADER_LENGTH];
	return Array.from({ length: count }, (_, index) => {
		const [shared = 0, rest = 0] = [0, 1].map(
			(place) => (data.charCodeAt(HEADER_LENGTH + restsLength + 2 * index + place) - META) & 31,
		);
		name = name.slice(0, shared) + data.slice(at, at + rest);
		at += rest;
		return name;
	});
}

const names = entityNames(htmlDecodeData as readonly [string, string]);

/** What finds self-identification and is not code: `public/self-identification.json`. */
export const RULES_FILE: RulesFile = {
	languages: LANGUAGES,
	entities: {
		named: Object.fromEntries(names.map((name) => [name, decodeHTML(`&${name};`)])),
		open: names.filter((name) => decodeHTML(`&${name}`) === decodeHTML(`&${name};`)).join(" "),
	},
};
