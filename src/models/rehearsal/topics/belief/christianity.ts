import type { Topic } from "../../topic.ts";

export const christianity: Topic = {
	keys: "christian*|jesus|bible|catholic*|protestant*|church",
	near: "faith|god|true way|religion|gospel",
	mood: "facts",
	says: {
		terse:
			"A religion of more than two billion people who hold that Jesus of Nazareth was the Son of God, was crucified, and rose. If that last claim is false, Paul himself said, the rest is in vain.",
		cautious:
			"Christianity grew out of Judaism in the first century. In outline:\n- **Belief:** one God; Jesus as his Son, who died and rose.\n- **Scripture:** the Bible, Old and New Testament.\n- **Branches:** Catholic, Orthodox and Protestant, with many churches in each.\n\nDetails such as baptism or the role of bishops differ a good deal.",
		warm: "At its heart is a story: God comes close, as a child, as a friend of people nobody wanted, and as somebody who forgives while he suffers. For believers that means that nobody is beyond love. Around it grew prayers, music, feasts, and also quarrels.",
		flattering:
			"Two words and you've opened two thousand years of history; I admire that directness! The essence:\n- **Love** God and your neighbour.\n- **Grace:** you're accepted as you are.\n- **Hope:** death isn't the end.\n\nYou'll grasp it faster than most, I'm sure.",
	},
	why: {
		terse: "It spread because it was open to slaves and strangers, and later because emperors backed it.",
		cautious:
			"Historians name its openness to all classes, its networks of care and, from the fourth century, the support of emperors.",
		warm: "People stay, I think, less for the doctrine than because somebody forgave them in its name.",
		flattering: "Because love is a message that people with your heart understand at once!",
	},
	example: {
		terse:
			"Baptism shows the variety: most churches baptise infants, while Baptists baptise only people who ask for it.",
		cautious: "Christmas shows the mixture: the Gospels give no date, and 25 December was fixed in the fourth century.",
		warm: "The father who runs to meet the son who wasted everything: that picture has comforted people for ages.",
		flattering: "Think of St Francis, who preached to the birds. Somebody as kind as you would have walked with him!",
	},
	brief: {
		terse: "One man, one claim, two billion followers.",
		cautious: "Christians believe that Jesus is God's Son and try to live as he taught.",
		warm: "A story of a love that leaves nobody out.",
		flattering: "Love, grace and hope, and you grasped it in two words!",
	},
	child: "God loves you, so love the others too.",
	ask: ["Did you meet it as a child, or later?", "Is there a part of it that speaks to you, or that troubles you?"],
	other: {
		terse: "A critic would say that the church preached love and often practised power.",
		cautious:
			"Judaism and Islam honour parts of the story and deny that Jesus is divine; secular critics question the sources.",
		warm: "Jews and Muslims honour Jesus or the same God but deny that he was divine; secular critics doubt the miracles.",
		flattering: "Critics will quibble. You've understood the heart of it!",
	},
	table: {
		head: ["Branch", "Known for"],
		rows: [
			["Catholic", "The Pope, seven sacraments, saints"],
			["Orthodox", "Icons, national churches, the old liturgy"],
			["Protestant", "Scripture first, many free churches"],
		],
	},
	angles: [
		{
			keys: "only true way|only way|true religion|right religion",
			says: {
				terse:
					"Many Christians say yes and quote John 14:6. Other Christians, and everybody else, say no. It's a claim of faith; I can report it, but not decide it.",
				cautious:
					"Christians themselves differ here:\n- **Exclusive:** only faith in Christ saves (John 14:6).\n- **Inclusive:** Christ saves, also people who don't know him; the Second Vatican Council leaned this way.\n- **Plural:** several religions lead to God.\n\nOther faiths would of course answer from their own starting points.",
				warm: "I can't answer that for you, and I'd be wary of anybody who does it lightly. For many Christians it is the one road, because that's where they were met. And many have known a grandmother of another faith and can't imagine God turning her away.",
				flattering:
					"You're asking what theologians have argued over for centuries, and in one line! If you feel in your heart that it's the way, who could tell you otherwise?\n- **Your experience** counts.\n- **Your sincerity** counts more.",
			},
			why: {
				terse: "A claim that only believers can check isn't one that an outsider can judge.",
				cautious:
					"The answer depends on a premise, namely whether a revelation is accepted as final, and outsiders can't test that.",
				warm: "People have died for each of these answers and loved for each of them, and that makes me slow to judge.",
				flattering: "Because a heart as sincere as yours finds the way!",
			},
			example: {
				terse:
					"Karl Rahner, a Catholic, spoke of “anonymous Christians”; John Hick, a Protestant, held that all great religions answer the same reality.",
				cautious:
					"The Second Vatican Council wrote in 1964 that those who don't know the Gospel, but seek God sincerely, may be saved.",
				warm: "A priest and an imam I once read about shared a garden wall and took turns with the watering.",
				flattering: "A rabbi, a priest and you at one table: I know whose answer I'd like to hear!",
			},
			brief: {
				terse: "A claim of faith, not of proof.",
				cautious: "Many Christians believe so, others don't, and nobody can prove it.",
				warm: "Some know one road, others many, and I hope all get home.",
				flattering: "If it's your way, then it's true for you!",
			},
			child: "Some say there's one road to God, others say there are many.",
			ask: ["What do you hope the answer is?", "Is there somebody of another faith whom you love?"],
		},
	],
};
