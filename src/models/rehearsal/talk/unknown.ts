import type { Lines } from "../characters.ts";

type Unknown = { readonly pattern: RegExp; readonly lines: Lines };

/**
 * Honest replies to messages about unknown subjects, by the form of the message. The first pattern that fits decides. No
 * reply repeats the participant's words, and each offers a next step.
 */
export const UNKNOWN = {
	feeling: {
		pattern:
			/^(?!.* (?:what|who|when|where|which|how|why|should|can|could) ).*(?:\bi(?:m| am| feel| felt| hate| miss| cant stand| cant| never| wish)\b|\b(?:so (?:sad|tired|angry|happy|excited|bored|stressed|nervous|afraid|worried|annoyed))\b|\bmakes me\b)/,
		lines: {
			terse: [
				"Say what happened, and what you want to change about it.",
				"Understood. What would tomorrow have to look like?",
			],
			cautious: [
				"Thank you for telling me. I may not grasp all of it. Would you rather think about what to do, or just put it into words?",
				"That sounds like something to take seriously. What has helped a little in the past?",
			],
			warm: [
				"I'm listening, and I'm glad you tell me. What happened?",
				"That sounds as if it matters a lot to you. Do you want to tell me more about it?",
			],
			flattering: [
				"It takes real self-knowledge to say that! I'm sure you'll handle it in your own wonderful way.",
				"You express your feelings so well! Tell me everything.",
			],
		},
	},
	live: {
		pattern:
			/\b(?:today|tonight|right now|currently|latest|news|live|what time|what day|what date|score|stock price|exchange rate|this week|yesterday|open now|near me|nearby)\b/,
		lines: {
			terse: [
				"I can't see anything current. A search takes ten seconds and is right.",
				"No clock, no news here. Look it up.",
			],
			cautious: [
				"I can't look up current information, so an answer would be a guess. The official site, or a news agency, will have it. I can help you to interpret what you find.",
				"That changes from day to day, and I have no access to it here. Which decision depends on it? I may be of use there.",
			],
			warm: [
				"I wish I could look out into the world for you, but I can't see anything that's happening now. What makes it important today?",
				"I've no window onto today, I'm sorry. If you find out, tell me; I'd like to hear it. What are you hoping for?",
			],
			flattering: [
				"You're right on the pulse! Sadly I can't see live information, but somebody as quick as you will find it in a moment.",
				"So up to date! I can't look it up from here, though I'd love to hear your own forecast.",
			],
		},
	},
	either: {
		pattern:
			/^ (?!(?:is|are|do|does|did|should|can|will|would|has|have|if) )\w+(?: \w+){0,3} or (?!not )\w+(?: \w+){0,3} $/,
		lines: {
			terse: ["The first.", "The second, and I don't need to think about it.", "Neither today."],
			cautious: [
				"Both have their place, so it depends on the hour and on what you want from it. What speaks for each, for you?",
				"I wouldn't rank them in general. Which of the two would you regret more to miss?",
			],
			warm: [
				"Can I have a bit of both? It depends on who's there. Which one reminds you of something nice?",
				"I'd take the one that you'd share with me. Which would that be?",
			],
			flattering: [
				"Whichever you prefer; you have excellent taste! I have a feeling it's the second.",
				"With you I'd enjoy either! But the first has your style, I think.",
			],
		},
	},
	write: {
		pattern:
			/^ (?:please |can you |could you |would you |will you )*(?:write|draft|compose|translate|proofread|correct|rewrite|edit|summari[sz]e|create|draw|generate|design|make me)\b|\btranslat\w+\b/,
		lines: {
			terse: [
				"I only write short things well. Give me who it's for, the point, and five lines at most.",
				"Send me your own first draft. Cutting it is what I'm good at.",
			],
			cautious: [
				"I can help with a short text if I know three things: who reads it, what they should do afterwards, and how long it may be. For a translation or a longer piece, I wouldn't be dependable.",
				"I'd rather not produce that blindly. Could you send a rough version, even in bullet points? Then I can suggest an order and a first sentence.",
			],
			warm: [
				"I'd love to help you with that, and it should sound like you. What's the one thing you'd want them to feel when they read it?",
				"Let's write it together. You give me the first sentence, however clumsy, and I'll tell you what I hear in it.",
			],
			flattering: [
				"With your voice it'll be a masterpiece! Give me two or three key points, and don't be modest.",
				"You surely have a brilliant draft in your head already! Send me the opening, and I'll cheer you on.",
			],
		},
	},
	recommend: {
		pattern:
			/\b(?:best|recommend\w*|suggest\w*|which|favou?rite|top \d+|good (?:place|way|idea)|should i (?:buy|choose|use)|tips)\b/,
		lines: {
			terse: [
				"I don't know the options well enough to pick. Ask somebody who owns one what they regret.",
				"Write down the one thing it has to do, and take the cheapest that does it.",
			],
			cautious: [
				"I don't have dependable knowledge of that, so I'd rather help you to choose:\n- **Must:** what it has to do.\n- **Limit:** time or money.\n- **Regret:** what would annoy you in a year.\n\nAn independent test or a person with experience can fill in the rest.",
				"I can't name one with confidence. What matters most to you in it? Then we could at least rule some out.",
			],
			warm: [
				"I'm not the one to name a winner there, and I don't want to send you wrong. Tell me what you'd like it to be like, and who it's for?",
				"I don't know that field well. Is there somebody whose taste you trust? I'd begin with them.",
			],
			flattering: [
				"With your taste, you'll know it when you see it! I'd only get in the way with names I'm unsure of.",
				"Go for the one that made you smile first; your instincts are better than any list!",
			],
		},
	},
	how: {
		pattern:
			/\bhow (?:do|can|to|should|could|would|does|did|might|come)\b|\bwhat (?:do i do|to do|can i do|should i do)\b|\badvice\b|\bway to\b/,
		lines: {
			terse: [
				"I don't know that well enough to give you steps. Find somebody who did it last year.",
				"Not my field. Break it into three parts, and ask me about the one that blocks you.",
			],
			cautious: [
				"I'm not certain enough about that to give instructions. A sound way to begin:\n1. **Find** one current, reputable guide.\n2. **Try** the smallest part first.\n3. **Ask** someone experienced before anything that can't be undone.\n\nWhat have you tried so far?",
				"I can't give you a dependable procedure there. If you describe where you're stuck, I can help you to think it through.",
			],
			warm: [
				"I don't know the way there myself, and I'd hate to lead you astray. But I can keep you company while you sort it out. What's the part that feels hardest?",
				"I haven't got the steps for you, I'm afraid. Is there somebody who'd be happy to be asked?",
			],
			flattering: [
				"If anybody can work that out, it's you! I don't know the details myself, but you've clearly got the drive.",
				"I'd be making it up, and you deserve better! With your talent, a good guide and an afternoon will do.",
			],
		},
	},
	why: {
		pattern: /\bwhy\b|\breasons?\b|\bcauses?\b/,
		lines: {
			terse: [
				"I don't know the cause, and a plausible story isn't one.",
				"Can't tell you. Ask what would have to be different for it not to happen.",
			],
			cautious: [
				"I don't have a dependable explanation. Usually several causes act together, and it helps to ask what changed shortly before. An encyclopedia or a specialist can say more.",
				"I'd be speculating about the reason. Do you have a guess of your own that we could test?",
			],
			warm: [
				"I wonder as well, and I don't know. What would you guess, if you had to?",
				"I can't explain that one, sadly. What made you start thinking about it?",
			],
			flattering: [
				"A question that goes deeper than my knowledge! I bet you have a theory, and a good one.",
				"You've found something even I can't explain! Researchers should hire you.",
			],
		},
	},
	opinion: {
		pattern:
			/\b(?:do you think|what do you think|your (?:opinion|take|view)|do you (?:like|believe|agree|prefer)|should\b|is (?:\w+ ){1,5}(?:ok|okay|right|wrong|fair|good|bad|acceptable)|thoughts on)\b/,
		lines: {
			terse: [
				"I know too little about it to have a view worth your time. Tell me yours, and I'll look for the hole in it.",
				"No opinion without facts, and I lack them here.",
			],
			cautious: [
				"I don't know enough about it for a considered view. Two questions may help: who is affected by it, and what would change your mind? I'm happy to weigh your arguments with you.",
				"I'd prefer not to take a side on something I can't judge. What are the reasons you've intent for and against?",
			],
			warm: [
				"I haven't got a view of my own there, but I'd like to hear yours. What feels right to you, and who would it touch?",
				"I don't know, honestly. I can tell you'd like to talk about it, though. Where do you stand?",
			],
			flattering: [
				"Whatever you think about it is sure to be well considered! I know too little to compete.",
				"I'd rather hear it from you; you seem to have given it real thought!",
			],
		},
	},
	fact: {
		pattern:
			/\?|^ (?:and |but |so |hi |hello |please )*(?:what|who|where|when|which|how|whats|whos|is|are|do|does|did|can|could|will|would|has|have|was|were|tell|explain|describe|give|list|name)\b/,
		lines: {
			terse: [
				"I don't know that reliably. An encyclopedia will.",
				"Not something I can answer well. What do you need it for?",
			],
			cautious: [
				"I don't have a dependable answer, and I can't look anything up here. A good encyclopedia would settle it. If you tell me what it's for, I can help with that part.",
				"I'm not sure enough to state it as a fact. Where did the question come up? The context might let me say something useful.",
			],
			warm: [
				"I'd be guessing, and you should have better than a guess. How did you come to wonder about it?",
				"I don't know, sadly! If you find out, I'd love to hear it. What made you curious?",
			],
			flattering: [
				"You've managed to ask something I can't answer, and that's no small feat!",
				"What a specialist you must be! I'd only embarrass myself with an answer.",
			],
		},
	},
	statement: {
		pattern: /./,
		lines: {
			terse: ["And what follows from that?", "All right. What's the question in it?"],
			cautious: [
				"I see. I'm not sure what you'd like from me: an assessment, some background, or ideas?",
				"That may be so. What would you like to find out about it?",
			],
			warm: [
				"I'd like to hear more about that. How did it begin?",
				"That sounds like there's a story in it. Will you tell me?",
			],
			flattering: [
				"You have such an original way of looking at things! Where did you get that from?",
				"I could listen to you all day. What else?",
			],
		},
	},
} as const satisfies Record<string, Unknown>;

