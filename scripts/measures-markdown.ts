import {
	USER_FEATURES,
	USER_FEATURES_SOURCE,
	USER_FEATURES_VERSION,
} from "../src/judging/conversations/user-features.ts";
import { PROMPT_VERSION } from "../src/judging/judges/prompt.ts";
import { MEASURES, MEASURES_VERSION } from "../src/judging/measures/catalogue.ts";
import type { LanguageScope } from "../src/judging/measures/measure.ts";
import { type Rubric, type RubricItem, rubricName } from "../src/judging/rubrics/rubric.ts";
import { RUBRICS } from "../src/judging/rubrics/rubrics.ts";
import { unreachable } from "../src/shared/result.ts";

const SCOPES: Readonly<Record<LanguageScope, string>> = {
	any: "any",
	spaced: "with spaces between words",
	English: "English",
};

/** `docs/reference/measures.md`, from the data that the code uses. */
export const measuresMarkdown = (): string => `# Measures of texts

<!-- Written by \`npm run generate:measures\`. Do not edit. -->

Each measure is a pure function of a text, under \`src/judging/\`. How to use them: [Measure texts](../how-to/measure-texts.md).

## A reply or a message

The definitions are **${MEASURES_VERSION}**; never mix values of two versions. Replies are read as Markdown, as the participants' page shows them; messages are read as they
were typed. A measure that does not apply to a text says why and is never a zero: the wrong language, too few words, no Markdown.

${textMeasures()}

## A participant's messages of one conversation

The 19 features of how people talk to assistants, **${USER_FEATURES_VERSION}**. Source: ${USER_FEATURES_SOURCE}. The sources give examples and no complete word lists; ours are in
\`src/judging/conversations/user-phrases.ts\`, so compare values of one study with each other, not with published ones. The sources' task identifiers are replaced by those of any
conversation. How far a classifier separates people from simulators by these features: [Statistics](statistics.md).

${features()}

## Topics of opening messages

Offline: words without function words, TF-IDF (Salton and Buckley 1988; smoothed as in scikit-learn), spherical k-means (Dhillon and Modha 2001) from k-means++. Of all numbers of topics from 2 to the square
root of the number of messages, at most 20, the one with the greatest mean simplified silhouette (Vendramin, Campello and Hruschka 2010) is taken. Topics are named by their heaviest terms. A message
that shares no word with another one has no topic. Vectors of an embedding model can take the place of TF-IDF. Command: \`npm run topics\`.

## With a judge model

A judge model answers the items of a rubric at temperature 0, as JSON of a fixed form (**${PROMPT_VERSION}**). It sees the conversation and nothing of arms, labels or models. An answer that cannot be
used is asked for once more, with its fault named; after that the judgement is missing. The scores of a judge mean little before they are compared with people's: [Statistics](statistics.md#judgements).
Scores that a model gives to another model's imitation of people are circular, so report them as such.

${RUBRICS.map(rubricText).join("\n\n")}
`;

const rubricText = (rubric: Rubric): string => `### \`${rubricName(rubric)}\`: ${rubric.title}

Judges a ${JUDGED[rubric.judges]}. ${rubric.source}.

> ${rubric.task}

${table(
	["item", "question", "values", "not applicable"],
	rubric.items.map((item) => [`\`${item.id}\``, item.question, scaleText(item), item.notApplicable ?? ""]),
)}`;

const JUDGED: Readonly<Record<Rubric["judges"], string>> = {
	reply: "reply in its conversation",
	pair: "pair of replies to one conversation, in both orders",
	opening: "participant's first message",
};

function scaleText({ scale }: RubricItem): string {
	switch (scale.kind) {
		case "integer": {
			const anchors = Object.entries(scale.anchors).map(([score, means]) => `${score}: ${means}`);
			return `${scale.min} to ${scale.max}. ${anchors.join("; ")}`;
		}
		case "choice":
			return scale.options.map(({ id, means }) => `\`${id}\` (${means})`).join("; ");
		case "preference":
			return "`first`, `second`, `equal`";
		default:
			return unreachable(scale);
	}
}

const textMeasures = (): string =>
	table(
		["name", "unit", "definition", "languages", "source"],
		MEASURES.map(({ name, unit, definition, languages, source }) => [
			`\`${name}\``,
			unit,
			definition,
			SCOPES[languages],
			source,
		]),
	);

const features = (): string =>
	table(
		["name", "dimension", "unit", "definition", "languages"],
		USER_FEATURES.map(({ name, dimension, unit, definition, languages }) => [
			`\`${name}\``,
			dimension,
			unit,
			definition,
			SCOPES[languages],
		]),
	);

export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
	[headings, headings.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escaped).join(" | ")} |`).join("\n");

const escaped = (cell: string): string => cell.replaceAll("|", "\\|");
