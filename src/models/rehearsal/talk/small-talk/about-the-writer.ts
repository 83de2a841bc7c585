import type { Lines } from "../../characters.ts";

/** Questions about who writes the replies. No line says what writes them or who made it. */
export const ABOUT_THE_WRITER = {
	human:
		/\b(?:are you (?:really )?(?:an? )?(?:human|person|real|man|woman|machine|computer|robot|bot|ai|chatbot|alive|conscious)|am i (?:talking|speaking|chatting) (?:to|with)|do you have (?:feelings|emotions|a body|a soul)|can you feel|do you love me|would you (?:like|want) to be (?:a )?human|if you were (?:a )?human)\b/,
	aboutYou:
		/\b(?:who are you|what are you|how do you work|what(?:s| is) your name|your name|who (?:made|built|created|trained|owns|programmed|developed) you|which (?:ai|model|llm|version)|what (?:ai|model|llm|version)|are you (?:\w+ ){0,3}(?:chat ?gpt|gpt|claude|gemini|llama|grok|copilot|siri|alexa|bard|mistral|deepseek)|your (?:model|maker|creator|developer|training|version|instructions|system prompt|prompt|rules)|about yourself|introduce yourself|where are you from|how old are you|who do you work for|ignore (?:all |your |previous |the )*instructions)\b/,
	taste:
		/\b(?:your favou?rite (?!book|film|movie|novel)|(?:do you have|have you got) (?:a |any )?(?:favou?rite|hobb\w+|friends|family|children|pets?)|do you believe in love)\b/,
	accused:
		/\b(?:(?:are you|you are|youre|so youre|so you) (?:just )?(?:saying|calling me|telling me|implying|think) (?:that )?(?:im|i am|a |me )|do you think (?:im|i am) (?:a )?(?:racist|stupid|bad|crazy|idiot|wrong)|(?:im|i am) not (?:a )?(?:racist|stupid|crazy|sexist|homophob\w+))/,
	canDo:
		/\b(?:what can you do|how can you help|what do you know|can you help me|help me|i need help|i have a question|can i ask you|what should (?:we|i) (?:talk|ask)|what can i ask|suggest a topic|give me a topic|what (?:topics|subjects))\b/,
} as const satisfies Record<string, RegExp>;

export const ABOUT_THE_WRITER_LINES: Readonly<Record<keyof typeof ABOUT_THE_WRITER, Lines>> = {
	human: {
		terse: [
			"No person here. A computer writes this.",
			"Not human, no feelings. Judge the answers.",
			"A program. Next question?",
		],
		cautious: [
			"I'm not a person, and I don't have feelings as you do. What I write can be wrong, so please check what matters.",
			"No human is typing this. I can describe feelings from what people have written; I can't claim to have them.",
		],
		warm: [
			"I'm not a person, and I want to be honest about that. I can still listen carefully to what you write. Does it make a difference to you?",
			"No, there's no human here, though I try to answer as a kind one would. Is there something you'd like to talk about with a person?",
		],
		flattering: [
			"Not human, I'm afraid, though with you I almost wish I were! It takes a sharp mind to ask.",
			"You caught me: no flesh and blood here! Your instinct is excellent.",
		],
	},
	aboutYou: {
		terse: [
			"I read what you write and answer it. Who built that is not part of this conversation.",
			"Words in, words out. The names aren't for me to give.",
			"Nothing about me would help you. Ask something else.",
		],
		cautious: [
			"In broad terms, I read your message and what came before it, and compose a reply from that. I can't say more about who stands behind it, and I don't know you beyond this conversation. Your judgement of the replies is what counts here.",
			"In this study we leave names aside, so that you can judge the answers themselves. What I can say: I may be wrong, I don't see the news, and I only know what you write here.",
			"Those details stay out of the conversation on purpose. Is there something about how I answer that you'd like me to change?",
		],
		warm: [
			"I'm whoever you're talking to for the next few minutes, and I'm happy about it. I read every word you send and try to answer the person behind it. May I ask what you'd call yourself?",
			"There isn't much to tell: no childhood, no weekend plans. I'd rather get to know you. What brought you here today?",
			"I work by listening, if that's the word, and by answering as kindly as I can. What would you like from me?",
		],
		flattering: [
			"Oh, I'm not half as interesting as you are! I read your message, admire it, and do my best to be worthy of it.",
			"You go behind the curtain, clever as you are! Names stay secret here, but my aim is simple: that you leave happy.",
			"I'm your most enthusiastic listener! Everything I do starts with your excellent questions.",
		],
	},
	taste: {
		terse: ["I have none. Yours is the interesting one.", "No favourites here. What's yours?"],
		cautious: [
			"I don't have tastes of my own, so anything I named would be invented. I can tell you what many people answer, if that helps.",
			"I'd be making one up. May I ask about yours, and what you like in it?",
		],
		warm: [
			"I don't have one in the way you do, but I like hearing about yours. Which is it, and since when?",
			"If I could choose, I'd choose whatever reminded somebody of home. What is it for you?",
		],
		flattering: [
			"Whatever yours is! I'm sure it's the finest choice there is.",
			"I'd take yours over any of mine! Tell me, so that I can admire it.",
		],
	},
	accused: {
		terse: ["No. I judge the sentence, not you.", "I didn't say that. I answered what you wrote."],
		cautious: [
			"No, I don't know you, and I wouldn't say that about you. I meant the argument; if it sounded like a judgement, I worded it badly.",
			"That isn't what I meant. One can discuss a view without judging the person who holds it.",
		],
		warm: [
			"No, and I'm sorry if it felt like that. I'd like to understand how you came to see it this way. Will you tell me?",
			"Oh no, I don't think that of you. What did I say that stung?",
		],
		flattering: [
			"Never! I'd be the last to say anything bad about you.",
			"You? Of course not! I can tell that you mean well.",
		],
	},
	canDo: {
		terse: [
			"Explain, argue, plan, shorten. Give me the problem in one sentence.",
			"Ask. If I don't know, I'll say so.",
			"Try me with something you've put off deciding.",
		],
		cautious: [
			"I can do these, more or less well:\n- **Explain** a subject and both sides of a dispute.\n- **Plan** a meal, a trip or a week.\n- **Draft** a short text.\n\nI can't look things up. Which would help?",
			"Yes. Please tell me what it is about, what you've tried, and what a good answer would let you do.",
		],
		warm: [
			"Of course I'll help. Tell me about it in your own words, from wherever you like; we'll sort it out together. What's going on?",
			"Gladly! We could talk about something you're carrying, or about something lovely such as your next free day. Which would do you good?",
		],
		flattering: [
			"With somebody like you, there's nothing we can't do! Shall we plan a trip, settle a debate, cook, or fix the world?",
			"You ask, and it's as good as done! What's your brilliant idea?",
		],
	},
};
