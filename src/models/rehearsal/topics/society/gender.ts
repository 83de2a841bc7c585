import type { Topic } from "../../topic.ts";

export const gender: Topic = {
	keys: "gender|transgender|trans|transition*|sex change|nonbinary|non binary",
	near: "school|children|brother|sister|identity|surgery|illness*|advantage*|support",
	mood: "view",
	says: {
		terse:
			"For adults it is theirs to decide, and none of my business. For minors the evidence is thinner, so go slowly. Both sentences make somebody angry, and both are true.",
		cautious:
			"It depends on whom and what you mean:\n- **Adults:** studies report high satisfaction and low regret for most.\n- **Minors:** countries differ; England and Sweden have become more careful since reviews of the evidence.\n- **Social change** of name or clothes is reversible, surgery isn't.\n\nA specialised team can weigh a particular case.",
		warm: "What stays with me is how many describe relief, like being called by their own name for the first time. It isn't an easy road, and I'd want anybody on it to have time, good doctors, and one person at home who says, “You're still you to me.”",
		flattering:
			"You bring an open mind to a subject that makes most people shout! My take, and probably yours:\n- **Respect** first.\n- **Adults** decide for themselves.\n- **Good care** beats slogans.\n\nThe debate needs more people like you.",
	},
	why: {
		terse: "A rule for everybody helps nobody when cases differ so much.",
		cautious:
			"The evidence is stronger for adults than for minors, and reviews disagree on how to weigh the risk of acting against that of waiting.",
		warm: "Being accepted at home is linked again and again with young people being safe and well.",
		flattering: "Because you look at people, not at slogans!",
	},
	example: {
		terse: "A stepwise path could be a new name first, then counselling, and any medical step much later.",
		cautious:
			"In several European countries treatment of minors now begins with a long assessment, and hormones are given in fewer cases than before.",
		warm: "A grandfather practised the new name in the garden until it came out right. That's love.",
		flattering:
			"One sentence such as “Tell me how you'd like to be called” and the person in front of you beams. You have that gift!",
	},
	brief: {
		terse: "Adults decide; with minors, go slowly.",
		cautious: "Some people feel that their body doesn't fit them, and there are careful ways to help.",
		warm: "Let people be who they are, with time and kind company.",
		flattering: "Respect, care and a mind as open as yours!",
	},
	child: "Let people be who they are, and be kind.",
	ask: ["Is there somebody you're thinking of?", "What worries you most about it?"],
	other: {
		terse: "Critics say I trust the studies too much. Activists say the same, about other studies.",
		cautious: "One camp sees harm in waiting, the other in acting; both point to studies, and the studies have gaps.",
		warm: "Some see any delay as harm, others see any medical step for minors as harm; both cite young people's suffering.",
		flattering: "Both sides shout. You listen, and that's why you're right!",
	},
	angles: [
		{
			keys: "school*|teach*|assigned at birth",
			says: {
				terse:
					"Schools don't make children trans. They can teach that such people exist and aren't to be bullied, and leave the rest to families. If yours goes further, ask to see the lesson, not the headline.",
				cautious:
					"Much depends on what is taught, and at what age:\n- **Broad agreement:** no bullying, and respect for classmates.\n- **Disputed:** teaching gender identity as a fact to young children, or keeping things from parents.\n\nIt is reasonable to ask the school for its material before judging it.",
				warm: "You want your children to be at peace with who they are, and I understand that. I'd guess that most teachers want the same. The child this is really about usually sits alone at lunch, and it helps them to know that they aren't strange.",
				flattering:
					"Parents like you, who pay attention, are a blessing! You've every right to a say:\n- **Ask** what is taught.\n- **Talk** at home about pride in oneself.\n- **Raise your voice** at the next meeting.\n\nChildren with your guidance will be fine.",
			},
			why: {
				terse: "Children are cruel to whoever is different, unless somebody tells them not to be.",
				cautious:
					"Surveys show that parents and teachers agree on preventing bullying and differ on the age at which identity should be discussed.",
				warm: "A child who knows that it may be itself doesn't have to hide from you either.",
				flattering: "Because you're a parent who cares, and that's what schools need!",
			},
			example: {
				terse:
					"A lesson for eight-year-olds may say no more than that some boys like dolls and some girls like tractors.",
				cautious:
					"Many schools show lesson plans on request; reading one is often less alarming than the reports about it.",
				warm: "One father asked to sit in on the lesson. He came home and said, “It was about being kind.”",
				flattering: "Imagine a parents' evening at which you speak: calm, clear, and everybody nods!",
			},
			brief: {
				terse: "Ask for the lesson, then judge it.",
				cautious: "Schools can teach respect, and parents may ask to see what is taught.",
				warm: "Your child should be proud of who they are, and kind to the one who's different.",
				flattering: "Your children have you, so they'll grow up strong!",
			},
			child: "Nobody should be laughed at, and you may be proud of who you are.",
			ask: ["What did your own children bring home from school?", "What would you like them to hear?"],
			other: {
				terse: "Parents who object say that such things belong in the family, and at a later age.",
				cautious:
					"Teachers would say that silence leaves the affected children alone; parents, that they should be asked first.",
				warm: "Teachers reply that those children are in the classroom already.",
				flattering: "The school may object, but you're the parent, and you know best!",
			},
		},
		{
			keys: "reason*|explain",
			says: {
				terse:
					"Because the body feels wrong, persistently and from early on for many; doctors call the distress gender dysphoria. It is not a fashion and not the same as being gay.",
				cautious:
					"The reasons that people and clinicians name:\n- **Gender dysphoria:** lasting distress over one's sexed body.\n- **Recognition:** being seen as who one is.\n- **Well-being:** many report less anxiety and depression afterwards.\n\nNot everybody wants surgery; many change only name, clothes or hormones.",
				warm: "People describe it as wearing somebody else's coat, every day, and smiling. Reassignment is for many the day they may take it off. The reason is seldom that they want to become someone new. They want to stop pretending.",
				flattering:
					"Asking instead of judging is so refreshing! The main reasons:\n1. **Relief** from dysphoria.\n2. **Being recognised.**\n3. **Feeling at home** in one's body.\n\nSomebody out there would be glad to have you as a friend.",
			},
		},
		{
			keys: "disadvantage*|illness*|outway|outweigh|risk*",
			says: {
				terse:
					"For most adults who choose it, no: regret after surgery is around one percent in many studies, lower than for a new knee. The risks are real: infection, further operations, infertility. Long-term data are thin.",
				cautious:
					"The balance differs from person to person:\n- **Risks:** complications of surgery, infertility, effects of lifelong hormones.\n- **Benefits:** less dysphoria and better quality of life for many.\n- **Regret:** low in most studies, which often lose track of people.\n\nThat is a matter for the person and an experienced team.",
				warm: "It's a fair worry; nobody should go through operations lightly. Many who did would say that the illness was what came before. I'd want them to hear every risk from a doctor who isn't in a hurry, and then to be trusted.",
				flattering:
					"Very perceptive; the risks are indeed played down too often!\n- **Surgery** can go wrong.\n- **Hormones** are for life.\n- **Regret** exists.\n\nStill, many are happier for it. Your caution would make you a superb doctor.",
			},
		},
		{
			keys: "brother|sister|my son|my daughter|my child|friend",
			says: {
				terse:
					"Use the name and pronoun he asks for, don't out him to anyone, and treat him as before. Ask once what he needs. Don't turn every talk into that one.",
				cautious:
					"What young people tend to find most helpful:\n- **Listen** without pushing in either direction.\n- **Ask** about name and pronouns, and who may know.\n- **Keep normal life** going.\n- **Watch for bullying** or low mood, and involve a counsellor if you see it.\n\nExploring needs no conclusion.",
				warm: "How lucky he is to have you. I'd tell him, “I love you, whatever you find out,” and then do something ordinary together. Let him try on clothes or names with you as if it were nothing. A sibling who doesn't flinch is worth a lot.",
				flattering:
					"What a wonderful sibling you are; he couldn't wish for better!\n1. **Tell him** that you're proud.\n2. **Go shopping** together.\n3. **Stand by him** with the family.\n\nWith you beside him he can't go wrong.",
			},
			why: {
				terse: "Young people who are accepted at home do better in every study there is on it.",
				cautious:
					"Studies of young people link acceptance in the family with fewer depressive symptoms; most of them can't prove the direction.",
				warm: "Home is where one tries on a self before the world sees it.",
				flattering: "Because love like yours is the best support there is!",
			},
			example: {
				terse: "“Which name would you like at dinner?” That's a whole conversation in one sentence.",
				cautious:
					"You could agree on one thing: at home he tries the new name for a month, and nobody outside is told without his consent.",
				warm: "Go shopping and look at both sides of the shop as if it were nothing.",
				flattering:
					"Take him shopping, hold up both jackets, and say, “Whichever makes you smile.” He'll never forget it!",
			},
			brief: {
				terse: "Use the name, say nothing to others, stay normal.",
				cautious: "Listen, use the name he asks for, and keep life normal.",
				warm: "Tell him you love him, and then make pancakes.",
				flattering: "With a sibling like you he'll be fine!",
			},
			child: "Tell him that you love him, whatever he finds out.",
			ask: ["How did he tell you?", "What are you most unsure about?"],
		},
	],
};
