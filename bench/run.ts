import { allocated, PARTICIPANTS, shuffled } from "./allocation.ts";
import { answered, events, parsed, TIMES } from "./answered-step.ts";
import { ARRIVALS, maskedWhileGrowing, parsedAsMarkdown } from "./masked-reply.ts";
import { measured, REPLIES, segmented } from "./measured-reply.ts";
import { besideLme4, bootstrapped, DRAWS, fitted, fittedTenfold, PEOPLE } from "./mixed-model.ts";
import { LOOKS, lookedAt, readBack } from "./paced-look.ts";
import { type Ratio, ratioOf } from "./ratio.ts";
import { CHUNKS, readByPackage, readHere } from "./read-chunk.ts";
import { passedThrough, TOKENS, writtenAndRead } from "./streamed-reply.ts";

/** `npm run bench`: what the hot paths cost beside the least that could be done, in plain Node, as ratios of one run. */
const rows: readonly (readonly [what: string, beside: string, each: number, ratio: () => Promise<Ratio>])[] = [
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

console.log("Medians of 15 rounds, least and most in brackets. Compare ratios, not times.\n");
for (const [what, beside, each, ratio] of rows) {
	const { median, least, most, workMs } = await ratio();
	const spread = `${median.toFixed(2)} (${least.toFixed(2)} … ${most.toFixed(2)})`;
	console.log(`${spread} times ${beside}: ${what}\n    about ${((workMs / each) * 1000).toFixed(1)} µs each here\n`);
}

const ours = await ratioOf(fitted, fitted);
const lme4 = besideLme4(ours);
console.log(
	lme4
		? `${lme4.ratio.toFixed(2)} times lme4: a mixed model of ${PEOPLE} participants, from its formula\n    about ${ours.workMs.toFixed(0)} ms here, ${lme4.lme4Ms.toFixed(0)} ms in R\n`
		: `a mixed model of ${PEOPLE} participants: about ${ours.workMs.toFixed(0)} ms here. R has no lme4 on this machine, so there is no ratio.\n`,
);
