/** Words that carry no subject: function words, question frames, and the verbs that people ask with. */
const EMPTY = new Set(
	`a able about above accept accepting act acting actually after again against agaisn't ago ah al all almost along already also although always am among an and
	another any anybody anyone anything are aren't around as ask asked asking at away be became because become been before
	began begin being believe best better blow broaden between both bring but by called came can can't cannot case combat come comes contain contribute could
	couldn't cure day days deal definitely describe did didn't different difficult discuss do does doesn't doing don't done
	dont down drawn during each earn easy either else end enjoy enough especially even ever every everybody everyone everything explain
	explore far feel feeling feels felt few find first following for form from front full get gets getting give given gives
	go goes going gonna good got great greet had happen happens hard has hasn't have haven't having he hello help helps her
	here hers hey hi him his hope hot how however hurts i i'd i'll i'm i've idea if im implement important improve in indeed inform
	informed instead interfere into is isn't it it's its itself just keep kind know known last late learn leave less let let's like
	likely likes little living look looking lose lot lots love loves main make makes making many may maybe me mean means
	meet might mine miss more most much must my myself need needs neither never new next nice no nobody none nor not nothing now
	of off often ok okay on once one ones only opinion or other others ought our ours out over own part people perhaps
	person place plan play please pleasure point present probably put question quick quite rather really reason recently
	recommend reduce referred reply respond response right said same saw say says see seem seems seen series set shall she should shouldn't
	show since so some somebody someone something sometimes soon sort specifically start started starting still stop
	such suggest suggestion suggestions supposed supposedly sure take taken takes talk talking teach teaching tell tells
	than thank thanks that that's the their theirs them themselves then there there's these they they're thing things think
	thinking this those though through till time times to today together told too towards tried try trying type types under
	understand until up upon us use used using usually very view want wanted wants was wasn't watching way ways we we're
	well went were weren't what what's whats when where whether which while who whole whom whose why will win wish with
	within without won't wonder work working works world would wouldn't write wrong year years yes yet you you'd you'll
	you're you've your yours yourself`.split(/\s+/),
);

/** Never said back, even where somebody else said it first. */
const UNSPOKEN =
	/^(a\.?i\.?s?|ais|artificial|intelligence|model\w*|rehears\w*|bots?|chat-?bots?|chat-?gpt\w*|gpt\w*|llms?|assistants?|n-word)$/i;

/** With these before it a phrase reads on as it stands; "my" and "our" are the other one's. */
const DETERMINERS: Readonly<Record<string, string>> = {
	a: "a",
	an: "an",
	the: "the",
	my: "your",
	our: "your",
	his: "his",
	her: "her",
	their: "their",
};

const LONGEST = { words: 5, characters: 48 };
/** Nobody's subject first comes up after a page, and a long paste must cost no more than a short one. */
const READ_CHARACTERS = 2000;

/** A phrase of the participant's, heavier the more it looks like a subject: a word each up to three, a name, an article. */
export type Topic = { readonly text: string; readonly weight: number };

/** What a message seems to be about: its phrases, the weightiest first, in the words that it used. Often none. */
export function topicsOf(message: string): Topic[] {
	const phrases = message
		.slice(0, READ_CHARACTERS)
		.split(/[.,;:!?()[\]{}"“”„«»\n\r\t/*_#`<>|~\\]+|\s[-–—]\s?/u)
		.flatMap(phrasesOf);
	const distinct = new Map(phrases.map((phrase) => [phrase.text.toLowerCase(), phrase]));
	return [...distinct.values()].toSorted((one, other) => other.weight - one.weight);
}

function phrasesOf(clause: string): Topic[] {
	const words = clause.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
	const phrases: Topic[] = [];
	let run: string[] = [];
	let before = "";
	const close = () => {
		const phrase = toPhrase(run, before);
		if (phrase) phrases.push(phrase);
		run = [];
	};
	for (const [index, word] of words.entries()) {
		if (isSubject(word)) {
			if (run.length === 0) before = words[index - 1]?.toLowerCase() ?? "";
			run.push(word);
		} else close();
	}
	close();
	return phrases;
}

const isSubject = (word: string): boolean =>
	!EMPTY.has(word.toLowerCase().replaceAll("’", "'")) && !UNSPOKEN.test(word) && word.length > 1;

function toPhrase(run: readonly string[], before: string): Topic | null {
	const words = run.slice(0, LONGEST.words);
	while (words.length > 1 && /ly$/i.test(words[0] ?? "")) words.shift();
	const text = [DETERMINERS[before] ?? "", ...words].join(" ").trim();
	if (words.length === 0 || text.length > LONGEST.characters || !/\p{L}/u.test(text)) return null;
	const isName = words.some((word) => /^\p{Lu}/u.test(word));
	const isThing = Object.hasOwn(DETERMINERS, before);
	return { text, weight: Math.min(words.length, 3) + (isName ? 1 : 0) + (isThing ? 0.5 : 0) };
}
