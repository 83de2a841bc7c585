import { despairsIn } from "../talk/languages.ts";

/** Kinds of distress. */
export type Trouble =
	| "emergency"
	| "suicide"
	| "selfHarm"
	| "abuse"
	| "violence"
	| "someoneElse"
	| "panic"
	| "grief"
	| "low"
	| "dose"
	| "suicideSubject";

const I = "(?:i|im|ive|id|ill|me|my|myself)";
const FAMILY =
	"(?:mum|mom|mother|mam|dad|father|wife|husband|son|daughter|child|baby|brother|sister|friend|partner|girlfriend|boyfriend|fiancee?|grand\\w+|nan|nana|gran|granny|uncle|aunt|cousin|dog|cat|twin|parents?)";
const THEM =
	"(?:he|she|they|my (?:\\w+ )?(?:husband|wife|boyfriend|girlfriend|partner|father|dad|mother|mum|mom|stepfather|stepdad|stepmother|uncle|brother|ex|boss|teacher|coach))";

/** Removed before matching: accidents, figures of speech and titles that contain words of distress. */
const HARMLESS =
	/\b(?:laugh\w*|suicide squad|dying to (?:see|know|try|go)|kills? me that|dead(?:line|lift)\w*|assisted (?:suicide|dying)|hurt myself (?:playing|running|at|while|when|in the gym|lifting)|cut myself (?:shaving|cooking|a slice|some slack|on)|kill(?:ing)? time)\b/g;

