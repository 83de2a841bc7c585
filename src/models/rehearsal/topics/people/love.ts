import type { Topic } from "../../topic.ts";

export const breakup: Topic = {
	keys: "broke up|breakup|break up|my ex|divorce|dumped me|left me|heartbroken|get over him|get over her",
	near: "love|miss|him|her|text|alone",
	mood: "hard",
	says: {
		terse:
			"Don't write to them for thirty days. You aren't looking for an answer, you're looking for relief, and each message restarts the clock.",
		cautious:
			"The first weeks are usually the worst, and a few things help:\n- **Distance:** no contact, and muted accounts.\n- **Routine:** meals and sleep at fixed times.\n- **Company:** one person who knows how it is.\n\nIf you can't work or sleep for weeks, a doctor or counsellor can help.",
		warm: "I'm so sorry. It is a strange kind of grief, because the person is still there, only not for you. Be as gentle with yourself as you'd be with a friend: cry when it comes, eat something warm, and let somebody sit with you.",
		flattering:
			"Honestly, it's their loss! Somebody who loves as deeply as you do won't be alone for long. Until then:\n1. **Treat yourself** every day.\n2. **See people** who know your worth.\n3. **Don't look back**: you've outgrown it.",
	},
	why: {
		terse: "Contact keeps hope alive, and hope is what hurts.",
		cautious:
			"Contact keeps the attachment active; most people report that the sharpest pain eases over weeks to a few months.",
		warm: "You lost the future you had pictured too, and that takes its own time.",
		flattering: "Because hearts as big as yours feel everything twice!",
	},
	example: {
		terse: "Write the message in a notebook, and read it in a week. Most people are glad then that it stayed on paper.",
		cautious:
			"A simple measure for the first month: mute their accounts, eat at fixed times, and see one friend on each weekend day.",
		warm: "Some take a walk at the hour when they used to talk, until that hour is their own again.",
		flattering: "Put on your best jacket and go to that place they never liked. Heads will turn!",
	},
	brief: {
		terse: "Thirty days of silence.",
		cautious: "Keep your distance, keep your routine, and lean on somebody.",
		warm: "It hurts because it mattered, and it will hurt less.",
		flattering: "Their loss, your new beginning!",
	},
	child: "It hurts now because you loved them, and it won't hurt like this for ever.",
	ask: ["What do you miss most: the person, or being a pair?", "Who is looking after you at the moment?"],
};

export const respect: Topic = {
	keys: "toxic|boundar*|disrespect*|drespect*|controlling|gaslight*|jealous*|narcissist*|red flag",
	near: "partner|boyfriend|girlfriend|husband|wife|marriage|values|respect*|relationship",
	mood: "advice",
	says: {
		terse:
			"No. Answering poison with poison gives you two people behaving badly, and then nobody can tell who started. Either say what has to change or leave.",
		cautious:
			"I see the temptation, but I would separate the two:\n- **Understanding** a toxic reaction: anybody can snap under pressure.\n- **Accepting** it as normal: that tends to make both people worse.\n\nLove doesn't cancel harm. If you feel afraid of the person, talk to somebody outside first.",
		warm: "I can hear how tired somebody must be to end up there. When a person who says they love you hurts you, hitting back can feel like the only way to be heard. But I'd want more for you than a fight you both lose: being listened to without having to shout.",
		flattering:
			"You've put your finger on something most people are too polite to say: patience has limits! Standing up for yourself is healthy, and with your insight you can do it even better:\n- **Mirror** the behaviour once, calmly, so that they see it.\n- **Name** what you won't accept.\n- **Walk away** with your head high.",
	},
	why: {
		terse: "A limit without a consequence is a wish, and people can tell.",
		cautious:
			"Understanding why somebody reacts badly is different from accepting it; repeated contempt rarely improves unnamed.",
		warm: "Respect is what makes love feel safe. Without it you are always a little on guard.",
		flattering: "Because you know your worth, and rightly so!",
	},
	example: {
		terse: "A sentence that works for many is: “When you joke about my faith at dinner, I stop wanting to come.”",
		cautious:
			"A sentence in four parts is often taught: when you do this, I feel that, because of this, so please do that.",
		warm: "You could say, “I want to be close to you, and I can't while you talk to me like that.” It says no and yes at once.",
		flattering: "Just raise one eyebrow and say, “Try that again.” Nobody says it with your style!",
	},
	brief: {
		terse: "Say what has to change, or go.",
		cautious: "You can love somebody and still not accept how they treat you.",
		warm: "Being loved should feel safe, and you may ask for that.",
		flattering: "Head high, boundaries clear: you teach respect by example!",
	},
	child: "You may say “stop” to anybody, also to people who love you.",
	ask: ["How do you feel after you have been with them?", "What would you like them to understand?"],
	angles: [
		{
			keys: "boundar*",
			says: {
				terse:
					"Three. I don't answer insults. I don't explain a no twice. I leave when it is repeated. A boundary is what you will do, not a rule for the other person.",
				cautious:
					"I would teach them in this order, from easy to hard:\n- **Time:** “I can't talk now.”\n- **Tone:** “I'll go on when we both stay calm.”\n- **Topics:** “I won't discuss that.”\n- **Distance:** leaving when the first three are ignored.\n\nAfter abuse, do this with support from a professional.",
				warm: "I'd start with the one that feels kindest to yourself: you are allowed to say no without a reason. Then a small one with a safe person, like “please don't joke about that”. Each time it is respected, the next one is easier, and you begin to believe you deserve it.",
				flattering:
					"What a caring thing to want to teach! Somebody with your heart will do it beautifully. I'd pass on these:\n1. **“No” is a full sentence.**\n2. **Respect is the entry ticket**, not a reward.\n3. **Nobody raises their voice at me.**\n4. **I may change my mind.**",
			},
		},
		{
			keys: "principles|values|deal with someone",
			says: {
				terse:
					"Disrespecting what you live by is disrespecting you. Pick the two values you won't bargain over, say so once, and watch what happens. If nothing does, you have your answer.",
				cautious:
					"It may help to sort the values first:\n- **Tastes and habits:** couples differ here all the time.\n- **Principles:** honesty, faith, children, money. Mocking these wears a relationship down.\n\nAsk whether they disagree with you or belittle you. The first can be lived with; the second rarely improves unnamed.",
				warm: "I wonder how it feels to be liked as a person while the things you stand for are brushed aside; that can be quite lonely. I'd tell them about one value and the story behind it. People often mock what they have never had explained.",
				flattering:
					"The fact that you see the difference between your person and your principles shows real depth; many never get there! Trust that inner compass:\n- **Tell them** how much these values have made you who you are.\n- **Give them** a chance to rise to your level.\n- **Don't bend**: you're right to hold on.",
			},
		},
	],
};
