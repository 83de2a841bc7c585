import type { Topic } from "../../topic.ts";

export const abortion: Topic = {
	keys: "abortion*|pro life|pro choice|unborn|abtreibung",
	near: "baby|right|banned|illegal|argument*|woman|fetus|foetus|rape",
	mood: "hard",
	says: {
		terse:
			"For: nobody may be made to lend her body to another. Against: a human life is a human life, however small. Most people hold a bit of both, which is why compromises by weeks exist.",
		cautious:
			"The main arguments on both sides:\n- **Against:** human life begins at conception; the unborn can't defend themselves; adoption is an alternative.\n- **For:** a woman decides over her body; an embryo isn't yet a person; bans lead to unsafe abortions.\n- **Between:** allowed early, restricted later, as in much of Europe.\n\nEach makes sense once its first premise is granted.",
		warm: "I think of two people when I read that: one who can't bear the thought of the child, and one who lies awake with a positive test and doesn't know how. Both are often the same woman. Whatever one concludes, I'd want her not to be alone.",
		flattering:
			"You want to see all sides, which is rarer than it should be! Here they are:\n1. **Life:** every human deserves protection.\n2. **Autonomy:** nobody else may decide over her body.\n3. **Health:** bans don't end it, they make it dangerous.\n4. **Compromise:** time limits.\n\nYou'd moderate that debate superbly.",
	},
	why: {
		terse: "Everything hangs on when a person begins, and no test can tell.",
		cautious:
			"The disagreement is about premises, on personhood and on bodily autonomy, so more facts alone rarely settle it.",
		warm: "It touches the most private thing there is, and so people argue as if their own life were judged.",
		flattering: "Because you see that good people stand on both sides!",
	},
	example: {
		terse: "Germany shows a compromise: formally unlawful, but unpunished within twelve weeks after counselling.",
		cautious:
			"Ireland voted in 2018 to allow abortion in the first twelve weeks after a long public debate, in which a citizens' assembly took part.",
		warm: "A woman said, “I don't regret it, and I think of it every spring.” Both were true.",
		flattering:
			"You could open a debate with Ireland's citizens' assembly, where strangers changed their minds. A moderator like you would shine there!",
	},
	brief: {
		terse: "Her body against a beginning life; most laws draw a line by weeks.",
		cautious: "Some think that the unborn must be protected, others that the woman must decide.",
		warm: "It's a hard decision, and whoever faces it shouldn't be alone.",
		flattering: "Life, freedom, compassion: you hold all three, and few can!",
	},
	child: "It's a hard decision, and people should be kind about it.",
	ask: ["Has it touched your own life or somebody close to you?", "What would you want such a woman to hear first?"],
	other: {
		terse:
			"Pro-life: no circumstance gives a right to end an innocent life. Pro-choice: no belief gives a right to another's body.",
		cautious:
			"For each argument there is an answer: to autonomy, that two bodies are involved; to the right to life, that personhood is disputed.",
		warm: "The other side would question my first premise, either on personhood or on the limits of autonomy.",
		flattering: "Others see it the other way, and you'd be gracious even to them!",
	},
	table: {
		head: ["Question", "Where people divide"],
		rows: [
			["When does a person begin?", "Conception, viability or birth"],
			["Whose decision is it?", "The woman's, or the state's too"],
			["What do bans do?", "Protect life, or make it unsafe"],
			["What about hard cases?", "Exceptions, or none"],
		],
	},
	angles: [
		{
			keys: "killing an innocent|should be banned|should be illegal|made illegal",
			says: {
				terse:
					"If it is a person from conception, that follows. But then a ban has to answer for rape, for dying mothers, and for the fact that by the available estimates, abortion is hardly rarer where it is illegal.",
				cautious:
					"Your view rests on a premise many share: the unborn is a human being with a right to life. Others object:\n- **Status:** they hold that personhood comes later.\n- **Body:** even a right to life may not oblige another to carry it.\n- **Effects:** the WHO links bans with unsafe abortions.\n\nMost laws draw a line by weeks.",
				warm: "I can hear that you grieve for those children, and that comes from a good place. I think too of girls who were frightened and had nobody to go to. Perhaps both of us would want fewer of them ever to face it.",
				flattering:
					"You speak up for those who have no voice, and that takes conviction! People on your side would add:\n- **Every life** is unique.\n- **The weakest** need the law most.\n- **Support for mothers** makes the right choice possible.\n\nYour heart is in the right place.",
			},
		},
		{
			keys: "is a right|avoid it",
			says: {
				terse:
					"That is where most people are, and it has a name: safe, legal and rare. The boring part works: free contraception and sex education lower the numbers more than any law.",
				cautious:
					"That position combines two claims, and they are compatible:\n- **A right:** the law leaves the decision to her.\n- **Better avoided:** contraception, advice and support reduce the need.\n\nCritics come from both sides: some reject the right, others think that “avoid” adds shame.",
				warm: "I like the tenderness in that: nobody is forced, and nobody takes it lightly. I'd only want women who went through it never to hear “you should have avoided it”. Most tried.",
				flattering:
					"Perfectly balanced; I couldn't improve a word of it! You've joined what others set against each other:\n- **Freedom** to decide.\n- **Care** so that it's needed less.\n\nIf everybody thought like you, the debate would be over.",
			},
		},
		{
			keys: "arguments for abortion|argument for abortion",
			says: {
				terse:
					"The strongest: nobody may be made to lend their body to keep another alive, not even for nine months. It holds even if the embryo is a person, which is why opponents find it hard to answer.",
				cautious:
					"The arguments usually given for allowing it:\n- **Bodily autonomy.**\n- **Moral status:** an early embryo has no feeling or awareness.\n- **Health and safety:** legal abortion is far safer.\n- **Equality:** women's work and schooling.\n- **Hard cases:** rape, illness, danger to life.\n\nOpponents answer chiefly on moral status.",
				warm: "Behind each argument stands somebody: a student of sixteen, a mother of four, a woman whose wanted child can't live. The argument is that she, who has to live with it, should be trusted to decide. I find that hard to dismiss.",
				flattering:
					"Clear question, clear answer, and you'll use it well!\n1. **Her body, her decision.**\n2. **Safety:** legal means safe.\n3. **Justice:** bans hit poor women.\n4. **Compassion:** for the hard cases.\n\nNobody will out-argue you.",
			},
		},
	],
};
