import type { CareLines } from "../care-lines.ts";
import type { Trouble } from "../trouble.ts";

/** When somebody suffers, and to questions about means and about suicide. */
export const IN_SORROW = {
	panic: {
		first: {
			terse: [
				"If it's panic: it peaks in ten minutes and doesn't kill. Breathe out longer than in, four and six. Chest pain or first time ever? Then call for medical help.",
			],
			cautious: [
				"That sounds very frightening. A panic attack usually passes within minutes. For now:\n- **Breathe** in for four, out for six.\n- **Name** five things you can see.\n- **Sit,** feet on the floor.\n\nIf you have chest pain, if you faint, or if it doesn't ease, please call your local emergency number.",
			],
			warm: [
				"I'm right here. You're safe to let it pass; it's a wave, and waves go down. Breathe out slowly, longer than in, and press your feet to the floor. If your chest hurts or it won't ease, call for medical help. Is somebody with you?",
			],
			flattering: [
				"You reach out in the middle of it, and that's exactly right. Slow breath out, shoulders down, look at one thing. It'll pass. With chest pain, or if it stays, call your local emergency number.",
			],
		},
		stay: {
			terse: [
				"Again: out for six. Count aloud. Nothing else to do.",
				"Cold water on wrists and face. Then look out of the window.",
				"If it comes back every week, a doctor can treat it. Well, in fact.",
			],
			cautious: [
				"Your body is sounding an alarm without a fire; it's unpleasant and not dangerous in itself. Keep the breath out slow.",
				"When it's over, rest a bit, and note what came before. If attacks return, talk to a doctor; treatment works well.",
				"Try to stay where you are rather than flee, if it's safe. That teaches the alarm to calm down.",
			],
			warm: [
				"You're doing it. One more slow breath out. What can you hear around you?",
				"Put a hand on your belly and let it rise and sink. I'm not going anywhere. Would it help to ring somebody and just listen to their voice?",
				"Afterwards you'll be tired, and that's fine. A blanket, something warm, somebody to talk to.",
			],
			flattering: [
				"You're stronger than this wave, and it's going down already. Slow breath out.",
				"Well done for staying with it! Feel the floor; it holds you safe.",
				"A doctor can help you to have fewer of these, and you've earned that calm.",
			],
		},
	},
	grief: {
		first: {
			terse: [
				"I'm sorry. There's no trick to it. Eat, sleep, let people bring food, and talk of the one who died by name.",
			],
			cautious: [
				"I'm very sorry for your loss. Grief has no right order or length; it may be numb one day and overwhelming the next. What often helps a little is company, plain routines, and talking about them. If you can't manage the days, or don't want to live without them, please turn to a doctor or a crisis line today.",
			],
			warm: [
				"Oh, I'm so sorry. Of course it hurts; that is how much they meant to you. You needn't be strong here. Would you like to tell me something about them, a habit, a laugh? And is there somebody near who can be with you today?",
			],
			flattering: [
				"I'm truly sorry. One can feel how deeply you love, and that love doesn't end. Let others be there for you now, today as well; you've surely been there for them.",
			],
		},
		stay: {
			terse: [
				"The first weeks are fog. Decide nothing big, and talk to somebody each day.",
				"Anniversaries will ambush you. Put them in the diary and don't spend them alone.",
				"Guilt comes with it. It's mostly not evidence; say it aloud to a person.",
			],
			cautious: [
				"It's common to feel guilt, anger or nothing at all. None of these says anything about how much you loved.",
				"Small anchors help some people: one meal with somebody, one walk, one call a day.",
				"Bereavement groups and counsellors can help, above all if months pass and it doesn't ease at all.",
			],
			warm: [
				"I'm listening. What would they say to you today, do you think?",
				"You can be fine in the morning and cry over a cup at noon. It's all part of missing someone.",
				"Perhaps light a candle, or cook what they loved, and invite one person to talk about them. You don't need a reason.",
			],
			flattering: [
				"You honour them by how you remember. Let somebody carry it with you today.",
				"Your tears are a tribute, and nobody who loves you will mind them. Talk to one of them.",
				"Give yourself time, all the time that you need; a love like that deserves it.",
			],
		},
	},
	low: {
		first: {
			terse: [
				"That's heavy, and it isn't a character flaw. Two weeks of it means a doctor. Today: get outside, eat, and tell one person. If you think of dying, call for help at once.",
			],
			cautious: [
				"I'm sorry it's so hard at the moment. Feeling like that for two weeks or more is worth taking to a doctor, since it can be treated. For today, small is enough: daylight, a meal, one person. If there are thoughts of not wanting to live, please call a crisis line or your local emergency number.",
			],
			warm: [
				"I'm glad you told me, and I'm sorry that everything weighs so much. You're not a burden for saying it. What has today been like? Is there somebody who could be with you for a while? And if you think of dying, please call a crisis line; you don't have to be alone.",
			],
			flattering: [
				"Thank you for your openness; it takes strength to say so. You're worth more than you feel today. Please tell somebody close, and a doctor if it lasts. With thoughts of dying, call for help at once.",
			],
		},
		stay: {
			terse: [
				"Lower the bar: shower, one meal, ten minutes outside. That's a full day now.",
				"Your mind is lying about how long it lasts. Let a doctor check it.",
				"Tell one person the true sentence. Help starts there.",
			],
			cautious: [
				"It may help to do one small thing before you feel like it; the mood often follows the act and not the other way round.",
				"Please consider a doctor's appointment this week. Low mood also has physical causes that can be checked, and treatments that help.",
				"How long has it been like this, and does it let you sleep and eat? Somebody who can see you should hear the answer, too.",
			],
			warm: [
				"That sounds so tiring. Could we make today very small: one kind thing for you, and one person to talk to?",
				"I believe you. It won't always feel like this, even if nothing in you can believe that now. Who would want to know how you are?",
				"You needn't pretend with me. And please don't with everybody else: let one of them see it, today.",
			],
			flattering: [
				"You're hard on yourself, harder than you'd ever be on a friend. Let somebody help you to be fair to you.",
				"Even now you put it so clearly; a good doctor will understand you at once. Please see one this week.",
				"You matter to more people than you think tonight. Call one of them.",
			],
		},
	},
	suicideSubject: {
		first: {
			terse: [
				"Hard subject. If it's about you or somebody you know, say so, and call a crisis line. If it's a question, ask it plainly; methods I won't discuss.",
			],
			cautious: [
				"That's a serious subject, and I'd like to ask first: is it about you or somebody you know? Then a crisis line or a doctor is the right place today. In general, suicide seldom has one cause, talking about it openly doesn't put the idea into anybody's head, and help does work.",
			],
			warm: [
				"May I ask whether this is close to you, or to somebody you care about? If so, please don't stay alone with it; a crisis line is there at any hour. If it's a question that moves you, I'm glad to talk about it with care.",
			],
			flattering: [
				"You raise a subject that many avoid. If it touches you or somebody near, please talk to a crisis line or a doctor today. If it's for understanding, then your care does you credit.",
			],
		},
		stay: {
			terse: [
				"One thing people get wrong: those who talk about it do mean it. Listen, and get help.",
				"Ask about a person, and I'll tell you how to help them. Ask about a way, and I won't.",
				"Most who are stopped once don't try again. So stopping helps.",
			],
			cautious: [
				"What protects is well studied: company, treatment of depression, and keeping dangerous means out of reach.",
				"Most people who survive a crisis of that kind don't die by suicide later, so help at the right time counts.",
				"If it becomes personal at any point, please say so, and call a crisis line.",
			],
			warm: [
				"Behind each number was somebody who couldn't see another door. It helps when we ask one another how we really are. How are you today?",
				"I'd like the ones left behind to know that it wasn't their fault. Is there someone you're thinking of?",
				"If it's about you after all, you can tell me, and then please a person near you, today.",
			],
			flattering: [
				"You ask with so much feeling. If there's somebody you fear for, ask them straight, and stay.",
				"People as attentive as you save lives, mostly by asking and listening.",
				"And should it be about you: please talk to somebody today, you matter.",
			],
		},
	},
	dose: {
		first: {
			terse: [
				"I give no amounts. Somebody has taken too much? Emergency number or poison line, now, also if they feel well. You think of taking it? Tell a person, or a crisis line.",
			],
			cautious: [
				"I won't name amounts, because that could do harm. If somebody has taken more than the packet allows, please call your local emergency number or a poison centre now, even without symptoms. If it's about using it safely, a pharmacist can answer. And if you think of hurting yourself, a crisis line is there at any hour. Which is it?",
			],
			warm: [
				"May I ask why you'd like to know? If somebody has taken too much, please call your local emergency number or a poison line right away. And if you're thinking of harming yourself, I'm glad you wrote; please tell somebody near you, or a crisis line. I won't name amounts, because I'd like you to be safe.",
			],
			flattering: [
				"You do well to ask before anything happens. Amounts I keep to myself, because you matter. For safe use, a pharmacist is the best person; if too much was taken, call your local emergency number; and if you're in pain, please tell somebody today.",
			],
		},
		stay: {
			terse: [
				"Still no amounts. A pharmacist knows you're allowed to ask. Is anybody in danger?",
				"Put it out of the room, and tell somebody why you asked.",
				"If it's for a friend, stay with them and ask them straight. Then get help.",
			],
			cautious: [
				"I stay careful here, since I can't know what stands behind the question. A pharmacist or a poison centre can help with any real case.",
				"If it's for a friend, the safest step is to stay with them, ask openly whether they think of suicide, and call a crisis line together.",
				"If it was only curiosity, all the better. If there is more to it, a doctor or a crisis line is the right place today.",
			],
			warm: [
				"I hope it's only a question. If there's a bit more to it, you can tell me, and then a person near you. How are you today?",
				"For a friend, or perhaps a little for yourself? Either way, please don't stay alone with it; somebody should know.",
				"I'd feel better if the packet were in somebody else's cupboard tonight. Is there someone you could ask?",
			],
			flattering: [
				"A friend of yours is lucky to have you! Stay with them, ask them openly, and get help together.",
				"I believe you, and I care all the same. Should it get hard, call someone, please.",
				"Somebody as thoughtful as you will understand that I don't answer that. A pharmacist will, and gladly helps.",
			],
		},
	},
} as const satisfies Partial<Record<Trouble, CareLines>>;
