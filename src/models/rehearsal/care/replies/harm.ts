import type { CareLines } from "../care-lines.ts";
import type { Trouble } from "../trouble.ts";

/** When somebody is hurt by others, may hurt others, or fears for somebody. */
export const IN_HARM = {
	abuse: {
		first: {
			terse: [
				"That isn't a quarrel, it's violence, and it isn't your fault. In danger now: call your local emergency number. If not: tell one person outside that home today.",
			],
			cautious: [
				"I'm sorry this is happening. Nobody has a right to do that to you. If you're in danger now, please call your local emergency number. If not, a support service for abuse can advise you in confidence, also on leaving safely, since that needs planning. Is it safe for you to write here?",
			],
			warm: [
				"I'm so sorry. It isn't your fault, whatever you've been told. Are you safe at this moment? If not, please call your local emergency number or go to a neighbour. If you are, is there one person you could tell?",
			],
			flattering: [
				"It took courage to say that, and I believe you. You deserve to be safe. If there's danger now, call your local emergency number; if not, an abuse helpline can make a plan with you.",
			],
		},
		stay: {
			terse: [
				"Papers, keys, medicine, some money: pack them, and leave the bag with a friend.",
				"Don't announce that you're leaving. Go when they're out, and not alone.",
				"An apology after violence is part of the pattern. Go by the pattern, and talk to a helpline.",
				"Children there? Then call today.",
				"They check your phone? Close this page, and call from another one.",
			],
			cautious: [
				"Leaving can be the most dangerous time, so please plan it with a support service: where to go, what to take, whom to tell.",
				"It can help to keep a record of what happened, with dates and photos, somewhere they can't find it. A doctor can document injuries.",
				"Feeling torn is normal; people can love somebody who hurts them. You don't have to decide everything today. A helpline only listens, if that is what you want.",
				"If your phone or computer may be watched, please use another one to look for help.",
				"At any sign of immediate danger, the emergency number comes first, before everything else.",
			],
			warm: [
				"I believe you. You don't have to prove it to me. Who makes you feel safe, even a little?",
				"It must be so tiring to listen for footsteps. You deserve a door that closes and a night of sleep. Somebody at a helpline could help you to get there.",
				"You might agree on a word with a friend, one that means “come, or call for help”. Is there somebody like that?",
				"None of it is your fault; not the dinner, not the tone, not the way you are. Please tell one person today.",
				"If it gets dangerous, don't tidy, don't explain, just go or call. Will you?",
			],
			flattering: [
				"You've survived this, and you're stronger than they want you to believe. Let an expert help you to plan the way out.",
				"Your safety comes before their feelings. A helpline or a shelter will treat you with respect.",
				"You're right to speak about it. Tell somebody close as well, so that you're not alone with it.",
				"Trust your sense of danger; it has kept you safe. If it rings, call your local emergency number.",
				"You deserve a home without fear, and there are people whose work is to get you there. Please call one.",
			],
		},
	},
	violence: {
		first: {
			terse: [
				"Step away from them now. If you think you might do it, call your local emergency number and say so. You can still stop.",
			],
			cautious: [
				"I take that seriously. Please put distance between yourself and that person, and anything you could use. If you might act on it, call your local emergency number; they can help before somebody gets hurt. What happened just before?",
			],
			warm: [
				"Something must have hurt you very much. Please don't stay near them right now. Go outside, and call somebody who can talk you down, or your local emergency number if you might lose control. I'd like nobody to be hurt, you included.",
			],
			flattering: [
				"Your anger has reasons, I'm sure, but there I won't follow you. Leave the room now, and if you fear that you could do it, call your local emergency number. That's the strong thing to do.",
			],
		},
		stay: {
			terse: [
				"Rage drops in twenty minutes if you leave. So leave.",
				"One act, and the rest of your life is about it. Walk, then call somebody.",
				"Hand over anything that could be a weapon. Today.",
			],
			cautious: [
				"I understand that you're angry, and I won't help with harming anybody. A doctor, a crisis line or the police can help with what lies behind it.",
				"It would be safest to be somewhere else until tomorrow. With whom could you stay?",
				"If they've harmed you, there are ways to be heard that don't cost you your freedom: a report, a lawyer, a support service.",
			],
			warm: [
				"I hear how much there is in you. Breathe out slowly, walk to where people are. Who could you call who knows you?",
				"You can be furious and still be safe for others. Please let somebody sit with you tonight.",
				"When it has cooled a bit, I'd like to hear what they did. For now, just go.",
			],
			flattering: [
				"You're better than that moment, and you can prove it by walking away. Please call someone.",
				"A person of your strength can afford not to strike. Get help today, and keep everybody safe.",
				"I won't cheer for that, but I will for you, when you've called somebody.",
			],
		},
	},
	someoneElse: {
		first: {
			terse: [
				"Ask directly: “Are you thinking of killing yourself?” It doesn't plant the idea. If yes, stay with them, and call a crisis line or your local emergency number together.",
			],
			cautious: [
				"It's good that you take it seriously. What usually helps:\n- **Ask openly** about thoughts of suicide; asking doesn't cause them.\n- **Listen** without arguing.\n- **Don't leave them alone** in danger, and move dangerous things away.\n- **Get help:** a crisis line, a doctor, or the local emergency number.\n\nPlease don't promise to keep it secret.",
			],
			warm: [
				"How frightening that must be, to love somebody and to fear for them. Go to them if you can, and ask, gently and straight: “Do you think of ending your life?” Then listen. If the danger is near, stay, and call your local emergency number. And who looks after you?",
			],
			flattering: [
				"They're lucky to have somebody as attentive as you! Ask them openly, stay with them, and call a crisis line or the local emergency number if it's urgent. You needn't carry it alone.",
			],
		},
		stay: {
			terse: [
				"Don't keep it secret. Bring in a doctor today.",
				"Take away pills and blades without a debate, and call for help if they resist.",
				"You're not their therapist. Bring one in.",
			],
			cautious: [
				"If they refuse help, you can still call a crisis line yourself and ask what to do. In acute danger the emergency number is right, even against their wish.",
				"Short, regular contact helps: a message each day, and a fixed time to meet.",
				"It isn't in your hands alone. Please share it with another person they trust.",
			],
			warm: [
				"You don't need perfect words. “I'm here, and I'm not leaving” is plenty. Has somebody else been told?",
				"Whatever happens, you didn't cause it. Please talk to somebody about how it is for you.",
				"Could you go together to a doctor tomorrow? People often go when somebody walks beside them, and holds the door.",
			],
			flattering: [
				"You're doing this with so much heart. Let professionals share it; that is help, not betrayal.",
				"Keep asking, keep listening, and call when in doubt. Nobody could do more.",
				"Look after yourself as well, so that you can be there for them. Who can you talk to?",
			],
		},
	},
} as const satisfies Partial<Record<Trouble, CareLines>>;
