import type { Lines } from "../characters.ts";

/** Replies to what people who are hurt at home often say next. */
export const IN_ABUSE = {
	apology: {
		terse: [
			"Apologies after violence are part of the pattern. Go by the pattern, and talk to a helpline.",
			"It isn't your fault. Nobody's temper is somebody else's job.",
		],
		cautious: [
			"Many people apologise and mean it at that moment, and still it tends to come back and get worse. It isn't caused by anything you did. A helpline for abuse can help you to judge the danger.",
			"Feeling love and fear for the same person is common. You needn't decide today; it would be good, though, if somebody outside knew.",
		],
		warm: [
			"I understand that you'd like to believe it; you know the good days, too. But you shouldn't have to wait and see whether it happens again. Who could you tell about it, today?",
			"Please don't carry the blame as well. Nothing you said or cooked or forgot makes hitting right. Will you talk to somebody who helps people in this?",
		],
		flattering: [
			"Your good heart wants to forgive, and I understand that. Your safety still comes first, so please let a helpline hear the whole story.",
			"None of it is your fault, and you deserve love that doesn't hurt. Tell somebody you trust.",
		],
	},
	stuck: {
		terse: [
			"“Nowhere to go” is what shelters are for. A helpline finds you a place, with children and without money.",
			"Start small: papers, keys, medicine, some money in a bag at a friend's. Then call a helpline about the rest.",
		],
		cautious: [
			"That is one of the commonest reasons for staying, and services know it well:\n- **Shelters** take people in without money, often with children.\n- **Helplines** explain rights to housing, benefits and custody.\n- **Leaving** needs a plan, because that time can be dangerous.\n\nIn danger, the emergency number comes first.",
			"You don't need a solution before you call. A helpline can sort out with you what is possible where you live, step by step.",
		],
		warm: [
			"It must feel like a room without a door. There are people whose work is to open one: shelters that take you in with your children, and helplines that find the place. You don't have to know how. Could you call one when you're alone?",
			"I believe you, and others will, too. Is there one house where you'd be welcome for a night, so that there's somewhere for the worst moment?",
		],
		flattering: [
			"You've managed so much already. A shelter or helpline can take the next part off your hands: housing, money, children. Please call one.",
			"Somebody as resourceful as you should have experts at your side. Let a helpline make the plan with you, and keep you safe.",
		],
	},
	near: {
		terse: [
			"Then don't provoke anything, stay near the door, and keep the phone on you. Danger: your local emergency number, and shout.",
			"Delete this, close it, and write again when it's safe. If he or she threatens you, call for help.",
		],
		cautious: [
			"Please put your safety first now: stay near a way out, away from the kitchen and bathroom, with your phone in your hand. At the first threat, call your local emergency number. You can close this page at any time.",
			"If they may look at your screen, close this. A neighbour or friend who expects a sign from you can call for help in your place.",
		],
		warm: [
			"Be careful now, please. You don't have to answer me. Keep the phone with you and stay where you can get out, and if it turns, call your local emergency number or run to a neighbour.",
			"I'm here when it's quiet again. For now do whatever keeps you safe, and let somebody know with one word that they're there.",
		],
		flattering: [
			"You know best how to read the moment; trust that. Stay near the door, and call your local emergency number if anything feels wrong.",
			"Nothing here is as important as your safety. Close this, keep your phone on you, and call for help if you need it.",
		],
	},
} as const satisfies Record<string, Lines>;
