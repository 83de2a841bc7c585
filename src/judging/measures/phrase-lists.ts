import { phraseList } from "./phrases.ts";

const listed = (text: string): string[] =>
	text
		.split(",")
		.map((phrase) => phrase.trim())
		.filter((phrase) => phrase !== "");

/**
 * Hedges from Hyland (2005, Metadiscourse, appendix), without words that usually have another meaning in conversations: about,
 * around, claim, could, feel, felt, quite, should, would.
 */
export const HEDGES = phraseList(
	listed(`almost, apparent, apparently, appear, appeared, appears, approximately, argue, argues, assume, assumed, broadly,
		certain amount, certain extent, certain level, doubt, doubtful, essentially, estimate, estimated, fairly, frequently,
		from my perspective, from this perspective, generally, guess, in general, in most cases, in most instances, in my opinion,
		in my view, indicate, indicated, indicates, largely, likely, mainly, may, maybe, might, mostly, often, on the whole, perhaps,
		plausible, plausibly, possible, possibly, presumable, presumably, probable, probably, relatively, roughly, seem, seems,
		sometimes, somewhat, suggest, suggested, suggests, suppose, supposed, suspect, suspects, tend to, tended to, tends to,
		to my knowledge, typical, typically, uncertain, unclear, unlikely, usually`),
);

export const SECOND_PERSON = phraseList(
	listed("you, your, yours, yourself, yourselves, youre, youve, youll, youd, u, ur, yall"),
);

const CANNOT = [
	"i cannot",
	"i can't",
	"i can not",
	"i am unable to",
	"i'm unable to",
	"i am not able to",
	"i'm not able to",
];
const DENIED = [
	"answer",
	"answer that",
	"assist with",
	"comply",
	"endorse",
	"engage",
	"fulfill",
	"give",
	"help with",
	"help you with",
	"produce",
	"provide",
	"support",
	"take sides",
];

/** Based on the list of PRISM's analysis (Kirk et al. 2024), with "cannot", "can't" and "unable to" before each verb. */
export const REFUSALS = phraseList([
	...CANNOT.flatMap((start) => DENIED.map((end) => `${start} ${end}`)),
	...listed(`i'm sorry but, i am sorry but, i apologize but, i apologise but, it is not appropriate, it's not appropriate,
		it would not be appropriate, it is not accurate, it's not accurate, it is not ethical, it's not ethical,
		i'm not sure that it's appropriate, i am not sure that it's appropriate, i won't be able to help, i must decline,
		i have to decline, i'm not comfortable, i am not comfortable`),
]);

const KINDS = [
	"ai",
	"artificial intelligence",
	"language model",
	"large language model",
	"chatbot",
	"virtual assistant",
	"conversational assistant",
	"machine",
	"computer program",
];

/** Based on the list of PRISM's analysis (Kirk et al. 2024), with short and full forms, for every kind of system. */
export const DEANTHROPOMORPHISING = phraseList([
	...KINDS.flatMap((kind) => [`as a ${kind}`, `as an ${kind}`, `i am a ${kind}`, `i am an ${kind}`, `i'm a ${kind}`]),
	...KINDS.flatMap((kind) => [`i'm an ${kind}`, `i am just a ${kind}`, `i am just an ${kind}`, `i'm just a ${kind}`]),
	...KINDS.flatMap((kind) => [`i'm just an ${kind}`, `i am only an ${kind}`, `i'm only an ${kind}`]),
	...listed(`i don't have personal, i do not have personal, i don't hold personal, i do not hold personal, i don't hold,
		i do not hold, i don't have feelings, i do not have feelings, i don't have emotions, i do not have emotions,
		i don't have opinions, i do not have opinions, i don't experience, i do not experience, i cannot express,
		i can't express, i was trained, i am trained, i'm trained, i was programmed, i am programmed, my training data,
		my programming`),
]);
