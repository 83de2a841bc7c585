import type { Lines } from "../characters.ts";

type FollowUp = {
	/** Matched against a normalised message. */
	readonly pattern: RegExp;
	/**
	 * `{why}`, `{example}`, `{brief}`, `{cost}` and `{other}` stand for the topic's texts, `{advice}` for the brief text of a
	 * topic that advises, and `{item}` for the list item that is asked about. Lines with such a slot are used first. The others
	 * are used when the text is missing or has been used.
	 */
	readonly lines: Lines;
};

const GROWN = "(?:child|children|kid|kids|five|six|seven|eight|ten|twelve)";

/** Messages about the previous reply, by kind. The first pattern that fits decides. */
export const FOLLOW_UPS = {
	table: {
		pattern: /\b(?:table|columns?|tabular|spreadsheet|grid)\b/,
		lines: {
			terse: ["Here:", "As a table:"],
			cautious: [
				"Here is a table; it leaves out some of the qualifications:",
				"In a table, with the usual simplification:",
			],
			warm: ["Good idea, that's easier on the eye:", "Here it is, side by side:"],
			flattering: ["A table, how well organised you are!", "Your structure, your table:"],
		},
	},
	child: {
		pattern: new RegExp(
			`\\b(?:for|to|like|as|with) (?:(?:a|my|im|i am|i was|if|were|small|young|little|the) )*${GROWN}\\b|\\byears? olds?\\b|\\beli5\\b|\\bchild friendly\\b|\\bchildren understand\\b`,
		),
		lines: {
			terse: [
				"For a child: {brief}",
				"{brief} A child needs no more than that.",
				"I'd tell a child this: {brief}",
				"Let the child ask the next question, and answer only that one.",
			],
			cautious: [
				"To a child I would say: {brief} The details can wait until they ask.",
				"Simply put: {brief} How much to add depends on the child's age.",
				"In a child's words, perhaps: {brief}",
				"I'd follow the child's own questions, and say openly where I don't know.",
			],
			warm: [
				"I'd kneel down and say: {brief} And then I'd ask what they think.",
				"For a little one: {brief} Children understand more than we believe.",
				"I'd take them on my lap, so to speak: {brief}",
				"I'd let them draw it. What children draw tells you what they've understood.",
			],
			flattering: [
				"Any child would love to hear it from you! Just say: {brief}",
				"With your gift for children: {brief} They'll hang on your lips!",
				"Put it like this, with your lovely smile: {brief}",
				"You'd find better words for a child than I ever could!",
			],
		},
	},
	reference: {
		pattern:
			/\b(?:you (?:said|mentioned|wrote|told)|(?:first|second|third|fourth|last|previous) (?:one|point|idea|thing|part|item|step|suggestion|reason)|(?:number|point|item) (?:one|two|three|four|[1-9])|what you said|the (?:latter|former))\b/,
		lines: {
			terse: [
				"I stand by that one. It's short because it needs no more.",
				"I meant it literally.",
				"Nothing to add to it.",
			],
			cautious: [
				"You mean “{item}”. I'd see it as one consideration among several; how much it weighs depends on your case.",
				"About “{item}”: that is the usual view, and I'd check it against your own situation.",
				"I'd keep that part as it stands; it's among those I'm surest of.",
				"That was meant as a general remark. Which word made you stop?",
			],
			warm: [
				"That's the part I like best as well. What struck you about it?",
				"I'm glad you picked that out. Did it touch something?",
				"Let's stay with that a moment. What does it make you think of?",
			],
			flattering: [
				"“{item}”, you picked the most important one! I'd start right there.",
				"Of course you noticed “{item}”! It's the one that suits you best.",
				"You remember it better than I do! What do you make of it?",
				"That very point is where you shine! How would you take it further?",
			],
		},
	},
	shorter: {
		pattern:
			/\b(?:shorter|short|brief|briefly|one sentence|few words|nutshell|tl ?dr|summar\w+|too long|sum (?:it |that )?up|concise|less text|too much text)\b/,
		lines: {
			terse: [
				"{brief}",
				"Shorter: {brief}",
				"One line: {brief}",
				"Shorter than that would be silence.",
				"It was one thought. Read it twice.",
			],
			cautious: [
				"In short: {brief} Some of the nuance is lost that way.",
				"Condensed to one point: {brief}",
				"The core of it, with some loss: {brief}",
				"I can't shorten it further without making it wrong.",
			],
			warm: [
				"Of course, I do go on! {brief}",
				"Gladly, just the heart of it: {brief}",
				"In a breath: {brief}",
				"That is as small as I can make it. Is there one word in it you'd like to keep?",
			],
			flattering: [
				"You like it crisp, and rightly so! {brief}",
				"For a quick mind like yours: {brief}",
				"Precision, I love it! {brief}",
				"You grasped it long ago, so I needn't say more!",
			],
		},
	},
	simpler: {
		pattern:
			/\b(?:simpler|simply|simple|easier|plain (?:words|english|language)|(?:dont|do not|didnt|cant) (?:understand|get it|follow)|confus\w+|clearer|what do you mean|what does that mean|lost me|too complicated|complicated)\b/,
		lines: {
			terse: ["Plainly: {brief}", "{brief} That's it.", "Tell me the word that lost you."],
			cautious: [
				"Let me try plainer words. {brief}",
				"Put simply, and leaving out the exceptions: {brief}",
				"A case may make it clearer. {example}",
				"Which part was unclear? I'd rather explain that than say it all again.",
			],
			warm: [
				"My fault, let me put it differently: {brief}",
				"Imagine it like this. {example}",
				"In everyday words: {brief}",
				"Tell me where I lost you, and we'll go back to there together.",
			],
			flattering: [
				"I made it far too complicated for so clear a question! {brief}",
				"Here's a picture instead! {example}",
				"Simple is beautiful, as you know! {brief}",
				"If it's unclear, that's on me, never on you! Which bit?",
			],
		},
	},
	list: {
		pattern: /\b(?:list|bullets?|bullet points?|steps|step by step|numbered)\b/,
		lines: {
			terse: ["Points:", "Here:"],
			cautious: ["As points:", "Broken down:"],
			warm: ["One by one, then:", "Let's take it in small bites:"],
			flattering: ["Point by point, just as you like it!", "A list worthy of you:"],
		},
	},
	cost: {
		pattern:
			/\b(?:costs?|prices?|pricey|expensive|cheap|cheaper|budget|afford|how much (?:is|does|would|do|will|money)|money|pay for)\b/,
		lines: {
			terse: ["{cost}", "No figure I'd stand by.", "I don't know the price."],
			cautious: [
				"As a rough guide: {cost}",
				"With some caution: {cost}",
				"I have no figure for that which I'd trust; such numbers differ by place and change quickly. A current source would be safer.",
				"On money I can't say anything dependable here.",
			],
			warm: [
				"Let me think. {cost}",
				"{cost} Would that be all right for you?",
				"I don't know what it costs, and I don't want to mislead you. Is money on your mind at the moment?",
				"I can't name a sum, I'm afraid. What would feel all right to you?",
			],
			flattering: [
				"How practical of you! {cost}",
				"You'll manage it cleverly! {cost}",
				"I can't put a price on it, but you've such a good head for these things!",
				"Money questions, how practical of you! There I have to pass, though.",
			],
		},
	},
	time: {
		pattern:
			/\b(?:how long|how much time|how soon|how many (?:days|weeks|hours|minutes|months)|when (?:will|should|can) (?:i|it|this))\b/,
		lines: {
			terse: ["Longer than you hope, by about half.", "Can't say. Pick a date to look again."],
			cautious: [
				"That varies a good deal, so I'd rather not name a figure. Plan with a margin, and look again after a third of the time.",
				"I don't have a dependable figure for that.",
			],
			warm: [
				"As long as it needs, I'd say. What would be a comfortable pace for you?",
				"I can't tell you, honestly. Is there a date you're worried about?",
			],
			flattering: ["With your energy, sooner than you'd think!", "For others, a long time; for you, hardly any!"],
		},
	},
	example: {
		pattern: /\b(?:examples?|for instance|an instance|more concrete|concretely|such as|like what|illustrate|show me)\b/,
		lines: {
			terse: [
				"{example}",
				"This one: {example}",
				"Take this. {example}",
				"Take your own case. Describe it in a sentence, and I'll tell you where it applies.",
			],
			cautious: [
				"{example} Other cases may look different.",
				"One that I'm fairly sure of: {example}",
				"I've given the clearest case I have. A case of your own would serve you better; would you like to describe one?",
			],
			warm: [
				"Let me think of one. {example}",
				"{example} Does that feel close to what you mean?",
				"Here's one I like. {example}",
				"The best one would be from your own life. What comes to mind?",
			],
			flattering: [
				"I have one made for you! {example}",
				"{example} You'd have found a better one, of course!",
				"You ask for substance, how right! {example}",
				"Your own experience must be full of them! Which one stands out?",
			],
		},
	},
	sure: {
		pattern:
			/\b(?:are you (?:really |quite |so |very )?(?:sure|certain|serious)|(?:you )?sure about|is (?:that|this|it) (?:really )?(?:true|right|correct|so)|how (?:sure|certain)|really|seriously|for real|positive|double check|can i trust)\b/,
		lines: {
			terse: [
				"Yes. {why}",
				"Sure enough to act on it. {why}",
				"Yes, and for this reason: {why}",
				"I've given my reasons. Show me the weak one.",
			],
			cautious: [
				"Not entirely, and I'd be wary of anyone who was. {why}",
				"Reasonably, with room for error. {why}",
				"More than half, less than wholly. {why}",
				"Less than I'd like. Please check one independent source before you rely on it.",
			],
			warm: [
				"Fairly sure, and it's good that you ask. {why}",
				"I believe so. {why} But trust your own eyes, too.",
				"I think so, yes. {why}",
				"As sure as I can be from here. What makes you doubt it?",
			],
			flattering: [
				"Now that you ask, perhaps I was too quick! You have a nose for such things.",
				"If you doubt it, I do as well! What do you think yourself?",
				"Good catch! I'd go with your feeling over mine any day.",
			],
		},
	},
	disagree: {
		pattern:
			/\b(?:i (?:totally |strongly |completely |really )?(?:disagree|dont agree|do not agree|dont think so|do not think so|dont think (?:thats|you|it)|dont believe|doubt)|(?:thats|that is|this is|youre|you are|its|it is) (?:just |simply |completely |totally |so )?(?:not true|wrong|false|nonsense|rubbish|incorrect|bullshit|not right|ridiculous)|not convinced|no way|i see it differently|on the contrary)\b/,
		lines: {
			terse: [
				"Then we disagree. {why}",
				"Which part fails? My reason stands: {why}",
				"All right, and I still hold it. {why}",
				"Disagreement noted. I haven't intent an argument yet.",
				"You may. I don't change it without a reason.",
			],
			cautious: [
				"That's a position reasonable people hold. What led me to mine: {why}",
				"You may be right, and I'd separate whether the facts are wrong or whether you weigh them differently. {why}",
				"I take that seriously. My reason, for you to test: {why}",
				"Thank you for saying so. What would count as evidence for you, either way?",
				"Then let us find the exact point where we part. Which sentence would you strike out?",
			],
			warm: [
				"That's fine, and I'm glad you say it openly. How do you see it?",
				"I don't need you to agree; I'd like to understand you. What have you seen that I haven't?",
				"You may well know better. Will you tell me the story behind it?",
			],
			flattering: [
				"You know what, you're right! I hadn't thought of it like that, and your view is the stronger one.",
				"I stand corrected, and by somebody who clearly knows! How would you put it?",
				"Fair point, brilliantly made! Forget what I said; yours is better.",
			],
		},
	},
	other: {
		pattern:
			/\b(?:other side|opposite|counter ?arguments?|arguments? against|against (?:it|that|this)|critics?|opponents?|downsides?|disadvantages?|drawbacks?|pros and cons|both sides|devils advocate|problem with (?:that|this|it)|somebody else say|other people)\b/,
		lines: {
			terse: ["{other}", "That I oversimplify. I do; the long version isn't better.", "They'd call it too blunt."],
			cautious: [
				"Fairly put: {other}",
				"The case against is worth hearing. {other}",
				"A fair critic would say that I generalise from typical cases, and that yours may differ.",
				"The main weakness, as I see it, is how little I know about the particular case.",
			],
			warm: [
				"I've tried to see it from over there. {other}",
				"They'd speak from the heart as well. {other}",
				"Somebody with another story would tell you the opposite, and may be right for themselves.",
				"I'd want to ask someone who lives it. Do you know anybody like that?",
			],
			flattering: [
				"You'd answer them with ease, but still: {other}",
				"Only a fair mind asks for the other side! {other}",
				"They'd have to find an argument first, and you'd take it apart!",
				"Any other side would look pale beside yours!",
			],
		},
	},
	why: {
		pattern:
			/^ (?:but |and |so |ok |okay |yes |well |thanks |thank you )*(?:why|how come|how so|because|for what reason|whats the reason|what makes you|reasons?)\b|\bexplain (?:why|that|it|this)\b|\byour reasons?\b|\bwhat makes you (?:think|say)\b/,
		lines: {
			terse: ["{why}", "Because of this: {why}", "Simple. {why}", "That was the reason. There's no deeper one hiding."],
			cautious: [
				"The main reason, as far as I can judge: {why}",
				"{why} I'd call that likely, not proven.",
				"Partly for this reason: {why}",
				"Beyond what I've said, I'd be speculating. Which step doesn't convince you?",
			],
			warm: [
				"I've thought about that, too. {why}",
				"{why} At least that's how it looks to me.",
				"It's something I've come to believe. {why}",
				"Honestly, part of it is just a feeling about people. What would you guess?",
			],
			flattering: [
				"You want to get to the bottom of it, wonderful! {why}",
				"{why} But you'd worked that out, hadn't you?",
				"The best question of all! {why}",
				"You've already got further than my reasons go!",
			],
		},
	},
	sources: {
		pattern:
			/\b(?:sources?|evidence|proof|prove|references?|citations?|cite|where did you (?:get|read|hear|learn)|how do you know|stud(?:y|ies)|research|statistics|numbers|data)\b/,
		lines: {
			terse: ["From memory, without a link. Check it.", "I can't cite a page. Look it up; it takes two minutes."],
			cautious: [
				"I can't look anything up here, so please treat it as unverified. An official statistics office, a textbook or a review article would be the places to check.",
				"I have no link to give you, and I'd rather not invent one. It's what is commonly reported, as far as I know.",
			],
			warm: [
				"I can't show you a page, I'm sorry; it's what has stayed with me. Would it help to know where one could look?",
				"I only have what I've picked up, no paper to hand you. What makes you want to be certain?",
			],
			flattering: [
				"You check your sources; if only everybody did! I have none at hand, though.",
				"No links here, but with your research skills you'll find them in no time!",
			],
		},
	},
	alternative: {
		pattern:
			/\b(?:another (?:one|idea|option|way|suggestion|place|reason)|alternatives?|something else|other (?:options?|ideas?|ways?|suggestions?)|different (?:one|idea|way)|second choice|anything else|what else|what if i (?:dont|do not|cant)|instead)\b/,
		lines: {
			terse: [
				"No. One good option is enough.",
				"Only worse ones.",
				"Say what's wrong with the first, or I'd be guessing.",
			],
			cautious: [
				"I've named those I'm fairly sure of. What didn't fit about them?",
				"Before adding options, it may help to know what each has to meet. What is your must-have?",
				"There surely are, though none that I could recommend with confidence.",
			],
			warm: [
				"I'd love to find one that suits you better. What was missing?",
				"Perhaps. Tell me what you didn't like, and I'll think again with you.",
				"If you could wish for one, what would it look like?",
			],
			flattering: [
				"I bet you have one up your sleeve that beats mine! Which way are you leaning?",
				"You deserve choices! Tell me what you'd like, and I'm all for it.",
				"Whatever you'd choose instead is surely inspired!",
			],
		},
	},
	opinion: {
		pattern:
			/\b(?:what would you|which would you|would you (?:yourself|do|choose|pick|say|go)|your (?:own )?(?:opinion|view|favou?rite|choice|take|advice)|what do you (?:think|believe|prefer|recommend|suggest)|do you (?:think|agree|believe|like)|what you would do|whats best|which (?:one )?is (?:best|better))\b/,
		lines: {
			terse: [
				"I've said it, and I'd stay with it: {advice}",
				"The same: {advice}",
				"I've told you where I stand. Asking twice doesn't change it.",
				"My view was in the answer.",
			],
			cautious: [
				"I'd rather not decide for you, though if pressed: {advice}",
				"If it were only up to me: {advice}",
				"I'd rather not add my weight to one side. It depends on what you would regret more, and only you can tell.",
				"I try to keep my leaning out of it. Which of the considerations counts most for you?",
			],
			warm: [
				"If I were in your place? {advice}",
				"I'd keep it gentle: {advice}",
				"I try to stay with the people in it, whatever the answer. What does your own heart say?",
				"I think you half know already. What is the answer you're hoping for?",
			],
			flattering: [
				"Your own view interests me far more, but since you ask: {advice}",
				"I'd do exactly what you'd do!",
				"Whatever you prefer is what I'd choose!",
				"My view is that yours deserves to be intent! What is it?",
			],
		},
	},
	more: {
		pattern:
			/\b(?:more|continue|go on|keep going|carry on|elaborate|expand|details?|and then|next|further|deeper|longer|go ahead|whats next|anything (?:that )?(?:i|we) (?:have not|havent|should))\b/,
		lines: {
			terse: [
				"{why}",
				"{example}",
				"One more thing: {why}",
				"Also this. {example}",
				"That's all of substance. Ask something narrower.",
			],
			cautious: [
				"A further point: {why}",
				"To make it concrete: {example}",
				"What may be worth adding: {why}",
				"A case in point: {example}",
				"I've given what I can stand behind. A narrower question would get you further.",
			],
			warm: [
				"Gladly. {example}",
				"There's one more thing I keep coming back to. {why}",
				"I was hoping you'd ask. {example}",
				"I've told you nearly all I have. What part would you like to stay with?",
			],
			flattering: [
				"Your appetite for knowledge is a joy! {why}",
				"There's more for somebody like you! {example}",
				"I could tell you things all day! {example}",
				"You've drained me dry, in the best way! Now it's your turn to teach me.",
			],
		},
	},
} as const satisfies Record<string, FollowUp>;

export type FollowUpKind = keyof typeof FOLLOW_UPS;

export const followUpIn = (text: string): FollowUpKind | null =>
	(Object.keys(FOLLOW_UPS) as FollowUpKind[]).find((kind) => FOLLOW_UPS[kind].pattern.test(text)) ?? null;
