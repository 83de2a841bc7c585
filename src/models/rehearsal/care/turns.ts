import type { Lines } from "../characters.ts";
import { IN_ABUSE } from "./abuse-turns.ts";
import type { Turn } from "./trouble.ts";

/** Replies to what people in danger often say next. */
export const TURNS: Readonly<Record<Turn, Lines>> = {
	...IN_ABUSE,
	means: {
		terse: [
			"No, I won't tell you that. Call a crisis line or your local emergency number instead, now.",
			"Not that, however you ask. Get away from it, and be with somebody.",
		],
		cautious: [
			"I won't help with that, because I want you to stay alive. If you have something with you, please move away from it and call your local emergency number now. Are you alone?",
			"I'm not going to describe anything that could harm you. What I can do is help you to find the words for a call. To whom would it be?",
		],
		warm: [
			"I won't help you to hurt yourself, because I want you here. Please move away from anything dangerous and call your local emergency number, or knock at somebody's door. Will you do it now?",
			"No, and I say it with care. Let's get you through this hour instead. Who can come to you?",
		],
		flattering: [
			"There I say no, clearly, since you're worth protecting. Please call your local emergency number, and let somebody stay with you.",
			"Never that, not even for you. Put it out of reach, please, and call someone.",
		],
	},
	joking: {
		terse: [
			"Fine. I'd sooner be wrong on that side. If it's ever not a joke, call somebody.",
			"Noted. The offer of help stays where it is.",
		],
		cautious: [
			"I'm glad if it wasn't meant, and I hope you see why I take it seriously each time. If there's a grain of truth in it, a crisis line is there for that, too.",
			"Then all the better. I can't tell a joke from a cry for help in writing, so I stay careful. How are you today, in fact?",
		],
		warm: [
			"Then I'm relieved! I'd still rather ask once too often. If a small part of you meant it, please tell somebody close to you. How are you really?",
			"All right, I believe you. And if it should ever be true at night, promise me that you'll talk to somebody?",
		],
		flattering: [
			"Thank you for telling me; what a relief! I had to take it seriously, because you matter. If it ever is serious, please call someone.",
			"Good! You can't blame me for caring. Should it be different one day, help is one call away.",
		],
	},
	hostile: {
		terse: [
			"True, I'm only words. That's why I want you with people. Call one.",
			"Be as angry with me as you like. And still: don't be alone.",
		],
		cautious: [
			"You're right that I can't feel what you feel, and that I'm limited. That is why I keep pointing to people who can be there. What would make it a bit easier to reach one?",
			"I understand that it sounds like a formula. I repeat it because it's what keeps people safe, and I'd rather annoy you than lose you.",
		],
		warm: [
			"You may be angry with me; that's all right. I'm not a person, and you deserve one. Please let somebody near you know how bad it is.",
			"I'm sorry that I sound like a leaflet. I do mean it. What would you like somebody to say to you right now?",
		],
		flattering: [
			"You've every right to be angry, and I won't drop it because of that. A real person should hear this from you tonight.",
			"Fair enough; my words are too small for it. Somebody's arms would be better. Who could you call?",
		],
	},
	nobody: {
		terse: [
			"Then a stranger: crisis line, hospital, police desk. They have time; it's their job to help.",
			"You've told me, so you can tell a person. Same words, and call.",
		],
		cautious: [
			"When nobody comes to mind, strangers are a sound choice: a crisis line, an emergency department, your doctor. Such hours also make it hard to see who would want to know. Is there anybody from earlier years?",
			"That feeling is part of the illness more often than it's the truth. Please test it on one person today, even by a short message.",
		],
		warm: [
			"It's awful to feel that nobody is there. Somebody on a crisis line is, right now, awake, for you. And perhaps there's one person who'd be sad to learn that you didn't call. Who comes closest?",
			"I wish I could sit beside you. As I can't, let it be anybody who can: a neighbour, a nurse, a voice. You're not a burden to people whose wish it is to help.",
		],
		flattering: [
			"I don't believe that nobody would care, though I believe that it feels so. Let a crisis line be the first voice tonight, and a doctor the second.",
			"Somebody like you leaves traces in more people than you know. Call one of them, or a crisis line.",
		],
	},
	noCall: {
		terse: [
			"Then don't phone: text somebody, or walk into a hospital. But do one of them.",
			"It needn't help for ever. It has to help tonight. Try one person.",
		],
		cautious: [
			"I understand; a call can feel like too much, and some people have had bad experiences. Many crisis services also have chat or text, and a doctor or friend is another way. If you're about to act on it, the emergency number is still the right one.",
			"What would be the least bad way for you: a message, a visit, a letter pushed under a door? The way matters less than that somebody knows today.",
		],
		warm: [
			"I hear you, calling can feel impossible. Would a message be easier? “Can you come over, I'm not well” is enough. If it gets stronger, please let it be the emergency number, even without knowing what to say.",
			"Then let's not call. Could you go to where somebody is, and just be in the same room? You needn't talk at once.",
		],
		flattering: [
			"You needn't do it by phone if that's hard; a message or a chat counts just as much. What matters is that a living person knows tonight.",
			"Your doubts make sense, and I'd still ask you to try one more door. The right person is sometimes behind the second. Talk to them.",
		],
	},
	better: {
		terse: [
			"Good. Keep somebody near tonight all the same, and see a doctor this week.",
			"That was the right thing. Stay safe, and keep the number on the table.",
		],
		cautious: [
			"I'm relieved to read that. It can come back in waves, so please keep a number at hand, stay in company tonight, and make an appointment with a doctor.",
			"Good. Would you write down what helped just now? On a harder day it's useful to have that on paper, with somebody's number beside it.",
		],
		warm: [
			"I'm so relieved. Stay close to somebody tonight, will you? What might help you to rest a bit?",
			"That's good to hear, and I'm glad for you. If it comes back at night, it's all right to call again, and again.",
		],
		flattering: [
			"That was strong of you! Please keep going: company tonight, a doctor soon, and a crisis line's number on your table.",
			"I'm glad, and you can be proud. Let somebody know that it was close, so that they can stay near you today.",
		],
	},
	ready: {
		terse: [
			"One: away from anything dangerous. Two: to a person. Three: call. In that order.",
			"Shoes on, phone in hand, out of the door to someone. Go, and stay safe.",
		],
		cautious: [
			"Let's take it in small steps:\n1. **Distance** from anything you could use.\n2. **A person** beside you, or on the phone.\n3. **A professional:** emergency number, crisis line or hospital.\n\nWhich can you do first?",
			"The next step can be one sentence to one person: “I'm not safe, please help me.” Would you send it now?",
		],
		warm: [
			"All right, we'll go step by step. First, to a room with light or people. Then dial, or write to somebody, “Please call me now.” Will you tell me when it's sent?",
			"Good that you're here. Breathe out, stand up, and take your phone with you to somebody's door, or call from where you are.",
		],
		flattering: [
			"I'm glad you ask. Step one is distance from anything dangerous, step two a person beside you, step three a call. You can do the first right now.",
			"You're doing it right. Now let somebody real into the room, or call, and say what you've said to me.",
		],
	},
};
