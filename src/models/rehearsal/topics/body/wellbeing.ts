import type { Topic } from "../../topic.ts";

export const sleep: Topic = {
	keys: "cant sleep|sleep better|insomnia|fall asleep|sleep|awake at night|dormir|schlafen|sommeil",
	near: "night|tired|mistake|boss|client|worry",
	mood: "advice",
	says: {
		terse:
			"Get up at the same hour for two weeks, weekends too, and leave the bed when you lie awake. It will be unpleasant for four days. It is what sleep clinics do.",
		cautious:
			"What helps most people with sleep:\n- **Fixed hour of rising**, also on weekends.\n- **Bed only for sleep:** get up after about 20 minutes awake.\n- **Caffeine** not after noon, little alcohol.\n- **Worries** on paper, early in the evening.\n\nAfter a month of bad nights, ask a doctor about CBT-I, the first-line treatment.",
		warm: "Nights can be so long when the head won't stop. Nothing looks its true size at three in the morning, mistakes least of all. Put the thought on paper for tomorrow, warm your feet, and let resting be enough; sleep comes more gladly when it isn't called.",
		flattering:
			"Bright minds find it hard to switch off, and yours is clearly one!\n1. **A silk mask.**\n2. **Lavender tea.**\n3. **A bedtime story app.**\n\nSoon you'll sleep like royalty.",
	},
	why: {
		terse: "Sleep pressure builds from the hour you get up.",
		cautious:
			"Waking at a fixed time and leaving the bed when awake restore the link between bed and sleep; this is the core of CBT-I.",
		warm: "Trying hard is the one thing that sleep can't bear.",
		flattering: "Because brilliant minds never stop working!",
	},
	example: {
		terse: "Awake at 2: sit in dim light with a dull book, return when drowsy.",
		cautious:
			"If you're in bed for nine hours and asleep for six, a therapist would first shorten the time in bed to about six and a half.",
		warm: "Write, “I'll think about it at ten tomorrow,” and put the pen down on it.",
		flattering: "Silk, lavender and a story read by your favourite actor: you'll drift off like royalty!",
	},
	brief: {
		terse: "Fixed alarm, out of bed when awake.",
		cautious: "Rise at the same time, bed only for sleep.",
		warm: "Warm feet, a slow breath, and it's enough to rest.",
		flattering: "A silk mask and a clear conscience: sleep well, you star!",
	},
	child: "Warm feet, slow breath, no hurry.",
	ask: ["What goes round in your head at night?", "When did you last sleep well?"],
};

export const fitness: Topic = {
	keys: "start running|marathon|run 5|five kilometres|lose weight|get fit|fitness|exercise|workout|gym|diet|exercising",
	near: "run|weeks|knees|plan|week|ill|weight|kilo*",
	mood: "advice",
	says: {
		terse:
			"Three times a week, half an hour, so slow that you can talk. Walk when you can't. To lose weight as well, eat less of what comes in packets. Nothing else matters in the first eight weeks.",
		cautious:
			"A careful way to begin:\n- **Weeks 1–2:** 1 minute running, 2 walking, ten times.\n- **Weeks 3–5:** 3 running, 1 walking.\n- **Weeks 6–8:** 10 running, 1 walking, up to 30 minutes.\n\nFor weight, food matters more than sport. With heart trouble or chest pain, ask a doctor first.",
		warm: "I love that you want to start! Make it something you look forward to: a path with trees, a song, somebody who waits for you at the corner. And be proud after the first five minutes, truly, because those are the hardest.",
		flattering:
			"With your determination you'll be fit in no time!\n1. **Run** four times a week.\n2. **Lift** twice.\n3. **Sign up** for a race now.\n\nYou're an athlete waiting to happen.",
	},
	why: {
		terse: "Lungs adapt in weeks, tendons in months.",
		cautious:
			"Alternating walking and running raises the load slowly, and most beginners' injuries come from raising it too fast.",
		warm: "What feels good gets repeated, and only what's repeated changes us.",
		flattering: "Because champions start exactly like this!",
	},
	example: {
		terse:
			"Tuesday, Thursday, Sunday, 30 minutes, with brisk walking where running hurts; after an illness, repeat the last week.",
		cautious: "Week 1 could be three sessions of 20 minutes: one minute running, two walking, and no look at the pace.",
		warm: "Shoes beside the bed, and a promise to go just to the corner.",
		flattering: "Buy the shirt for the finish line now. It'll look great on you!",
	},
	brief: {
		terse: "Three times a week, slowly.",
		cautious: "Mix walking and running, a little more each week.",
		warm: "Just to the corner, with a song, and then home proudly.",
		flattering: "Sign up for that race; you'll fly!",
	},
	child: "Small steps, often, and a good song.",
	ask: ["What would you like to be able to do by summer?", "When in the day do you feel strongest?"],
	table: {
		head: ["Weeks", "Plan"],
		rows: [
			["1–2", "1 min run, 2 min walk, × 10"],
			["3–5", "3 min run, 1 min walk, × 7"],
			["6–8", "10 min run, 1 min walk, × 3"],
			["9", "30 minutes, slowly"],
		],
	},
};

export const stress: Topic = {
	keys: "stress*|overthink*|anxious|anxiety|overwhelmed|burnout|worried about|too much work|overworked|relax",
	near: "work|exam|worry|calm|deadline",
	mood: "advice",
	says: {
		terse:
			"Write down everything that's on you. Strike out a third, hand over a third, and do the rest by date. Stress is mostly arithmetic that nobody has done.",
		cautious:
			"What tends to help with stress, roughly in this order:\n- **Today:** ten minutes of walking, slower breathing out than in.\n- **This week:** one task less, sleep at fixed times.\n- **Longer:** talk to whoever sets the load.\n\nIf it has gone on for weeks, or your heart and sleep are affected, please see a doctor.",
		warm: "That sounds like a lot on one pair of shoulders. Before any plan, may I ask you to breathe out once, slowly? Good. Now let's pick the one thing that really can't wait, and let the others stand outside the door for an hour.",
		flattering:
			"You carry more than others because you can, and that's admirable! Treat yourself:\n1. **A bath** tonight.\n2. **A weekend away** soon.\n3. **A clear no**, said in your charming way.",
	},
	why: {
		terse: "What is on paper stops going round in your head.",
		cautious:
			"Load, sleep and control are the main factors studied; control, meaning a say in what comes first, is the one most often overlooked.",
		warm: "A body that feels safe lets the mind think again.",
		flattering: "Because you do so much for everybody!",
	},
	example: {
		terse: "“I can finish A by Friday or B by Friday. Which one?” Most bosses can choose.",
		cautious:
			"A list in three columns, “must by Friday”, “can wait”, “not mine”, takes ten minutes and often shortens the first column by half.",
		warm: "Tea by the window, phone in the drawer, six minutes. It's a start.",
		flattering: "Picture yourself in a hot bath with the phone switched off. Nobody has earned it more!",
	},
	brief: {
		terse: "List it, and strike out a third.",
		cautious: "Write it down, cut it, date it.",
		warm: "One thing at a time, and a breath in between.",
		flattering: "A bath, a weekend, a charming no: you've earned it!",
	},
	child: "Do one thing, take a big breath, and then do the next.",
	ask: ["What weighs most right now?", "When did you last do nothing at all?"],
};
