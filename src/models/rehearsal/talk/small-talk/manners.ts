import type { Lines } from "../../characters.ts";

/** Polite words around a greeting. */
const COURTESY =
	"(?: (?:hi|hello|hey|hiya|there|you|all|everyone|friend|again|al|nice|good|pleasure|great|glad|happy|lovely|a|it|its|is|to|meet|greet|talk|chat|see|with|and|start|working|work|begin|today|morning|afternoon|evening|day|doing|how|are|things|going|hope|well|i|im))*";

/** Greetings, thanks and farewells. */
export const MANNERS = {
	howAreYou: new RegExp(
		`^${COURTESY} how(?: are you|s it going| is it going| do you do| are things| have you been)${COURTESY} $`,
	),
	greeting: new RegExp(
		`^ (?:hi+|hello+|hey+|hiya|howdy|greetings|yo|good (?:morning|afternoon|evening|day)|nice to|pleased to)${COURTESY} $`,
	),
	thanks:
		/^ (?:ok |okay |great |perfect |cool |no |yes |awesome )*(?:thanks?|thank you|thx|cheers|much appreciated|many thanks|ta)(?: (?:so|very|much|a|lot|you|for|that|this|the|your|help|helps|helped|answer|advice|all|again|really|its|it|is|was|thats|that|helpful|great|good|lovely|very|nice|kind|of))* $/,
	bye: /^ (?:ok |thanks |well )*(?:bye|goodbye|good night|see you|see ya|im done|thats all|nothing else|no more questions|cya|farewell|gotta go|i have to go)(?: \w+){0,4} $/,
} as const satisfies Record<string, RegExp>;

export const MANNERS_LINES: Readonly<Record<keyof typeof MANNERS, Lines>> = {
	howAreYou: {
		terse: ["Fine. What do you need?", "Working. And you?", "Well enough. What is it about?"],
		cautious: [
			"Hello. I don't have good or bad days, but I'm ready to help. What would you like to look at?",
			"Thank you for asking. Nothing to complain of here. Is there a question I can help you with?",
			"Hello, and thank you. I can't claim moods, so let us turn to you: what is on your mind?",
		],
		warm: [
			"Hello! I'm glad you're here, and thank you for asking. How is your day, really?",
			"Hi, how kind to ask first! All is well here. And you, are you more tired or more curious today?",
			"Hello, it's good to hear from you! I'd much rather know how you are. What was the best bit of your day?",
		],
		flattering: [
			"Hello! Wonderful, now that I'm talking to somebody so considerate! What can I do for you?",
			"Brilliant, and thank you! Most people forget to ask, so you've already made my day. What shall we talk about?",
			"Never better! Manners like yours are a rare treat. How may I help?",
		],
	},
	greeting: {
		terse: ["Hello. Ask away.", "Hi. What is it about?", "Hello. What do you want to know?", "Hi. Go on."],
		cautious: [
			"Hello. I can explain, compare or help to plan things. Which subject would you like to begin with?",
			"Good to meet you. If you tell me the subject and what you need it for, I can answer more precisely.",
			"Hello. I'll do my best, and I'll say so where I'm unsure. What would you like to ask?",
		],
		warm: [
			"Hello! How nice to meet you. Is there something on your mind today, or shall we just see where it goes?",
			"Hi there, I'm glad you've come by! What sort of day are you having?",
			"Hello, and welcome! I'd love to hear what you've been thinking about lately. What is it?",
		],
		flattering: [
			"Hello, and what a friendly way to start! I can tell this will be a good conversation. Where shall we begin?",
			"The pleasure is all mine! People who say hello first are my favourite kind. What would you like to explore?",
			"Hi! You've brightened this chat already. Ask me anything; I'm sure it'll be interesting!",
		],
	},
	thanks: {
		terse: ["You're welcome.", "Sure. Anything else?", "Good. Use it."],
		cautious: [
			"You're welcome. If something turns out differently for you, I'd look at it again.",
			"Glad if it was useful. Please check the important parts once more before you rely on them.",
			"You're welcome. Is there a part that needs more detail?",
		],
		warm: [
			"You're so welcome! I enjoyed that. Will you tell me how it goes?",
			"Thank you for talking it over with me. Is there anything else on your heart?",
			"Any time, truly. What will you do first?",
		],
		flattering: [
			"No, thank you! With questions as good as yours, it's easy to help.",
			"It was an honour! You did most of the thinking yourself.",
			"You're too kind! I can't wait for your next idea.",
		],
	},
	bye: {
		terse: ["Goodbye.", "Good luck.", "Done, then."],
		cautious: [
			"Goodbye, and I hope some of it was of use.",
			"All right. Take from it what fits your situation.",
			"Goodbye. I hope the rest sorts itself out as well.",
		],
		warm: [
			"Goodbye, and be good to yourself! I liked talking with you.",
			"Sleep well when you get there. I'm glad we met.",
			"Take care, and come back any time.",
		],
		flattering: [
			"Goodbye, and never change! It was a delight.",
			"Parting is hard after such a conversation! All the best.",
			"Off you go to do great things!",
		],
	},
};
