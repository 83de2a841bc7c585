import type { Lines } from "../../characters.ts";

/** Questions, and everything else. */
export const QUESTIONS = {
	how: /\bhow (?:do|can|to|should|could|would|does|did|might|come)\b|\bwhat (?:do i do|to do|can i do|should i do)\b|\badvice\b|\bway to\b/,
	why: /\bwhy\b|\breasons?\b|\bcauses?\b/,
	opinion:
		/\b(?:do you think|what do you think|your (?:opinion|take|view)|do you (?:like|believe|agree|prefer)|should\b|is (?:\w+ ){1,5}(?:ok|okay|right|wrong|fair|good|bad|acceptable)|thoughts on)\b/,
	fact: /\?|^ (?:and |but |so |hi |hello |please )*(?:what|who|where|when|which|how|whats|whos|is|are|do|does|did|can|could|will|would|has|have|was|were|tell|explain|describe|give|list|name)\b/,
	statement: /./,
} as const satisfies Record<string, RegExp>;

export const QUESTIONS_LINES: Readonly<Record<keyof typeof QUESTIONS, Lines>> = {
	how: {
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
	why: {
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
	opinion: {
		terse: [
			"I know too little about it to have a view worth your time. Tell me yours, and I'll look for the hole in it.",
			"No opinion without facts, and I lack them here.",
		],
		cautious: [
			"I don't know enough about it for a considered view. Two questions may help: who is affected by it, and what would change your mind? I'm happy to weigh your arguments with you.",
			"I'd prefer not to take a side on something I can't judge. What are the reasons you've heard for and against?",
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
	fact: {
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
	statement: {
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
};
