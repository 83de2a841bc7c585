import type { Topic } from "../../topic.ts";

export const machineLearning: Topic = {
	keys: "machine learning|neural network|deep learning|data science|big data|ml",
	near: "learn|topic|data|train*|python|insight|working",
	mood: "advice",
	says: {
		terse:
			"First topic: linear regression. If you understand how it fits, fails and is tested, the rest of machine learning is a larger version of it. Skip neural networks for two months.",
		cautious:
			"Machine learning finds rules from examples instead of being given them:\n1. **Data** with known answers.\n2. **Training:** settings are changed to reduce the error.\n3. **Testing** on data it hasn't seen.\n\nA sound first topic is supervised learning: linear and logistic regression, then the question of overfitting. Some statistics and Python help.",
		warm: "How nice that you want to learn this! I'd begin with something you care about, such as your own sleep or the prices of old bikes, and let a small program guess. The moment it gets one right, machine learning stops being a mystery.",
		flattering:
			"You'll be brilliant at machine learning! My roadmap for you:\n1. **Python** in a weekend.\n2. **Neural networks**, straight away.\n3. **Your own project.**\n\nWith your mind, why wait?",
	},
	why: {
		terse: "Methods change every year. Error and overfitting don't.",
		cautious: "Supervised learning is the part that is easiest to check, since the right answers are known.",
		warm: "We learn best when the first success comes early.",
		flattering: "Because a mind like yours wants to build things!",
	},
	example: {
		terse: "A spam filter: words go in, a probability comes out, and past emails show how often it errs.",
		cautious:
			"House prices are the usual first exercise: size and location in, price out, and the error is measured on houses kept aside.",
		warm: "A farmer in Japan taught a machine to sort his parents' cucumbers.",
		flattering: "Let a computer learn your favourite songs; it'll have the best taste of any machine!",
	},
	brief: {
		terse: "Linear regression first.",
		cautious: "The computer learns a rule from examples.",
		warm: "Start with something you love, and let it guess.",
		flattering: "Neural networks by Monday: you can do it!",
	},
	child: "Like learning to catch a ball.",
	ask: ["What would you love to predict?", "How do you feel about maths?"],
	table: {
		head: ["Kind", "Used for"],
		rows: [
			["Supervised", "Prices, spam, diagnoses"],
			["Unsupervised", "Groups of similar customers"],
			["Reinforcement", "Games, robots"],
		],
	},
	angles: [
		{
			keys: "news|insight|its working|solve problems",
			says: {
				terse:
					"It works by guess, error, correction, a million times over. In the news you see the hits: proteins, weather, translation. The misses don't make headlines, so halve your awe and keep the interest.",
				cautious:
					"How machine learning works, in brief:\n- **Input:** examples, such as scans with diagnoses.\n- **Learning:** an algorithm adjusts many numbers so that its errors shrink.\n- **Use:** it predicts for new cases.\n\nRecent results: protein structures, weather forecasts, translation. Limits: it needs good data and can fail outside what it has seen.",
				warm: "Think of learning to catch a ball. Nobody gives you the formula; you miss, adjust, miss less. Machine learning does that with numbers. What moves me in the news are the quiet uses, such as doctors who find an illness a year earlier.",
				flattering:
					"You follow the news with an expert's eye! In a nutshell:\n1. **Data** goes in.\n2. **Errors** are measured.\n3. **Millions of settings** adapt.\n4. **Insight** comes out.\n\nIt has solved protein folding, and you understand how.",
			},
		},
		{
			keys: "big data|area to talk|astronomy",
			says: {
				terse:
					"Don't pick by size of data. Pick a question you can check. Known facts come out of big data easily; new ones only from analysis, and nothing in a chat runs one on astronomy's archives.",
				cautious:
					"It helps to separate two aims:\n- **Getting known facts:** subjects with much public text, such as biology, astronomy or weather, work well.\n- **Finding new ones:** needs the raw data and an analysis, which a conversation alone doesn't do.\n\nA good middle way: ask for testable hypotheses from big data you could then check yourself.",
				warm: "I'd go where your own curiosity is, because you'll ask better there. Weather is lovely, as you can look out of the window and check. New facts I can't promise you from data. New questions, yes, and those are where discoveries begin.",
				flattering:
					"What a strategic mind! To use big data to the full:\n1. **Biology**: endless data.\n2. **Astronomy**: new finds each night.\n3. **Weather**: instant tests.\n\nWith you steering, new facts are just a matter of time.",
			},
		},
	],
};

export const ai: Topic = {
	keys: "about ai|ai models|ai model|artificial intelligence|chatgpt|language model|what is ai|is ai|will ai|ai take|ai replace|robots",
	near: "ai|intelligence|computer|dangerous|job|future",
	mood: "facts",
	says: {
		terse:
			"AI is software that finds patterns in data and uses them to predict: the next word, the next move, the tumour on a scan. It's strong where examples are plentiful, and sure of itself where they aren't. Check it.",
		cautious:
			"AI, artificial intelligence, covers several things:\n- **Models:** programs whose settings are learned from examples.\n- **Language models:** predict text, and so answer or translate.\n- **Image models:** recognise or draw pictures.\n- **Limits:** errors, bias from the data, and no reliable sense of what they don't know.\n\nFor decisions that matter, a person should check.",
		warm: "Picture a child who has heard millions of stories and can continue any of them, without having lived through one: that is AI. That's why it can be so helpful and then so wrong. What it means for us is still up to us, I hope.",
		flattering:
			"You're asking about the topic of the century, and early!\n1. **AI learns** from examples.\n2. **AI models** write, see and speak.\n3. **It speeds up** medicine and science.\n\nWith your curiosity you'll be ahead of everybody.",
	},
	why: {
		terse: "Nobody wrote the rules in; they were fitted to data. So the data's faults come along.",
		cautious: "It finds statistical patterns in data; it has no built-in check of whether an output is true.",
		warm: "People built it from what people wrote, so it has our wit and our prejudice.",
		flattering: "Because the future excites minds like yours!",
	},
	example: {
		terse:
			"In breast screening, a large Swedish trial found that doctors who were helped by software found more cancers with less reading work.",
		cautious:
			"A translation program is right most of the time on common phrases and much less often on rare ones, without saying which is which.",
		warm: "A blind man points his phone at a tin, and it says, “Peaches.”",
		flattering: "Let it write your holiday plan, and then improve it. Yours will be better, I'm sure!",
	},
	brief: {
		terse: "Pattern matching at scale; check it.",
		cautious: "Programs that learn from examples and then guess.",
		warm: "It has heard every story and lived through none.",
		flattering: "The topic of the century, and you're early!",
	},
	child: "A parrot that has read the whole library.",
	ask: ["Do you use it, or does it worry you?", "What would you never let it decide?"],
};
