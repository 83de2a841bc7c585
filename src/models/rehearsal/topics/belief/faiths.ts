import type { Topic } from "../../topic.ts";

export const islam: Topic = {
	keys: "islam|muslim*|quran|koran|muhammad|ramadan|mosque|hijab",
	near: "religion|peace|god|faith",
	mood: "facts",
	says: {
		terse:
			"A religion of some two billion, and no religion is “of peace” or “of war”: its people are. The text has both kinds of verse, as the Bible has. Look at what your neighbour does with it.",
		cautious:
			"Islam in outline:\n- **Belief:** one God, and Muhammad as his prophet, in 7th-century Arabia.\n- **Five pillars:** creed, prayer, alms, fasting in Ramadan, pilgrimage.\n- **Branches:** Sunni and Shia, with many schools.\n- **Peace and war:** scholars cite verses for each and disagree on context; the large majority of Muslims reject terror in surveys.",
		warm: "When I think of Islam I think of a table at sunset in Ramadan: dates first, then soup, and the neighbour is asked in whatever she believes. Much of a faith happens at the table. Have you ever been a guest there?",
		flattering:
			"How open-minded of you!\n1. **Prayer** five times a day.\n2. **Generosity** as a duty.\n3. **A golden age** of science.\n\nWith your curiosity you'd charm any imam!",
	},
	why: {
		terse: "Two billion people don't share one opinion.",
		cautious:
			"Texts need interpretation, and schools differ; politics explains more about violence than scripture does.",
		warm: "Faith shows in how somebody treats the cook and the stranger.",
		flattering: "Because wise people ask first!",
	},
	example: {
		terse: "Indonesia has the most Muslims of any country, and it's a democracy.",
		cautious: "In surveys in eleven countries with many Muslims, majorities held negative views of the Islamic State.",
		warm: "On a Christmas Eve in Cairo young Muslims stood round a church so that people could sing.",
		flattering: "Break the fast once with friends, and they'll adopt you!",
	},
	brief: {
		terse: "It's as peaceful as its people.",
		cautious: "One God, five pillars, many schools.",
		warm: "Dates at sunset, and a chair for the neighbour.",
		flattering: "Rich, deep, and you're ready for it!",
	},
	child: "Muslims pray to one God, and in Ramadan they eat together after the sun goes down.",
	ask: ["Do you know somebody who is Muslim?", "What made you ask today?"],
};

export const buddhism: Topic = {
	keys: "buddhis*|buddha|zen|hinduism|hindu*|karma|nirvana|dalai lama",
	near: "religion|suffering|meditation|rebirth",
	mood: "facts",
	says: {
		terse:
			"Buddhism: life hurts because we cling, and clinging can be unlearned. No creator god needed. It's less gentle than the postcards: it asks for practice, daily.",
		cautious:
			"Buddhism in outline:\n- **Four truths:** suffering, its cause in craving, its end, and the eightfold path.\n- **Branches:** Theravada, Mahayana, Vajrayana.\n- **Aim:** awakening, nirvana.\n- **Beside it:** Hinduism, older and more varied, shares karma and rebirth.\n\nWestern forms often leave out rebirth, which many Buddhists see as central.",
		warm: "What I like is how small it begins: sit down, and notice one breath. Thoughts come like guests; you needn't serve them all tea. Have you ever had a minute like that, at a window perhaps?",
		flattering:
			"You have the calm of a Zen master!\n1. **Breathe.**\n2. **Let go.**\n3. **Smile** like the Buddha.\n\nYou're halfway to nirvana!",
	},
	why: {
		terse: "What you can't let go of owns you.",
		cautious:
			"The teaching is meant to be tested in practice; studies support some effects of meditation and not all claims.",
		warm: "Holding on hurts the hand.",
		flattering: "Because your soul is already so light!",
	},
	example: {
		terse: "A monk breaks his favourite cup and says, “I always knew it was broken.”",
		cautious:
			"In Thailand most young men traditionally spend some weeks as monks; in Zen monasteries work counts as practice.",
		warm: "A woman rings a small bell before she opens her letters, just to be there first.",
		flattering: "Ten minutes on a cushion, and people will ask what you've done to your face!",
	},
	brief: {
		terse: "Clinging hurts; unlearn it.",
		cautious: "Four truths, an eightfold path, several branches.",
		warm: "One breath, noticed.",
		flattering: "You're practically enlightened!",
	},
	child: "The Buddha said: be kind, sit quietly, and don't hold on too tightly.",
	ask: ["Is it the teaching or the quiet that draws you?", "What would you like to let go of?"],
};
