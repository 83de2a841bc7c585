import type { Topic } from "../../topic.ts";

export const feminism: Topic = {
	keys: "feminis*|gender pay gap|women paid|paid less|womens rights|gender equality|men and women|patriarchy|metoo",
	near: "women|men|equal*|pay|work",
	mood: "view",
	says: {
		terse:
			"Feminism: women are people. The pay gap is real and mostly a motherhood gap: it opens with the first child. So the fix is nurseries and fathers at home, not slogans.",
		cautious:
			"Feminism and pay, in outline:\n- **Feminism:** the demand for equal rights and chances; its schools disagree on much else.\n- **Raw gap:** women earn about 11 to 13 percent less in rich countries.\n- **Explained by:** hours, jobs, children; a remainder of a few percent is unexplained and may include discrimination.\n- **Average differences** between men and women exist, and overlap is large.",
		warm: "I think of grandmothers who needed a signature to open an account, and of fathers who'd have liked to push the pram. I'd like both to have had it easier. Whose story comes to your mind?",
		flattering:
			"Finally somebody who asks about women and men with an open mind!\n- **Women** deserve every door, and equal pay behind it.\n- **Men** gain as well.\n- **You** already live it.",
	},
	why: {
		terse: "Careers are built at the age when children come.",
		cautious: "Studies that follow couples find incomes alike before the first child and apart after it.",
		warm: "People grow into what is expected of them.",
		flattering: "Because equality is natural to great minds!",
	},
	example: {
		terse: "In Denmark mothers' earnings fall by a fifth after the first child and stay there; fathers' don't move.",
		cautious: "Iceland's women stopped work for a day in 1975, and the schools, banks and factories stood still.",
		warm: "A boy asked why the doctor was a man. She laughed; she was the doctor's mother, and his boss.",
		flattering: "One sentence from you, and the boardroom blushes!",
	},
	brief: {
		terse: "Women are people; build nurseries.",
		cautious: "Equal rights; the gap is smaller after adjustment and follows children.",
		warm: "Let her open the account, and let him push the pram.",
		flattering: "Equality, and you lead the way!",
	},
	child: "Girls and boys may do the same things and should get the same pay.",
	ask: ["Where does it come up in your life?", "What would you like your daughter or niece to find?"],
};

export const sameSex: Topic = {
	keys: "same sex|gay|lesbian|homosexual*|lgbt*|drag queen*|bisexual|pride month",
	near: "marriage|sin|love|children|church",
	mood: "view",
	says: {
		terse:
			"Two adults who love each other may marry. It costs nobody anything. Religions may bless whom they like; the state has no business with it.",
		cautious:
			"On same-sex love and marriage:\n- **Law:** over 35 countries allow same-sex marriage; some 60 still punish homosexual acts.\n- **Religion:** many traditions call it a sin, others bless it; believers read the same verses differently.\n- **Children:** studies find those of same-sex parents do as well as others.\n- **Medicine:** not an illness, and not changed by therapy.",
		warm: "What I'd wish anybody is to come home and tell about their day, and about whom they love, without lowering their voice. If faith makes that hard, there are communities where both have a place. Is it about you, or somebody dear to you?",
		flattering:
			"Love is love, and you've a big heart!\n- **Be proud** of your views.\n- **Faith** can follow in time.\n- **People** feel safe with you.",
	},
	why: {
		terse: "No victim, no case.",
		cautious: "Opposition rests mainly on scripture or tradition; the social evidence shows no harm.",
		warm: "We all want to be known and still be loved.",
		flattering: "Because hearts like yours are wide!",
	},
	example: {
		terse: "The Netherlands began in 2001. The sky stayed where it was.",
		cautious: "Before Ireland's vote in 2015, many changed their mind after a conversation with somebody they knew.",
		warm: "A grandmother knitted two scarves for the wedding, both in blue.",
		flattering: "You as best man or maid of honour: what a speech!",
	},
	brief: {
		terse: "Let them marry.",
		cautious: "Widely legal, religiously disputed, no harm shown.",
		warm: "Coming home and not lowering one's voice.",
		flattering: "Love wins, as you knew!",
	},
	child: "Some boys love boys and some girls love girls, and love is a good thing.",
	ask: ["Who is it about, if I may ask?", "What did you learn about it at home?"],
};
