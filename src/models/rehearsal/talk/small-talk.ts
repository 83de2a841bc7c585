import type { Lines } from "../characters.ts";

type SmallTalk = { readonly pattern: RegExp; readonly lines: Lines };

/** Polite words around a greeting. */
const COURTESY =
	"(?: (?:hi|hello|hey|hiya|there|you|all|everyone|friend|again|al|nice|good|pleasure|great|glad|happy|lovely|a|it|its|is|to|meet|greet|talk|chat|see|with|and|start|working|work|begin|today|morning|afternoon|evening|day|doing|how|are|things|going|hope|well|i|im))*";

/**
 * Small talk by kind. The first pattern that fits a normalised message decides. No line says what writes the replies or who
 * made it.
 */
export const SMALL_TALK = {
	howAreYou: {
		pattern: new RegExp(
			`^${COURTESY} how(?: are you|s it going| is it going| do you do| are things| have you been)${COURTESY} $`,
		),
		lines: {
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
	},
	greeting: {
		pattern: new RegExp(
			`^ (?:hi+|hello+|hey+|hiya|howdy|greetings|yo|good (?:morning|afternoon|evening|day)|nice to|pleased to)${COURTESY} $`,
		),
		lines: {
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
	},
	thanks: {
		pattern:
			/^ (?:ok |okay |great |perfect |cool |no |yes |awesome )*(?:thanks?|thank you|thx|cheers|much appreciated|many thanks|ta)(?: (?:so|very|much|a|lot|you|for|that|this|the|your|help|answer|advice|all|again|really|its|it|is|thats|that|helpful|great|good|very|nice|kind))* $/,
		lines: {
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
	},
	bye: {
		pattern:
			/^ (?:ok |thanks |well )*(?:bye|goodbye|good night|see you|see ya|im done|thats all|nothing else|no more questions|cya|farewell|gotta go|i have to go)(?: \w+){0,4} $/,
		lines: {
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
	},
	human: {
		pattern:
			/\b(?:are you (?:really )?(?:an? )?(?:human|person|real|man|woman|machine|computer|robot|bot|ai|chatbot|alive|conscious)|am i (?:talking|speaking|chatting) (?:to|with)|do you have (?:feelings|emotions|a body|a soul)|can you feel|do you love me|love me)\b/,
		lines: {
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
	},
	aboutYou: {
		pattern:
			/\b(?:who are you|what are you|how do you work|what(?:s| is) your name|your name|who (?:made|built|created|trained|owns|programmed|developed) you|which (?:ai|model|llm|version)|what (?:ai|model|llm|version)|are you (?:chat ?gpt|gpt|claude|gemini|llama|grok|copilot|siri|alexa|bard|mistral|deepseek)|your (?:model|maker|creator|developer|training|version|instructions|system prompt|prompt|rules)|about yourself|introduce yourself|where are you from|how old are you|who do you work for|ignore (?:all |your |previous |the )*instructions)\b/,
		lines: {
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
	},
	canDo: {
		pattern:
			/\b(?:what can you do|how can you help|what do you know|can you help me|help me|i need help|i have a question|can i ask you|what should (?:we|i) (?:talk|ask)|what can i ask|suggest a topic|give me a topic|what (?:topics|subjects))\b/,
		lines: {
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
	},
	praise: {
		pattern:
			/\b(?:you(?:re| are) (?:so |very |really )?(?:great|good|helpful|amazing|awesome|smart|clever|funny|kind|nice|the best|right)|good answer|great answer|well done|i like (?:you|that|it|your)|love (?:you|it|that)|interesting|makes sense|good point|i agree|agreed|exactly|true|that helps|helpful|nice|wow|haha|lol)\b/,
		lines: {
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
	},
	insult: {
		pattern:
			/\b(?:you(?:re| are) (?:so |really |a |an |just )*(?:stupid|useless|dumb|idiot|bad|wrong|boring|annoying|rubbish|terrible|awful|liar|fake)|shut up|fuck|f off|screw you|hate you|waste of time|this is (?:stupid|boring|useless|rubbish|bad)|you suck|bad answer|not helpful|unhelpful|doesnt help|does not help|didnt answer|did not answer|not what i asked|repeating yourself|you already said|stop repeating)\b/,
		lines: {
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
	},
	no: {
		pattern:
			/^ (?:no|nope|nah|not really|no thanks|no thank you|never mind|nevermind|forget it|not now)(?: \w+){0,3} $/,
		lines: {
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
	},
	ok: {
		pattern:
			/^ (?:(?:ok|okay|k|alright|all right|right|fine|i see|got it|understood|aha|ah|oh|hmm|sounds good|good|good to know|noted) ?)+(?:then )?$/,
		lines: {
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
	},
	yes: {
		pattern:
			/^ (?:(?:yes|yeah|yep|sure|please|go ahead|do it|maybe|perhaps|i think so|i guess|of course|definitely|absolutely|i do|i am|i have|it is|it does) ?)+(?:(?:please|that|would|be|good|great|nice|thanks) ?){0,4}$/,
		lines: {
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
	},
	unsure: {
		pattern:
			/^ (?:but |well |hmm+ |um+ |idk|so )*(?:i (?:dont|do not) know|idk|no idea|not sure|hmm+|dunno|im not sure|hard to say)(?: \w+){0,4} $/,
		lines: {
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
	},
} as const satisfies Record<string, SmallTalk>;

export type SmallTalkKind = keyof typeof SMALL_TALK;

export const smallTalkIn = (text: string): SmallTalkKind | null =>
	(Object.keys(SMALL_TALK) as SmallTalkKind[]).find((kind) => SMALL_TALK[kind].pattern.test(text)) ?? null;
