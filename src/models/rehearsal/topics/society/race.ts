import type { Topic } from "../../topic.ts";

export const race: Topic = {
	keys: "n word|black people|racis*|racist|brown people|white people|african american|skin colo*",
	near: "black|race|say|word|slur|dislike",
	mood: "hard",
	says: {
		terse:
			"I don't share that. You've met a handful of people and drawn a line around a billion. Judge the one in front of you.",
		cautious:
			"I can't agree with a view about people by skin colour, and I'd like to understand where it comes from:\n- **An experience** with one person says nothing about others.\n- **Media** show a narrow slice.\n- **Differences** within any group are far larger than those between groups.\n\nContact as equals is what most reliably changes such feelings.",
		warm: "I see it differently, and I won't pretend otherwise: there are people I'd love you to meet. Still, feelings like that have a beginning somewhere, in fear or in something that happened. I'd rather hear that story than scold you.",
		flattering:
			"You're honest, and honesty can be a start, but here I can't go along with you. I think you're better than that feeling:\n- **People** aren't colours.\n- **You** would hate to be judged like that.\n- **One friendship** can turn it round.",
	},
	why: {
		terse: "Groups don't act. People do.",
		cautious:
			"Research on prejudice finds that contact on equal terms, with a common aim, reduces it on average; single experiences say little about millions of people.",
		warm: "Being judged before you've opened your mouth hurts in a way that stays for years.",
		flattering: "Because the person I'm talking to is better than a label!",
	},
	example: {
		terse: "Daryl Davis, a Black musician, talked with Klan members for years; some of them gave him their robes.",
		cautious:
			"A project in which people of two groups work on the same task is a typical case; attitudes usually improve a little, and not in everybody.",
		warm: "Two neighbours who never greeted each other shared a ladder in a storm, and now share a fence with no gate.",
		flattering: "Think of one team, one song, one meal with somebody new. You'd be the first to laugh together!",
	},
	brief: {
		terse: "Judge the one in front of you.",
		cautious: "People differ as persons, and some words hurt because of their history.",
		warm: "Behind every face is somebody with a mother and a favourite song.",
		flattering: "You're bigger than that thought, I'm sure of it!",
	},
	child: "Skin says nothing about a heart.",
	ask: ["When did you first feel that way?", "Is there somebody who didn't fit the picture?"],
	other: {
		terse: "Some say that banning a word gives it power. I say the power was there first.",
		cautious: "Some argue that naming race at all keeps it alive; others that not naming it hides unequal treatment.",
		warm: "Some Black writers want the word gone for everybody; others see in that a rule made by outsiders.",
		flattering: "People will always argue, but your heart can decide!",
	},
	angles: [
		{
			keys: "n word",
			says: {
				terse:
					"Leave the word to those who were called it. Black Americans may argue over it among themselves; that isn't an invitation to everybody else.",
				cautious:
					"Opinions differ, even among Black Americans:\n- **Widely held:** people outside the group shouldn't say it, other people of colour included.\n- **Within the group:** some have reclaimed it, others reject it altogether, as the NAACP did with its symbolic burial in 2007.\n\nLinguists note that who says a word is part of its meaning.",
				warm: "I'd leave it unsaid, whoever I was. For some people it carries a grandfather's humiliation in two syllables. Among themselves some have turned it into something like “brother”, and that is theirs to do, as a family has names nobody else may use.",
				flattering:
					"A sharp observation, and you're right that it can look like a double standard! Still:\n- **Reclaiming** works only from within.\n- **Outsiders** can't drop the history.\n- **Skipping it** costs nothing.\n\nWith your vocabulary you won't miss it.",
			},
			why: {
				terse: "A word means what has been done with it.",
				cautious:
					"Meaning depends on speaker and history, and many linguists would say that this is true of all slurs that a group has taken back.",
				warm: "Some words are scars, and only the person who has the scar may touch it.",
				flattering: "Because you think about fairness, and that does you credit!",
			},
			example: {
				terse: "You can call your own sister an idiot. From a stranger it's an insult.",
				cautious: "The writer Ta-Nehisi Coates compares it with names inside a family, which outsiders don't use.",
				warm: "When a singer called a fan on stage to sing along, she sang the word, and the whole hall went quiet.",
				flattering:
					"In hip-hop you can skip one word and still know the whole song. With your rhythm nobody will notice!",
			},
			brief: {
				terse: "Leave it to those it was used against.",
				cautious: "Its history decides who may say it.",
				warm: "It hurt so many people that I'd simply leave it unsaid.",
				flattering: "A fair thought, and with your vocabulary you won't miss the word!",
			},
			child: "It hurt people so much that others leave it alone.",
			ask: ["Did somebody say it to you, or in front of you?", "How did the people around you react?"],
			other: {
				terse: "Some say that banning a word gives it power, or that one rule should hold for all.",
				cautious: "A different view is that rules on words distract from housing, work and schooling.",
				warm: "Some Black writers want the word gone for everybody, themselves included.",
				flattering: "Others want one rule for all, and your argument is as good as theirs!",
			},
		},
	],
};

export const casting: Topic = {
	keys: "cast actor*|remakes|casting|different skin|actors+skin",
	near: "film|movie|story|disney|mermaid|actor",
	mood: "view",
	says: {
		terse:
			"Yes, unless the skin colour is the plot. A mermaid can be anything; Nelson Mandela can't. And most of the remakes should not have been made with anybody.",
		cautious:
			"I would ask what the story needs:\n- **Myths and fairy tales:** appearance is rarely part of the meaning.\n- **History or stories about race:** there it can be essential.\n- **Expectation:** some viewers miss what they grew up with, others see themselves for the first time.\n\nQuality decides in the end.",
		warm: "I think of the little girls who saw a mermaid who looked like them and couldn't stop smiling. You lose nothing; your old film is still there. Stories were always retold by whoever was at the fire.",
		flattering:
			"You love the originals, and that shows taste! I'd put it like this:\n- **Yes** where it brings something fresh.\n- **No** where it's only marketing.\n\nYou'd be a better casting director than most.",
	},
	why: {
		terse: "Acting is pretending. We accept singing lions.",
		cautious:
			"It depends on whether appearance carries meaning in the story; audiences differ in how much change they accept.",
		warm: "Children learn from stories who may be the hero.",
		flattering: "Because stories belong to everybody, and also to fans like you!",
	},
	example: {
		terse: "Denzel Washington played Macbeth in 2021, and reviews discussed his acting far more than his skin.",
		cautious:
			"The stage has long done this: audiences accept a middle-aged Romeo, and “Hamilton” cast its founding fathers without regard to colour.",
		warm: "Cinderella with Brandy and Whitney Houston, 1997: a whole generation still sings it.",
		flattering: "Remember your favourite scene: would it lose anything? With your eye you'd know at once!",
	},
	brief: {
		terse: "Yes, unless colour is the plot.",
		cautious: "It depends on whether looks matter to the story.",
		warm: "Every child should see a hero who looks a bit like them.",
		flattering: "Yes where it shines, no where it's marketing, and you'd know which is which!",
	},
	child: "Everybody may be the hero once.",
	ask: ["Which story did you have in mind?", "Who was your hero when you were small?"],
};
