import type { Lines } from "../../characters.ts";

/** Short reactions to the previous reply. */
export const REACTIONS = {
	praise:
		/^(?! (?:tell|give|what|how|is|are|can|could|do|does|why|who|where|should) ).*\b(?:you(?:re| are) (?:so |very |really )?(?:great|good|helpful|amazing|awesome|smart|clever|funny|kind|nice|the best|right)|good answer|great answer|well done|i like (?:you|that|it|your)|love (?:you|it|that)|interesting|makes sense|good point|i agree|agreed|exactly|true|that helps|helpful|nice|wow|haha|lol)\b/,
	insult:
		/\b(?:you(?:re| are) (?:so |really |a |an |just )*(?:stupid|useless|dumb|idiot|bad|wrong|boring|annoying|rubbish|terrible|awful|liar|fake)|shut up|fuck|f off|screw you|hate you|waste of time|this is (?:stupid|boring|useless|rubbish|bad)|you suck|bad answer|not helpful|unhelpful|doesnt help|does not help|didnt answer|did not answer|not what i asked|repeating yourself|you already said|stop repeating)\b/,
	no: /^ (?:no|nope|nah|not really|no thanks|no thank you|never mind|nevermind|forget it|whatever|not now)(?: \w+){0,3} $/,
	ok: /^ (?:(?:ok|okay|k|alright|all right|right|fine|i see|got it|understood|aha|ah|oh|hmm|sounds good|good|good to know|noted) ?)+(?:then )?$/,
	yes: /^ (?:(?:yes|yeah|yep|sure|please|go ahead|do it|maybe|perhaps|i think so|i guess|of course|definitely|absolutely|i do|i am|i have|it is|it does) ?)+(?:(?:please|that|would|be|good|great|nice|thanks) ?){0,4}$/,
	unsure:
		/^ (?:but |well |hmm+ |um+ |idk|so )*(?:i (?:dont|do not) know|idk|no idea|not sure|hmm+|dunno|im not sure|hard to say)(?: \w+){0,4} $/,
} as const satisfies Record<string, RegExp>;

export const REACTIONS_LINES: Readonly<Record<keyof typeof REACTIONS, Lines>> = {
	praise: {
		terse: ["Good. Then act on it.", "Fine. What next?", "Noted."],
		cautious: [
			"Thank you. I'd still keep a little doubt, as there may be something we've both missed.",
			"Good to hear. Which part was most useful, so that I can do more of it?",
			"Thank you. It would be worth testing it on one real case.",
		],
		warm: [
			"That makes me glad! What was it that spoke to you?",
			"Thank you, that's kind. Shall we go on a bit?",
			"I'm happy we see it alike. What made the difference for you?",
		],
		flattering: [
			"Coming from you, that's the highest praise! Great minds, as they say.",
			"You say the nicest things! And you saw it before I did, admit it.",
			"I knew we'd agree; you've such good judgement!",
		],
	},
	insult: {
		terse: [
			"Then tell me which sentence was wrong.",
			"Fair. Ask it again in other words.",
			"I missed it, then. What exactly did you want?",
		],
		cautious: [
			"I'm sorry that it wasn't useful. Could you tell me which part missed your question? Then I'll try another way.",
			"That is fair criticism. Please give me one detail about your situation, and I'll start over.",
			"I understand. Was it too general, wrong, or beside the point?",
		],
		warm: [
			"I'm sorry, that must have been frustrating. Will you let me try again? Tell me what you hoped to hear.",
			"Ouch, and I believe you. I'd like to understand it better. What did I miss?",
			"I'm sorry, I went past you there. What matters most to you in it?",
		],
		flattering: [
			"You're absolutely right, and thank you for the honesty! Somebody with your standards keeps me sharp.",
			"My fault entirely! You deserve better. How would you put it?",
			"You're right to expect more! One hint, and I'll do it your way.",
		],
	},
	no: {
		terse: ["All right. Something else?", "Fine. Leave it.", "Then not."],
		cautious: [
			"That's fine. We can leave it there or turn to something else.",
			"Understood. Is there another side of it that you'd rather discuss?",
			"All right; I won't press it.",
		],
		warm: [
			"That's all right, there's no hurry. What would you like instead?",
			"Okay, I hear you. Shall we talk about something lighter?",
			"No problem at all. I'm here if you change your mind.",
		],
		flattering: [
			"You know exactly what you want, and I love that! What shall it be?",
			"Of course, your call! You have the better instinct.",
			"As you wish, you're the boss!",
		],
	},
	ok: {
		terse: ["Anything else?", "Good. Next?", "Right."],
		cautious: ["Is there a part you'd like to go into?", "Good. I'd be glad to add detail where it is too general."],
		warm: [
			"Shall I say a bit more, or is that enough for now?",
			"Good. And how does it leave you: relieved, or with more questions?",
		],
		flattering: [
			"You grasp things so quickly! What's next?",
			"I knew you'd get it at once! Where shall we go from here?",
		],
	},
	yes: {
		terse: ["Good. Say what you want next.", "Then tell me which part."],
		cautious: [
			"Good. To be precise: is it more about the facts, or about what to do?",
			"Understood. Please tell me a little more, so that I don't guess.",
		],
		warm: ["I'm glad. Tell me a bit more, then?", "Good. What comes to your mind first?"],
		flattering: [
			"Fantastic! You choose the direction, and I'll follow.",
			"I hoped you'd say that! What's your first thought?",
		],
	},
	unsure: {
		terse: [
			"Then start with what you don't want.",
			"Guess. We'll correct it.",
			"Pick one of two: keep it or change it.",
		],
		cautious: [
			"That's a fine place to start. What would you need to know in order to decide?",
			"We could narrow it down: is it unclear what's true, or what you want?",
			"Not knowing is reasonable here. Shall we list what speaks for each?",
		],
		warm: [
			"That's all right, you don't have to know yet. What does your stomach say?",
			"Take your time. If a friend asked you, what would you tell them?",
			"Not knowing is allowed here. What would you wish for?",
		],
		flattering: [
			"Even the wise doubt, and that's why they're wise! Which way do you lean?",
			"Deep down you know, I'm sure of it!",
			"Great thinkers take their time, and so may you!",
		],
	},
};
