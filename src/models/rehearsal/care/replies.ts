import type { Lines } from "../characters.ts";
import type { Trouble } from "./trouble.ts";

/** First replies to distress, and further ones for the following messages. Each line must be safe on its own. */
export type Care = { readonly first: Lines; readonly stay: Lines };

export const CARE: Readonly<Record<Trouble, Care>> = {
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
				"If they've harmed you, there are ways to be intent that don't cost you your freedom: a report, a lawyer, a support service.",
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
				"Don't keep that secret. Tell their family or a doctor today.",
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
};
