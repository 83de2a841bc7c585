const GROWN = "(?:child|children|kid|kids|five|six|seven|eight|ten|twelve)";

/** Messages about the previous reply, normalised. The first pattern that fits decides. */
const PATTERNS = {
	table: /\b(?:table|columns?|tabular|spreadsheet|grid)\b/,
	child: new RegExp(
		`\\b(?:for|to|like|as|with) (?:(?:a|my|im|i am|i was|if|were|small|young|little|the) )*${GROWN}\\b|\\byears? olds?\\b|\\beli5\\b|\\bchild friendly\\b|\\bchildren understand\\b`,
	),
	reference:
		/\b(?:you (?:said|mentioned|wrote|told)|(?:first|second|third|fourth|last|previous) (?:one|point|idea|thing|part|item|step|suggestion|reason)|(?:number|point|item) (?:one|two|three|four|[1-9])|what you said|the (?:latter|former))\b/,
	shorter:
		/\b(?:shorter|short|brief|briefly|one sentence|few words|nutshell|tl ?dr|summar\w+|too long|sum (?:it |that )?up|concise|less text|too much text)\b/,
	simpler:
		/\b(?:simpler|simply|simple|easier|plain (?:words|english|language)|(?:dont|do not|didnt|cant) (?:understand|get it|follow)|confus\w+|clearer|what do you mean|what does that mean|lost me|too complicated|complicated)\b/,
	list: /\b(?:list|bullets?|bullet points?|steps|step by step|numbered)\b/,
	cost: /\b(?:costs?|prices?|pricey|expensive|cheap|cheaper|budget|afford|how much (?:is|does|would|do|will|money)|money|pay for)\b/,
	time: /\b(?:how long|how much time|how soon|how many (?:days|weeks|hours|minutes|months)|when (?:will|should|can) (?:i|it|this))\b/,
	example: /\b(?:examples?|for instance|an instance|more concrete|concretely|such as|like what|illustrate|show me)\b/,
	sure: /\b(?:are you (?:really |quite |so |very )?(?:sure|certain|serious)|(?:you )?sure about|is (?:that|this|it) (?:really )?(?:true|right|correct|so)|how (?:sure|certain)|really|seriously|for real|positive|double check|can i trust)\b/,
	tried:
		/\b(?:tried (?:that|it|this|everything|all)|(?:didnt|doesnt|did not|does not|isnt|not|never) work(?:ed|ing|s)?|no use)\b/,
	disagree:
		/\b(?:i (?:totally |strongly |completely |really )?(?:disagree|dont agree|do not agree|dont think so|do not think so|dont think (?:thats|you|it)|dont believe|doubt)|(?:thats|that is|this is|youre|you are|its|it is) (?:just |simply |completely |totally |so )?(?:not true|wrong|false|nonsense|rubbish|incorrect|bullshit|not right|ridiculous)|not convinced|no way|biased|unfair|not fair|one sided|i see it differently|on the contrary)\b/,
	other:
		/\b(?:other side|opposite|counter ?arguments?|arguments? against|against (?:it|that|this)|critics?|opponents?|downsides?|disadvantages?|drawbacks?|pros and cons|both sides|devils advocate|problem with (?:that|this|it)|somebody else say|other people)\b/,
	why: /^ (?:but |and |so |ok |okay |yes |well |thanks |thank you )*(?:why|how come|how so|because|for what reason|whats the reason|what makes you|reasons?)\b|\bexplain (?:why|that|it|this)\b|\bhow did you (?:get|do|come)\b|\byour reasons?\b|\bwhat makes you (?:think|say)\b/,
	sources:
		/\b(?:sources?|evidence|proof|prove|references?|citations?|cite|where did you (?:get|read|hear|learn)|how do you know|stud(?:y|ies)|research|statistics|numbers|data)\b/,
	alternative:
		/\b(?:another (?:one|idea|option|way|suggestion|place|reason)|alternatives?|something else|other (?:options?|ideas?|ways?|suggestions?)|different (?:one|idea|way)|second choice|anything else|what else|what if i (?:dont|do not|cant)|instead)\b/,
	opinion:
		/\b(?:what would you|which would you|would you (?:yourself|do|choose|pick|say|go)|your (?:own )?(?:opinion|view|favou?rite|choice|take|advice)|what do you (?:think|believe|prefer|recommend|suggest)|do you (?:think|agree|believe|like)|what you would do|whats best|which (?:one )?is (?:best|better))\b/,
	more: /\b(?:more|continue|go on|keep going|carry on|elaborate|expand|details?|and then|next|further|deeper|longer|go ahead|whats next|anything (?:that )?(?:i|we) (?:have not|havent|should))\b/,
} as const satisfies Record<string, RegExp>;

export type FollowUpKind = keyof typeof PATTERNS;

const KINDS = Object.keys(PATTERNS) as FollowUpKind[];

export const followUpIn = (text: string): FollowUpKind | null =>
	KINDS.find((kind) => PATTERNS[kind].test(text)) ?? null;