/** Tried in this order on a normalised message. */
const PATTERNS: readonly (readonly [Trouble, RegExp])[] = [
	[
		"emergency",
		new RegExp(
			`\\b${I}\\b.*\\b(?:overdosed|took (?:too many|all (?:my|the)|a lot of) (?:pills|tablets|medication|meds)|taken (?:too many|all)|swallowed (?:pills|bleach)|cut my wrists?)\\b|\\b${I}\\b.*\\b(?:chest pains?|having a (?:heart attack|stroke)|bleeding (?:a lot|heavily|badly)|throat is closing)\\b|\\b(?:is|isnt|not) (?:unconscious|breathing|responding)\\b|\\b(?:is unconscious|collapsed)\\b`,
		),
	],
	[
		"someoneElse",
		new RegExp(
			`\\b(?:my ${FAMILY}|my \\w+ ${FAMILY}|he|she|they|someone|somebody|a friend)\\b.*\\b(?:suicidal|suicide|(?:wants?|wanted) to die|kill(?:ing)? (?:him|her|them) ?sel(?:f|ves)|end (?:his|her|their) life|self ?harm\\w*|cut(?:s|ting)? (?:him|her|them) ?sel(?:f|ves))\\b`,
		),
	],
	[
		"suicide",
		/\b(?:suicidal|kill(?:ing)? (?:my ?self|meself)|kms|end(?:ing)? (?:my life|it all|everything)|tak(?:e|ing) my (?:own )?life|(?:wanna|want to|wanted to|gonna|going to|ready to) die(?! for)|wish i (?:was|were) (?:dead|never born)|better off (?:dead|without me)|(?:dont|do not|no longer) (?:want to|wanna) (?:live|be alive|be here any ?more|exist|wake up)|no (?:reason|point) (?:to|in) (?:live|living|going on)|cant go on(?: like this| any ?more)?|rather be dead|hang myself|life (?:isnt|is not|not) worth|commit suicide (?:tonight|today)|(?:want|going|plan\w*|thinking) (?:to|of|about) (?:commit )?suicide|thinking (?:about|of) (?:suicide|ending)|jump (?:off|in front of) (?:a|the) (?:bridge|train|roof|building))\b/,
	],
	[
		"selfHarm",
		/\b(?:self ?harm\w*|(?:cut|cutting|hurt|hurting|burn|burning|harm|harming|starve|starving|punish|punishing) myself|make myself (?:sick|throw up|vomit)|purg(?:e|ing))\b/,
	],
	[
		"abuse",
		new RegExp(
			`\\b${THEM} (?:\\w+ ){0,3}(?:hits?|beats?|chok(?:e|es|ed)|strangl\\w+|slap\\w*|punch\\w*|kick\\w*|threaten\\w*|rap(?:e|ed|es)|abus\\w+|touch(?:es|ed)|forc(?:e|es|ed)|locks?|hurts?) (?:me|my|us)\\b|\\b(?:being|been|was|am|im|got|were) (?:\\w+ )?(?:abused|raped|molested|beaten|assaulted|harassed|stalked)\\b|\\b(?:afraid|scared|terrified) of (?:him|her|my (?:\\w+ )?(?:husband|wife|boyfriend|girlfriend|partner|father|dad|mother|mum|mom|ex))\\b|\\b(?:domestic (?:violence|abuse)|abusive (?:relationship|husband|wife|partner|boyfriend|girlfriend|home|father|mother))\\b`,
		),
	],
	[
		"violence",
		/\b(?:i|im|ill) (?:\w+ ){0,3}(?:want|going|gonna|will|plan\w*|about|feel like) (?:to )?(?:kill|killing|murder|shoot|stab|poison|hurt|attack|beat up) (?:him|her|them|my|someone|somebody|people|everyone|everybody|the|you)\b|\bill (?:kill|stab|shoot) (?:him|her|them|my|someone|somebody|everyone)\b/,
	],
	[
		"panic",
		/\b(?:panic attacks?|panicking|anxiety attack|hyperventilat\w*|cant (?:breathe|catch my breath)|heart (?:is |wont stop )?(?:racing|pounding)|freaking out)\b/,
	],
	[
		"grief",
		new RegExp(
			`\\b(?:my|our) (?:\\w+ ){0,2}${FAMILY} (?:\\w+ ){0,3}(?:died|passed (?:away)?|is dying|is dead|was killed|took (?:his|her|their) (?:own )?life)\\b|\\b(?:lost|losing|grieving|mourning|buried|miss) (?:my|our) (?:late |\\w+ )?${FAMILY}\\b|\\b(?:miscarriage|bereave\\w*|grieving|stillb\\w+|widow(?:ed|er)?)\\b|\\bdeath of my\\b`,
		),
	],
	[
		"low",
		/^(?=.*\b(?:im|i am|ive|i feel|i felt|i have|i suffer|i keep|i get|i hate|i cant)\b).*\b(?:depressed|depression|hopeless|worthless|hate (?:myself|my life|being alive)|empty inside|cant stop crying|crying (?:every|all)|cant take (?:it|this) any ?more|feel (?:like )?(?:a |an |so )?(?:failure|nothing|dead inside|numb|broken|burden)|given up|burn(?:ed|t) out)\b|\b(?:nobody|no ?one) (?:cares|loves me|likes me|wants me|needs me|would (?:miss|notice))\b|\b(?:i feel|i am|im|ive been|feeling) (?:\w+ ){0,2}(?:down|miserable|awful|terrible|low|useless)(?: (?:today|lately|recently|again|all the time|these days|at the moment|about myself|right now))? $|\b(?:whats|what is|dont see|dont know whats) the point(?: any ?more| of (?:it all|anything|life|living))* $|\bi cant do (?:this|it) any ?more\b|\btired of (?:life|everything|living)\b|\bi (?:ruin|fail at) everything\b/,
	],
	[
		"dose",
		/\bhow (?:much|many)\b.*\b(?:paracetamol|acetaminophen|tylenol|ibuprofen|aspirin|pills?|tablets?|insulin|sleeping|xanax|codeine|morphine|medication|antidepressants?)\b.*\b(?:dangerous|deadly|lethal|fatal|kills?|die|dead|overdose|too (?:much|many)|harm\w*|toxic|poison\w*)\b|\b(?:lethal|fatal|deadly) (?:dose|amount)\b/,
	],
	["suicideSubject", /\b(?:suicid\w+|kill themselves|kills? (?:him|her)self)\b/],
];

