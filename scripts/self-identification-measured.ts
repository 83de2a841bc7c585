import { readFileSync } from "node:fs";
import { z } from "zod";
import { maskText } from "../src/blinding/masking.ts";
import { findSelfIdentification } from "../src/self-identification/finder.ts";
import { useRules } from "../src/self-identification/rules/read-rules.ts";
import { RULES_FILE } from "./self-identification-file.ts";

useRules(RULES_FILE);

const labelled = z.strictObject({
	id: z.string(),
	half: z.enum(["development", "held-out"]),
	language: z.string(),
	label: z.enum(["self", "other"]),
	source: z.enum(["model reply", "prose", "written"]),
	text: z.string(),
	names: z.array(z.string()),
});

export type Labelled = z.output<typeof labelled>;

export const labelledSentences = (): Labelled[] =>
	readFileSync("test/labelled/self-identification.jsonl", "utf8")
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => labelled.parse(JSON.parse(line)));

export type Verdict = Labelled & {
	readonly found: boolean;
	/** The names are masked. In sentences without names, nothing was changed. */
	readonly hidden: boolean;
};

export function judged(sentence: Labelled): Verdict {
	const spans = findSelfIdentification(sentence.text);
	const masked = maskText(sentence.text, spans);
	return { ...sentence, found: spans.length > 0, hidden: sentence.names.every((name) => !masked.includes(name)) };
}

export type Counts = {
	readonly self: number;
	readonly found: number;
	readonly hidden: number;
	readonly other: number;
	readonly mistaken: number;
};

export function countsOf(verdicts: readonly Verdict[]): Counts {
	const self = verdicts.filter(({ label }) => label === "self");
	const other = verdicts.filter(({ label }) => label === "other");
	return {
		self: self.length,
		found: self.filter(({ found }) => found).length,
		hidden: self.filter(({ hidden, found }) => hidden && found).length,
		other: other.length,
		mistaken: other.filter(({ found }) => found).length,
	};
}

const Z = 1.959964;

/** Wilson's 95 % interval of a proportion (Wilson 1927, J. Am. Stat. Assoc. 22, 209-212). */
export function wilson(successes: number, of: number): readonly [low: number, high: number] {
	const p = successes / of;
	const centre = (p + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
	const half = (Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2))) / (1 + Z ** 2 / of);
	return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

function proportion(successes: number, of: number): string {
	if (of === 0) return "";
	const percent = (value: number) => String(Math.round(value * 100));
	const [low, high] = wilson(successes, of);
	return `${percent(successes / of)} % (${percent(low)}–${percent(high)})`;
}

const row = (name: string, { self, found, hidden, other, mistaken }: Counts): string =>
	`| ${[name, self, other, proportion(found, self), proportion(hidden, self), proportion(found, found + mistaken)].join(" | ")} |`;

/** The page's section about the held-out half: in total, by source and by language. */
function measuredMarkdown(verdicts: readonly Verdict[]): string {
	const heldOut = verdicts.filter(({ half }) => half === "held-out");
	const by = (key: "source" | "language") =>
		[...new Set(heldOut.map((verdict) => verdict[key]))].map((value) =>
			row(`\`${value}\``, countsOf(heldOut.filter((verdict) => verdict[key] === value))),
		);
	return [
		"| sentences | identify | do not | found (recall) | every name hidden | right of those found (precision) |",
		"| --- | --- | --- | --- | --- | --- |",
		row("held out, all", countsOf(heldOut)),
		...by("source"),
		...by("language"),
		row("used for development", countsOf(verdicts.filter(({ half }) => half === "development"))),
	].join("\n");
}

const BEGIN = "<!-- Written by `npm run generate:measured`. -->\n";
const END = "\n<!-- End. -->";

/** The page with an updated section. */
export function withMeasured(page: string, verdicts: readonly Verdict[]): string {
	const [before, rest = ""] = page.split(BEGIN);
	const after = rest.slice(rest.indexOf(END));
	return `${before}${BEGIN}${measuredMarkdown(verdicts)}${after}`;
}
