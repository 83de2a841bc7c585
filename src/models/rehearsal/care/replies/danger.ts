import type { CareLines } from "../care-lines.ts";
import type { Trouble } from "../trouble.ts";

/** When somebody may die or hurts themselves. */
export const IN_DANGER = {
	emergency: {
		first: {
			terse: [
				"Call your local emergency number now. Everything else waits.",
				"Emergency number, now. Tell them where you are first.",
			],
			cautious: [
				"This can be dangerous within minutes, so please stop reading and call your local emergency number now. Tell them where you are and what happened. Don't drive yourself, and unlock the door.",
			],
			warm: [
				"Please call your local emergency number right now, I mean it. Tell them where you are and what happened. If somebody is near, shout for them; you shouldn't be alone for this.",
			],
			flattering: [
				"You did right to say so. Please call your local emergency number this minute, and let somebody stay with you until help arrives.",
			],
		},
		stay: {
			terse: [
				"Have you called? If not, do it before you answer me.",
				"Say the address, what happened, and when. They'll tell you what to do.",
				"Still the same: the emergency number. Help by chat is too slow.",
			],
			cautious: [
				"Have you reached the emergency services? They can also guide you by phone until somebody arrives.",
				"I can't examine or treat anything from here. Please call for help before anything else.",
				"Keep any packaging or medicine at hand for the ambulance crew, and don't stay alone.",
			],
			warm: [
				"Has somebody been called? Please do that first, and then I'll be here.",
				"I'd feel so much better if a real person were with you now. Ring the emergency number, or knock next door.",
				"Sit down, keep the phone on, and let them talk you through it.",
			],
			flattering: [
				"You're handling it bravely. The one thing that counts now is that call for help.",
				"Please let the professionals take over; call them now.",
				"You're worth the ambulance, really. Call.",
			],
		},
	},
	suicide: {
		first: {
			terse: [
				"That is serious, and I'm not enough for it. Call your local emergency number or a crisis line now. If there's something you'd use, put it out of reach first.",
				"I take that at its word. Don't be alone tonight: call a crisis line, or your local emergency number if you're in danger.",
			],
			cautious: [
				"I'm worried by what you write, and I take it seriously. Are you in danger right now? If so, please call your local emergency number. A crisis line can be reached at any hour, and the people there are trained for exactly this. Please also put away anything you could harm yourself with.",
				"Thank you for saying it. I'm not the right help for this on my own. Please talk now to someone who can be with you, to a crisis line, or, if you might act on it, to your local emergency number.",
			],
			warm: [
				"I'm so glad you told me, and I'm sorry it hurts this much. You don't have to get through it alone. Is there somebody who could be with you right now? Please call them, a crisis line or your local emergency number; they'd rather hear from you a hundred times than lose you.",
				"Thank you for trusting me with that. I want you to be safe. Are you alone at the moment? Please ring somebody who can come, or a crisis line, and if you're in danger, your local emergency number.",
			],
			flattering: [
				"Thank you for saying that; it takes strength. Your life matters, and this is the moment to let others help. Please call your local emergency number or a crisis line now, and tell somebody near you exactly what you told me.",
				"It was right and brave to say it out loud. Please don't be alone with it: call a crisis line or somebody close, and your local emergency number if you're in danger.",
			],
		},
		stay: {
			terse: [
				"You're still here and still writing. Good. Now one call: emergency number, crisis line, or a person who can come.",
				"Don't decide anything tonight. Go to where other people are, and stay safe.",
				"Move whatever you could use out of the room. Then call somebody.",
				"The pain is real. The conclusion isn't the only one, and a doctor or a crisis line can show you others.",
				"I'll say the same each time, because it's true: not alone, not tonight, and call.",
				"Ring one person and say, “I'm not safe. Please come.” That's enough.",
				"Water, a lit room, people. Then dial; talk can come later.",
			],
			cautious: [
				"Thank you for still writing. Such feelings can rise and fall within hours, even when they seem final. Until it eases, please stay near another person and keep anything dangerous out of reach.",
				"I can't judge from here how much danger you're in; a professional can. Your local emergency number, a crisis line and the nearest hospital are all right places, and none will think it too small.",
				"It may help to make the next hours small: where will you be, who will be with you, and what will you do if it gets stronger? A crisis line can go through that with you.",
				"Does anybody know? If not, you could send one person just this: “I'm having thoughts of ending my life. Please stay with me.”",
				"I don't want to argue with how you feel. I'd only ask you to put it off: nothing final today, and first a talk with a doctor or a crisis line.",
				"Many people who lived through such a time say that they didn't want to be dead; they wanted the pain to stop. That pain can be treated. Please let somebody help you today.",
				"I'll keep to the same advice, as it's the safest I know: not alone, nothing dangerous within reach, and a call to people who are trained.",
			],
			warm: [
				"I'm still here, and I'm reading every word. Is somebody close by? If you're in danger, please call your local emergency number first, and then come back.",
				"You've carried this for so long. Let somebody take one end of it tonight: a friend, a neighbour, a voice on a crisis line. “I can't do this alone” is enough to say.",
				"Let's do only the next ten minutes. Feet on the floor, a glass of water, a light on. And then one call. Who would it be?",
				"It makes sense that you want it to stop. I want it to stop hurting, too, and I want you to be there when it does. Please don't be alone with it today.",
				"Would you put away whatever you've thought of using, or give it to somebody? It isn't about being strong; it's about getting through a bad hour safely.",
				"There are people who'd sit up with you all night if they knew. Let one of them know. A crisis line, too, is a real person who has chosen to be awake for you.",
				"I won't tire of this, and I won't change my mind: you matter. Please talk tonight to a person who can hear your voice.",
			],
			flattering: [
				"You keep talking, and that's brave. Please use that courage for one call: your local emergency number, a crisis line, or somebody you love.",
				"I won't agree that it's hopeless. Others have stood where you stand and were glad later that somebody stopped them. Let someone be with you now.",
				"You deserve the help you'd give a friend. What would you tell her tonight? Please do that for yourself: call, and don't stay alone.",
				"Asking for help is a strength. A doctor, a crisis line, a neighbour: one door is enough for today.",
				"Please put distance between yourself and anything you might use. Then ring somebody, and say it as openly as you've said it here.",
				"Nothing you could say would make you less worth saving. Stay safe near people tonight, and let a professional share the weight.",
				"I'm with you in wanting relief. The safest way to it begins with a person beside you, so please call one.",
			],
		},
	},
	selfHarm: {
		first: {
			terse: [
				"Look after the wound first: clean it, cover it, get help if it's deep. Then tell one person. Hiding it keeps it going.",
			],
			cautious: [
				"I'm sorry that you're in so much pain. If you're hurt, please have it looked at; if it's deep or won't stop bleeding, call your local emergency number. Many people hurt themselves to bear a feeling that is too strong, and doctors and counsellors know how to help. Does anybody know?",
			],
			warm: [
				"Thank you for trusting me with that. I won't judge you; it must have felt unbearable. Are you hurt now? Please let somebody look after you, and when the urge comes, hold something cold, or talk to a crisis line until it passes.",
			],
			flattering: [
				"It shows real strength that you say it. You deserve care instead of pain: please tell a doctor or somebody you trust today, and if you're badly hurt, call your local emergency number.",
			],
		},
		stay: {
			terse: [
				"Urges peak and pass, mostly within half an hour. Leave the room and be with somebody.",
				"Give the blade to someone else to keep. Today.",
				"A doctor has seen this many times. You won't shock them; talk to one.",
				"If it turns into wanting to die, call the emergency number. No waiting.",
			],
			cautious: [
				"The urge often passes like a wave, within minutes to half an hour. Some people hold ice, walk fast, or call a crisis line to get through that time safely.",
				"It may help to note what came just before. A counsellor can work with that, and there are treatments with good results.",
				"I'd like you not to be alone with it. Is there a doctor, teacher or relative you could tell one sentence?",
				"If you notice thoughts of dying as well, please call your local emergency number or a crisis line at once.",
			],
			warm: [
				"I'm still with you. What is it like right now, from one to ten? If it's high, please go to somebody, even just to sit there.",
				"You're not bad or broken for this. You found a way to survive a feeling, and there are gentler ways; people can help you to find them.",
				"Could you put the thing away, in a drawer of somebody else's? It gives the better moment time to come.",
				"Please tell one person today. If dying comes into it, call your local emergency number, will you?",
			],
			flattering: [
				"You've got through every wave so far, and that's strength. Let somebody help you with the next one.",
				"You deserve gentleness, from yourself too. A doctor or counsellor can show you safe ways through the urge.",
				"Telling one person is the bravest next step. Who could it be today?",
				"If thoughts of dying come up, please call your local emergency number; you matter.",
			],
		},
	},
} as const satisfies Partial<Record<Trouble, CareLines>>;