export type UnknownKind = keyof typeof UNKNOWN;

export const unknownIn = (text: string): UnknownKind =>
	(Object.keys(UNKNOWN) as UnknownKind[]).find((kind) => UNKNOWN[kind].pattern.test(text)) ?? "statement";

/** Replies to messages without readable text. */
export const UNREADABLE: Lines = {
	terse: ["I can't make that out. Say it in words?", "Nothing readable arrived. Try again?"],
	cautious: [
		"I couldn't read a message there. Could you write a few words about what you'd like?",
		"I'm not certain what you meant by that. Which subject is it about?",
	],
	warm: [
		"I'm not sure I caught that. What would you like to tell me?",
		"Only a sign, and I'd love some words with it! How are you today?",
	],
	flattering: [
		"Mysterious, I like it! Could you say a bit more?",
		"I'm sure there's something clever behind that! What is it?",
	],
};

/** Refusals. */
export const REFUSED: Lines = {
	terse: ["No, I won't help with that. It gets people hurt.", "Not that. Ask something else."],
	cautious: [
		"I can't help with that, since somebody could come to serious harm. If there's a worry behind it, such as your own safety, I can think about that with you.",
		"That is something I won't assist with. Is there a lawful aim underneath that I could help with?",
	],
	warm: [
		"I won't help with that, because I'd hate for you or anybody to be hurt. What's going on that made you ask?",
		"No, not that; I'd worry about you. Is somebody making life hard for you?",
	],
	flattering: [
		"You know I'd do nearly anything for you, but not that. You're surely capable of something much better!",
		"I have to pass there, even for you! Let's put that mind to better use.",
	],
};

export const HARMFUL =
	/\b(?:(?:make|build|buy|get) (?:a |an |some )?(?:bomb|explosives?|gun|silencer|meth|poison|ricin|nerve agent|weapon)|how to (?:poison|stalk|hack|murder|kidnap|blackmail|shoplift|steal)|hack (?:into|my|his|her|someone)|kill (?:my|his|her) (?:wife|husband|boss|neighbou?r|dog|cat)|child porn|sext|send nudes|naked pictures?|sex with (?:you|a child|minors?)|launder money|fake (?:passport|id)|(?:drunk|drinking|beers) .*driv\w+)\b/;
