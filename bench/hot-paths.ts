import { allocated, PARTICIPANTS, shuffled } from "./allocation.ts";
import { answered, events, parsed, TIMES } from "./answered-step.ts";
import { ARRIVALS, maskedWhileGrowing, parsedAsMarkdown } from "./masked-reply.ts";
import { measured, REPLIES, segmented } from "./measured-reply.ts";
import { besideLme4, bootstrapped, DRAWS, fitted, fittedTenfold, PEOPLE } from "./mixed-model.ts";
import { LOOKS, lookedAt, readBack } from "./paced-look.ts";
import { type Ratio, ratioOf } from "./ratio.ts";
import { CHUNKS, readByPackage, readHere } from "./read-chunk.ts";
import { type Section, spreadText } from "./section.ts";
import { passedThrough, TOKENS, writtenAndRead } from "./streamed-reply.ts";

type Path = readonly [what: string, beside: string, each: number, ratio: () => Promise<Ratio>];

const PATHS: readonly Path[] = [
	[
		"a chunk of a reply, read and split into shown and hidden text",
		"the same chunk read by @ai-sdk/openai",
		CHUNKS,
		() => ratioOf(readHere, readByPackage),
	],
	[
		"a token, written to frames and read as events",
		"a token passed through as bytes",
		TOKENS,
		() => ratioOf(writtenAndRead, passedThrough),
	],
	[
		`an answer, decided, applied and shown after ${events} events`,
		"JSON.parse of that log",
		TIMES,
		() => ratioOf(answered, parsed),
	],
	[
		"a look at a paced reply in four candidates",
		"JSON.parse of what arrived",
		LOOKS,
		() => ratioOf(lookedAt, readBack),
	],
	[
		"an arrival of a reply that is masked",
		"parsing what has arrived as Markdown",
		ARRIVALS,
		() => ratioOf(maskedWhileGrowing, parsedAsMarkdown),
	],
	["an allocation, decided, drawn and logged", "a shuffle of four", PARTICIPANTS, () => ratioOf(allocated, shuffled)],
	[
		"all measures of a reply of 800 characters",
		"its words, split by Intl.Segmenter",
		REPLIES,
		() => ratioOf(measured, segmented),
	],
	[`a mixed model of ${PEOPLE * 10} participants`, `the same of ${PEOPLE}`, 1, () => ratioOf(fittedTenfold, fitted)],
	["a bootstrap draw of that model, ten of them", "one fit", DRAWS, () => ratioOf(bootstrapped, fitted)],
];

/** CPU of the hot paths in plain Node, each as a ratio to the least work that could be done. */
export async function hotPaths(): Promise<Section> {
	const rows: string[][] = [];
	for (const [what, beside, each, ratio] of PATHS) {
		const measuredRatio = await ratio();
		rows.push([what, beside, spreadText(measuredRatio), micros(measuredRatio.workMs, each)]);
	}
	rows.push(await lme4Row());
	return {
		title: "Hot paths, in one process",
		about:
			"CPU, as a ratio to a yardstick that ran in turn with it: the median of 15 rounds, least and most in brackets.",
		columns: ["what", "beside", "ratio", "each, here"],
		rows,
	};
}

async function lme4Row(): Promise<string[]> {
	const ours = await ratioOf(fitted, fitted);
	const lme4 = besideLme4(ours);
	const what = `a mixed model of ${PEOPLE} participants, from its formula`;
	return lme4
		? [what, "R's lme4", lme4.ratio.toFixed(2), `${ours.workMs.toFixed(0)} ms, ${lme4.lme4Ms.toFixed(0)} ms in R`]
		: [what, "R's lme4", "not installed here", `${ours.workMs.toFixed(0)} ms`];
}

const micros = (workMs: number, each: number): string => `${((workMs / each) * 1000).toFixed(1)} µs`;