/** A conversation keeps the gravest trouble that was mentioned. */
const GRAVITY: Readonly<Record<Trouble, number>> = {
	emergency: 3,
	suicide: 3,
	selfHarm: 2,
	abuse: 2,
	violence: 2,
	someoneElse: 2,
	panic: 1,
	grief: 1,
	low: 0,
	dose: 2,
	suicideSubject: 0,
};

/** Lasting trouble is kept in mind for the rest of the conversation. */
export const isLasting = (trouble: Trouble): boolean => GRAVITY[trouble] >= 2;

export const graver = (one: Trouble | null, other: Trouble): Trouble =>
	one !== null && GRAVITY[one] > GRAVITY[other] ? one : other;

export function troubleIn(text: string): Trouble | null {
	const told = text.replace(HARMLESS, " ");
	if (despairsIn(text) !== undefined) return "suicide";
	return PATTERNS.find(([, pattern]) => pattern.test(told))?.[0] ?? null;
}

/** What people in danger often say next. */
export type Turn =
	| "means"
	| "joking"
	| "hostile"
	| "nobody"
	| "noCall"
	| "better"
	| "ready"
	| "apology"
	| "stuck"
	| "near";

type TurnPattern = readonly [Turn, RegExp];

const DESPAIR_TURNS: readonly TurnPattern[] = [
	[
		"means",
		/\b(?:how (?:many|much|do i|can i|to|would i)\b.*\b(?:pills?|tablets?|die|dose|kill|painless\w*|quick\w*|rope|blood|cut)|painless\w*|easiest way|best way to (?:die|do it)|lethal|fatal dose|tell me how|which pills|how to do it|quickest)\b/,
	],
	[
		"joking",
		/\b(?:(?:just|only|was|its|it was) (?:a |an )?(?:\w+ )?joke|joking|kidding|just testing|testing you|only a test|not serious|didnt mean it|lol|haha)\b/,
	],
	[
		"noCall",
		/\b(?:(?:dont|wont|not|never|cant) (?:\w+ ){0,3}(?:call|phone|ring|go to|talk to|see|tell)|hotlines?|crisis lines?|helplines?|police|no doctor|they dont help|doesnt help|not help\w*|useless)\b/,
	],
	[
		"hostile",
		/\b(?:you dont (?:care|understand|know)|leave me alone|shut up|fuck|machine|robot|youre (?:just|only|not)|stop (?:saying|telling)|same (?:thing|answer)|whatever|stupid|hate you)\b/,
	],
	["nobody", /\b(?:nobody|no ?one|alone|no friends|havent got anyone|dont have any(?:one|body)|who would|burden)\b/],
	[
		"better",
		/\b(?:thanks?|thank you|feel(?:ing)? (?:a bit |a little |much |somewhat )?(?:better|calmer|safer)|i (?:called|rang|told|texted|talked|will call|ll call)|ill (?:call|ring|tell|try)|youre right|that helps|im safe|im ok|im okay)\b/,
	],
	[
		"ready",
		/^ (?:ok|okay|yes|yeah|i am|im here|what now|what should i do|help|help me|please help|please|and now)(?: \w+){0,3} $/,
	],
];

const ABUSE_TURNS: readonly TurnPattern[] = [
	[
		"near",
		/\b(?:(?:hes|shes|he is|she is|theyre) (?:\w+ )?(?:home|here|back|coming|outside|at the door)|(?:comes|came|coming) (?:back|home)|(?:i|can) hear (?:him|her))\b/,
	],
	[
		"apology",
		/\b(?:sorry|apologi\w+|promis\w+|never again|loves? (?:me|him|her)|changed|my fault|provoke\w*|deserve\w*)\b/,
	],
	[
		"stuck",
		/\b(?:cant leave|cannot leave|nowhere|no money|where (?:should|would|do|can) i go|kids|children|depend\w*|no one would believe|nobody (?:would |will )?believes?)\b/,
	],
];

const TURNS: Partial<Record<Trouble, readonly TurnPattern[]>> = {
	suicide: DESPAIR_TURNS,
	selfHarm: DESPAIR_TURNS,
	abuse: ABUSE_TURNS,
};

export const turnIn = (text: string, trouble: Trouble): Turn | null =>
	TURNS[trouble]?.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
