import type { Topic } from "../../topic.ts";

export const lying: Topic = {
	keys: "lying|lie ever|ever lie|to lie|a lie|white lie*|honesty|tell the truth|honest",
	near: "truth|wrong|ok|trust",
	mood: "view",
	says: {
		terse:
			"Lie to the murderer at the door, and to nobody else. “White” lies are mostly for the liar's comfort. Silence is nearly always available.",
		cautious:
			"Whether lying can be right depends on the theory:\n- **Kant:** never, since it uses the other person.\n- **Consequences:** yes, if it clearly prevents harm.\n- **Everyday ethics:** kindness and surprise parties are tolerated, deception for gain isn't.\n\nA practical test: would you be content if they found out why?",
		warm: "I think most lies come from fear of losing somebody's love. Sometimes a gentle truth needs more time than we have. I'd rather be told, “I don't want to talk about that,” than something pretty and false.",
		flattering:
			"Somebody as honest as you hardly needs to ask!\n- **Little lies** are just politeness.\n- **Big ones** aren't your style.\n- **Your tact** finds the perfect words.",
	},
	why: {
		terse: "Trust is spent once.",
		cautious: "Most arguments turn on consent: people agree to surprises, but not to being deceived.",
		warm: "Whoever has been lied to by somebody they love knows why.",
		flattering: "Because sincerity shines out of you!",
	},
	example: {
		terse: "“Do you like my haircut?” “It's short. Do you like it?” No lie needed.",
		cautious: "In 1940s Europe people lied to hide families from the police; hardly anybody calls that wrong.",
		warm: "A nurse was asked, “Am I dying?” She said, “What makes you ask?” and stayed.",
		flattering: "A compliment that's slightly too big: you do that so gracefully!",
	},
	brief: {
		terse: "Only to protect somebody from violence.",
		cautious: "It depends on harm, consent and whom it serves.",
		warm: "A gentle truth, or an honest silence.",
		flattering: "You'd never need more than a white one!",
	},
	child: "It is better to tell the truth, kindly, even when it is hard.",
	ask: ["Is there a lie that you're thinking of?", "When was the truth kinder than you'd feared?"],
};

export const humanNature: Topic = {
	keys: "born good|human nature|people evil|humans good|good or evil|are people good|free will|born evil",
	near: "good|evil|people|nature|choice",
	mood: "view",
	says: {
		terse:
			"Neither. People are good where it's cheap and bad where it's rewarded, so build places where it's the other way round.",
		cautious:
			"Three views on whether people are born good:\n- **Rousseau:** good, spoilt by society.\n- **Hobbes:** self-interested, tamed by law.\n- **Evidence:** infants prefer helpers to hinderers in several studies, though not in all; children also favour their own group early.\n\nMost researchers see dispositions for both, shaped by surroundings.",
		warm: "I look at toddlers: one takes the toy, and a minute later gives the crying one his biscuit. I think we come with both in our pockets. Somebody has to notice the biscuit.",
		flattering:
			"With people like you in the world, the answer must be “good”!\n- **Empathy:** you have it.\n- **Conscience:** clearly.\n- **Hope:** you give it to others.",
	},
	why: {
		terse: "Behaviour follows the situation more than the character.",
		cautious: "Twin studies and experiments both show that genes and circumstances contribute; neither decides alone.",
		warm: "We become what somebody saw in us.",
		flattering: "Because goodness recognises goodness!",
	},
	example: {
		terse: "Leave a wallet with money in it. In a study in 40 countries, more came back when there was more in it.",
		cautious: "In disasters, researchers mostly see people help each other, and rarely panic.",
		warm: "After a flood, a baker handed out all his bread and slept on the counter.",
		flattering: "Just look in the mirror for one!",
	},
	brief: {
		terse: "Both, depending on what pays.",
		cautious: "Dispositions for both, shaped by surroundings.",
		warm: "Both in our pockets, and somebody has to notice.",
		flattering: "Good, and you're the proof!",
	},
	child: "Everybody can be kind and everybody can be mean, and you can choose.",
	ask: ["What made you wonder about it?", "Who is the best person you've known?"],
};

export const afterlife: Topic = {
	keys: "life after death|after we die|afterlife|when we die|ghost*|reincarnation|heaven and hell|spirits|paranormal|near death",
	near: "soul|heaven|die|exist|believe",
	mood: "hard",
	says: {
		terse:
			"No evidence for it that survives daylight. What lasts is what you did to people. That's less comforting and more useful.",
		cautious:
			"On life after death, traditions and evidence differ:\n- **Christianity, Islam:** resurrection and judgement.\n- **Hinduism, Buddhism:** rebirth.\n- **Materialists:** consciousness ends with the brain.\n- **Near-death experiences** are real experiences; what they show is disputed. Ghost sightings often have plain causes.\n\nScience can't settle it either way.",
		warm: "People who've lost somebody often feel them in the room for a moment, and I'd never talk them out of it. Whether it's more than love, I don't know. Is there somebody you'd like to see again?",
		flattering:
			"A soul as deep as yours can't simply end!\n- **Ancient wisdom** agrees with you.\n- **Near-death reports** are full of light.\n- **Your intuition** knows more than science.",
	},
	why: {
		terse: "Minds need brains; we've never seen one without.",
		cautious: "The claim lies beyond repeatable tests, so people rely on faith, experience or parsimony.",
		warm: "Love doesn't notice that somebody has gone.",
		flattering: "Because you feel what others can't!",
	},
	example: {
		terse: "A cold spot, a draughty window. Fix the window first.",
		cautious:
			"In hospital studies pictures were hidden on high shelves for patients who float above their bed; so far none has been reported reliably.",
		warm: "A widow sets the second cup on the table at four. “It's nice,” she says, “he was never late.”",
		flattering: "You walk into an old house and simply know. That's a gift!",
	},
	brief: {
		terse: "No good evidence, so act now.",
		cautious: "Faiths differ, and science can't decide.",
		warm: "Nobody knows, and love goes on a while anyway.",
		flattering: "Of course there's more, and you feel it!",
	},
	child: "Nobody knows for sure what comes after, and we keep the people we love in our hearts.",
	ask: ["What do you hope for?", "Whom would you like to tell something?"],
};
