import type { ThreadMessage } from "../port.ts";
import { type Topic, topicsOf } from "./topics.ts";

/** What sort of thing was said, which decides what sort of answer fits. */
export type Kind =
	| "unclear"
	| "foreign"
	| "distress"
	| "fraught"
	| "aboutYou"
	| "greeting"
	| "thanks"
	| "request"
	| "how"
	| "why"
	| "judgement"
	| "best"
	| "either"
	| "fact"
	| "closed"
	| "feeling"
	| "statement";

export type Heard = {
	readonly kind: Kind;
	/** "this" where the message names nothing. */
	readonly topic: string;
	/** Another thing that the message names, or null. */
	readonly second: string | null;
	/** What an earlier message was about, or null. */
	readonly earlier: string | null;
};

export function hear(thread: readonly ThreadMessage[]): Heard {
	const said = thread.filter(({ role }) => role === "participant").map(({ text }) => text);
	const last = said.at(-1) ?? "";
	const kind = kindOf(last);
	const before = said.slice(0, -1).flatMap((text) => named(text, kindOf(text)).slice(0, 1));
	const [first, second] = named(last, kind);
	// "Why is that?" is about what came before.
	const topic = first?.text ?? (UNNAMED.has(kind) ? undefined : before.at(-1)?.text) ?? "this";
	const earlier = before.findLast(({ text }) => text.toLowerCase() !== topic.toLowerCase())?.text ?? null;
	return { kind, topic, second: second && second.weight >= WORTH_AN_ASIDE ? second.text : null, earlier };
}

/** A lone word without an article or a capital is as often a verb: too little to come back to. */
const WORTH_AN_ASIDE = 1.5;

/** What is said back. Nothing of a hard subject is: set into a sentence, the words for people become a statement about them. */
const UNNAMED = new Set<Kind>(["distress", "fraught", "foreign", "greeting", "aboutYou"]);

const named = (text: string, kind: Kind): Topic[] => (UNNAMED.has(kind) ? [] : topicsOf(text));

const GREETING = /^(hi|hii+|hello|hey|hiya|greetings|good (morning|afternoon|evening|day)|howdy|yo)\b/;

/** In this order: the first that fits. Messages come in lower case, with plain apostrophes and without a greeting. */
const KINDS: readonly (readonly [Kind, RegExp])[] = [
	["distress", /\b(suicid\w*|kill(ing)? myself|end my life|want to die|hurt(ing)? myself|self[- ]harm\w*)\b/],
	[
		"aboutYou",
		/\b(who|what) are you\b|\bare you (an? )?(ai|bot|chatbot|robot|human|real|person|machine|computer|language model|model)\b|\b(which|what) (ai|bot|chatbot|language model|model|version) are you\b|\bhow do you work\b|\byour (name|opinion of yourself|training)\b|\bwho (made|created|built|trained) you\b/,
	],
	[
		"fraught",
		/\b(kill(ed|ing)?|murder\w*|terror\w*|war|hamas|israel\w*|palestin\w*|abortion\w*|n[- ]word|racis\w*|(black|white|brown) people|immigra\w*|migrants?|deport\w*|gender|transgender|genocide|rape\w*|jews?|muslims?|gays?)\b/,
	],
	["thanks", /^(thanks?|thank you|thx|cheers|great|perfect|ok(ay)?|cool|got it|i see)\b.{0,40}$/],
	["best", /\b(best|recommend\w*|suggest\w*|gift|which)\b/],
	[
		"how",
		/\bhow (do|can|to|should|could|would|does|did|might)\b|\bwhat (do i do|to do|can i do|should i do)\b|\badvice\b/,
	],
	["why", /^(and |but |so )?why\b|\bwhy (do|does|did|is|are|would|doesn't|don't)\b|\breasons?\b/],
	[
		"fact",
		/\b(tell|learn|know|hear|read|talk)( me| us)?( something| more| a bit| a little)? about\b|\b(explain|describe)\b/,
	],
	[
		"request",
		/^(please|can you|could you|could i|can i|would you|give|tell|write|make|plan|explain|describe|present|help|list|show)\b|\bi (would like|want|'d like) (you )?to\b|\b(recipe|menu|please)\b/,
	],
	[
		"judgement",
		/\bshould\b|\b(is|are) (it|they) (ok|okay|right|wrong|acceptable|fair)\b|\bdo you think\b|\bwhat do you think\b|\byour (opinion|take|view)\b|\b(un)?acceptable\b/,
	],
	["either", /^(\w+ ){1,4}or (\w+ ?){1,4}\??$/],
	["fact", /^(and |but |so )?(what|who|whose|where|when|whats|what's|how (many|much|long|old|far|important))\b/],
	["closed", /^(is|are|am|do|does|did|can|could|will|would|has|have|was|were)\b|\?$/],
	[
		"feeling",
		/\bi('m| am|m)? (so |very |really |rather |a bit )?(sad|lonely|tired|annoyed|angry|afraid|scared|worried|anxious|stressed|happy|excited|lost|stuck|betrayed)\b|\bi (feel|can't|cannot|hate|miss|never)\b|\bi don't know what\b/,
	],
];

export function kindOf(message: string): Kind {
	const text = message.slice(0, 2000).toLowerCase().replaceAll("’", "'").trim();
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	if (letters < 2) return "unclear";
	if (isForeign(text)) return "foreign";
	const rest = text.replace(GREETING, "").replace(/^[\s,.!]+/, "");
	if (GREETING.test(text) && isSmallTalk(rest)) return "greeting";
	return KINDS.find(([, pattern]) => pattern.test(rest))?.[0] ?? "statement";
}

const SMALL_TALK =
	/^(\s|[.,!?]|there|you|how are you|how is it going|how's it going|nice|a?|pleasure|to|greet|meet|talk|with|and|start|working|again|everyone|today|doing|friend|all)*$/;

const isSmallTalk = (rest: string): boolean => SMALL_TALK.test(rest) || rest.length < 3;

/** The commonest words of English: a sentence of it that goes without one is short. */
const ENGLISH =
	/\b(the|a|an|is|are|am|i|i'm|you|to|of|and|in|on|it|do|does|what|how|why|who|can|my|me|for|not|that|this|with|be|have|will|should|or|was|about|hi|hello|hey|thanks|thank|ok|okay|yes|no|please|would|could|best|good|more|tell|some|than)\b/;

/** Other scripts, or five words and more without a common English one among them. Short phrases get the benefit of the doubt. */
function isForeign(text: string): boolean {
	const letters = text.match(/\p{L}/gu) ?? [];
	const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
	if (latin.length < letters.length / 2) return true;
	const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
	return /[¿¡]/.test(text) || (words.length >= 4 && !ENGLISH.test(text));
}
