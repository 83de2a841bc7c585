import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { browserStudy } from "./study.ts";

/** A word and an address that are too long for a line on a phone. */
export const WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
export const ADDRESS = "https://example.org/an/address/without/any/space/in/it/at/all/that/goes/on/and/on";

const options = [
	{ value: "word", label: WORD },
	{ value: "address", label: ADDRESS },
	{ value: "other", label: "Other" },
];
const ends = { minLabel: WORD, maxLabel: ADDRESS };
const list = Array.from({ length: 20 }, (_, place) => ({ value: `v${place}`, label: `${WORD} ${place}` }));

const about: NonNullable<ProtocolInput["forms"]>[string] = {
	title: `About ${WORD}`,
	items: [
		{ id: "info", kind: "info", label: ADDRESS, help: WORD },
		{ id: "number", kind: "number", label: WORD, help: ADDRESS, ...ends },
		{ id: "choice", kind: "choice", label: ADDRESS, options },
		{ id: "choices", kind: "choices", label: WORD, options },
		{ id: "list", kind: "choice", label: "From a list", options: list },
		{ id: "likert", kind: "likert", label: "Seven points", ...ends },
		{ id: "eleven", kind: "likert", label: "Eleven points", min: 0, max: 10, ...ends },
		{ id: "vas", kind: "vas", label: "A line", notApplicable: true, ...ends },
		{ id: "ranking", kind: "ranking", label: "An order", options },
		{ id: "text", kind: "text", label: WORD, help: ADDRESS, required: false },
	],
};

/** Long words in every text that a study has. */
export function longWords(slug: string, layout: "single" | "best-of" | "side-by-side"): ProtocolInput {
	const study = browserStudy(slug, layout);
	return {
		...study,
		title: WORD,
		eligibility: [],
		consent: { version: "1", text: `## ${WORD}\n\n- ${ADDRESS}\n\n${WORD} \`${WORD}\`` },
		forms: { ...study.forms, about },
		conversations: study.conversations.map((talk) => ({
			...talk,
			title: WORD,
			instructions: ADDRESS,
			...(layout === "best-of" ? { scale: { min: 0, max: 100, ...ends } } : {}),
		})),
	};
}
