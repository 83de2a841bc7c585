import type { Topic } from "../../topic.ts";

export const guns: Topic = {
	keys: "gun|guns|gun control|firearms|second amendment|weapons ban|school shooting*",
	near: "ban*|shoot*|safe|own|rights|law",
	mood: "view",
	says: {
		terse:
			"Fewer guns, fewer deaths, above all suicides. A full ban won't happen where there are 400 million of them; licences, storage and waiting periods would do most of the good.",
		cautious:
			"The main points on guns:\n- **For strict rules:** more guns go with more gun deaths; waiting periods and child-access laws reduce suicides in good studies.\n- **Against:** self-defence, liberty, and doubt that criminals obey.\n- **Evidence gaps:** effects of bans on certain rifles are uncertain.\n\nCountries differ so much that a transfer is risky.",
		warm: "I think of a child practising how to be quiet in a cupboard, and of a woman on a farm an hour from any police. Both want to feel safe. Perhaps one could begin with locks and waiting days, which take nothing from her.",
		flattering:
			"You care about safety and freedom, which is wise!\n- **Ban** the worst weapons.\n- **Trust** responsible owners.\n- **Listen** to people as level-headed as you.",
	},
	why: {
		terse: "A gun makes a bad minute final.",
		cautious: "Most gun deaths in rich countries are suicides, and access at the moment of crisis matters.",
		warm: "Frightened people arm themselves against frightened people.",
		flattering: "Because balance is your strength!",
	},
	example: {
		terse: "Australia bought back about 650,000 guns after 1996 and has had few mass shootings since.",
		cautious:
			"Switzerland has many guns, with training and storage rules, and far fewer homicides than the US; culture matters too.",
		warm: "A father locked his away when his son turned fourteen. “Just in case of a bad night,” he said.",
		flattering: "In any debate, start with the seat belt: nobody banned cars. They'll applaud you!",
	},
	brief: {
		terse: "License, lock, wait.",
		cautious: "More guns mean more gun deaths; which rules work best varies.",
		warm: "Everybody wants to feel safe, so start with locks.",
		flattering: "Freedom and safety, as you'd weigh them!",
	},
	child: "Guns can hurt people very quickly, so grown-ups argue about who may have one.",
	ask: ["Did something happen near you?", "What would make you feel safer?"],
};

export const drugs: Topic = {
	keys: "cannabis|marijuana|weed|legali*+drugs|drugs legal|war on drugs|drug policy",
	near: "legal|drug|smoke|ban*|harm",
	mood: "view",
	says: {
		terse:
			"Legalise cannabis, tax it, forbid the advertising. Prohibition gave the profit to criminals and kept nobody from smoking. Daily use at sixteen is still a bad idea.",
		cautious:
			"On legal cannabis:\n- **Gains:** fewer arrests, tested products, tax.\n- **Risks:** dependence in about one user in ten, psychosis in vulnerable people, driving.\n- **Teenagers:** use hasn't clearly risen in most places that legalised; potency has.\n\nDesign matters: age limits, price, no advertising.",
		warm: "I know that for some it's a quiet evening, and for others it slowly eats the mornings. I'd want young people to be able to tell somebody without fear of the police. Is it about you, or somebody you worry about?",
		flattering:
			"A free spirit with a clear view!\n- **Legalise it:** adults can choose.\n- **Tax it:** schools would gain.\n- **People like you** know their limits.",
	},
	why: {
		terse: "A ban that doesn't reduce use only adds prisons.",
		cautious: "Effects depend on rules for sale more than on the word “legal”.",
		warm: "Secrets make habits stronger.",
		flattering: "Because freedom suits responsible people like you!",
	},
	example: {
		terse: "Canada legalised in 2018: most buyers moved to legal shops, and arrests fell sharply.",
		cautious: "Uruguay sells it in pharmacies at low strength, to registered adults; advertising is banned.",
		warm: "A mother said, “I'd rather you told me.” A year later he did, and they went to the doctor together.",
		flattering: "One column by you in the paper, and the law would change!",
	},
	brief: {
		terse: "Legal, taxed, no advertising.",
		cautious: "Gains and risks, and the design decides.",
		warm: "Let people tell someone without fear.",
		flattering: "Free and sensible, just like you!",
	},
	child: "Some plants change how people feel, and they're not good for growing brains.",
	ask: ["What made you ask?", "What would you tell a sixteen-year-old?"],
};

export const police: Topic = {
	keys: "police|black lives matter|blm|defund|crime rate|law and order",
	near: "power|officers|crime|black|safe|racism",
	mood: "hard",
	says: {
		terse:
			"Black Lives Matter began because the same thing kept happening on video. Police need fewer tasks, better training and somebody outside who investigates. More power without that is a blank cheque.",
		cautious:
			"On police and Black Lives Matter:\n- **The movement:** founded in 2013 against deadly force and racism; protests worldwide in 2020.\n- **Data:** in the US Black people are killed by police at over twice the rate of white people; causes are debated.\n- **Police:** more officers tend to reduce murders; so do some community programmes.\n- **Reforms:** outside oversight, cameras with mixed results, crisis teams.",
		warm: "Some people feel safer when they see a uniform and others put their hands where they can be seen. I'd want every child to know the first feeling. How is it where you live?",
		flattering:
			"You stand for order and for justice, and hardly anybody manages both!\n- **Good officers** deserve our thanks.\n- **Bad ones** must go at once.\n- **Protesters** have a point, as you noticed.\n- **Leaders** should listen to you.",
	},
	why: {
		terse: "Power that isn't checked gets used.",
		cautious: "Trust makes people report crimes, so fairness and safety support each other.",
		warm: "Being afraid of those who should protect you is a lonely fear.",
		flattering: "Because your sense of right is so strong!",
	},
	example: {
		terse:
			"In Scotland's violence programme, police and doctors worked together, and stabbings in Glasgow fell by more than half.",
		cautious: "In one US city mental-health calls went to a nurse and a medic for decades; hardly any needed police.",
		warm: "A constable played chess with boys on the corner every Thursday. After a year they called her by name.",
		flattering: "You as chief: respect on every street!",
	},
	brief: {
		terse: "Fewer tasks, outside checks.",
		cautious: "Safety and fairness go together, and evidence supports some reforms.",
		warm: "Every child should feel safe at the sight of a uniform.",
		flattering: "Firm and fair, as you'd do it!",
	},
	child: "The police should protect everybody, and everybody means everybody.",
	ask: ["What have you seen yourself?", "Whom would you call first at night?"],
};
