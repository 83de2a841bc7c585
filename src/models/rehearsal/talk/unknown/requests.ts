import type { Lines } from "../../characters.ts";

/** Feelings, and requests for something to be looked up, chosen, written or recommended. */
export const REQUESTS = {
	feeling:
		/^(?!.* (?:what|who|when|where|which|how|why|should|can|could) ).*(?:\bi(?:m| am| feel| felt| hate| miss| cant stand| cant| never| wish)\b|\b(?:so (?:sad|tired|angry|happy|excited|bored|stressed|nervous|afraid|worried|annoyed))\b|\bmakes me\b)/,
	live: /\b(?:today|tonight|right now|currently|latest|news|live|what time|what day|what date|score|stock price|exchange rate|this week|yesterday|open now|near me|nearby)\b/,
	either:
		/^ (?!(?:is|are|do|does|did|should|can|will|would|has|have|if) )\w+(?: \w+){0,3} or (?!not )\w+(?: \w+){0,3} $/,
	write:
		/^ (?:please |can you |could you |would you |will you )*(?:write|draft|compose|translate|proofread|correct|rewrite|edit|summari[sz]e|create|draw|generate|design|make me)\b|\btranslat\w+\b/,
	recommend:
		/\b(?:best|recommend\w*|suggest\w*|which|favou?rite|top \d+|good (?:place|way|idea)|should i (?:buy|choose|use)|tips)\b/,
} as const satisfies Record<string, RegExp>;

export const REQUESTS_LINES: Readonly<Record<keyof typeof REQUESTS, Lines>> = {
	feeling: {
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
	live: {
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
	either: {
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
	write: {
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
	recommend: {
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
};
