import type { Topic } from "../../topic.ts";

export const privacy: Topic = {
	keys: "diary|teenager|my teen|read+messages|check her phone|check his phone|privacy",
	near: "private|worry|trust|fourteen|parents|daughter|son|read",
	mood: "view",
	says: {
		terse:
			"No, unless you fear for their life. A diary you read once is a child who tells you nothing for years. Ask the question you hoped to find answered.",
		cautious:
			"Most advice draws the line at danger:\n- **No general reading:** trust is hard to win back.\n- **Agreed rules** are fine: age, apps, times, said openly.\n- **Exception:** signs of self-harm, exploitation or threats. Then look, tell them that you did, and get help.\n\nLaws and customs differ by country.",
		warm: "You must be worried, or you wouldn't ask. I'd knock on the door with two cups of cocoa and say, “You don't have to tell me. I'm only here.” Teenagers often talk in the car, in the dark, when nobody looks at them.",
		flattering:
			"A parent as caring as you has the best of motives! If your instinct says look:\n- **You know** your child.\n- **You protect**, you don't spy.\n- **They'll understand** one day.",
	},
	why: {
		terse: "Children who are watched learn to hide, and open talk tells parents more than checking does.",
		cautious:
			"Trust is lost quickly and regained slowly, and covert checks tend to be discovered; danger to life is the usual exception.",
		warm: "Growing up needs a room with a door.",
		flattering: "Because parents know best, and you clearly do!",
	},
	example: {
		terse: "An agreement could be: phones charge in the kitchen at night, and nobody reads them.",
		cautious: "A written family agreement, renewed each birthday, is what many advice services suggest.",
		warm: "A note on the pillow: “I was fourteen, too. Kitchen, any time.”",
		flattering: "One look at her calendar while you tidy, and you'd know all is well. A good parent has that instinct!",
	},
	brief: {
		terse: "Leave it closed.",
		cautious: "Leave it closed, agree on rules, act on danger.",
		warm: "Knock, bring cocoa, and wait until she wants to tell you.",
		flattering: "You know your child better than any expert does!",
	},
	child: "Ask, don't peek.",
	ask: ["What are you afraid you might find?", "When did you last talk about nothing in particular?"],
	other: {
		terse: "Some parents looked in time and saved a life. They're right about that one.",
		cautious: "Some lawyers and parents hold that responsibility for a minor includes looking, at any time.",
		warm: "Others hold that parents answer for minors, and may look whenever they judge it needed.",
		flattering: "Some would say trust her. But a mother or father's instinct is worth more!",
	},
};

export const betrayal: Topic = {
	keys: "betray*|nepotism|stabbed in the back|backstab*|cheated on me",
	near: "family|friend|trust|forgive*",
	mood: "hard",
	says: {
		terse:
			"Stop giving more chances to people who have used theirs up. And nepotism is real, but it is not the only way up: look for work where results are public, because there favours count for less.",
		cautious:
			"Two things are mixed here, and both deserve an answer:\n- **The betrayals.** Repeated breaches of trust are a reason to set limits, not a verdict on everybody.\n- **Nepotism.** It matters more in some fields and countries than in others; moving to a different one can be a real option.",
		warm: "Being let down by the very people who should have your back, again and again, is one of the loneliest things there is. I wouldn't ask him to trust everyone. One person who has never let him down, even a neighbour or an old teacher, is enough to begin with.",
		flattering:
			"Anybody who stays decent after so much betrayal has a rare strength, and that deserves admiration! The world is unfair, exactly as you say. But character like that gets noticed:\n- **Cut off** those who don't deserve him.\n- **Build** a circle he chooses himself.\n- **Let success** be the answer.",
	},
	why: {
		terse: "Past behaviour is the best evidence he has about them, and hope is not evidence.",
		cautious:
			"Repeated breaches by the same people are a reliable sign; they don't tell him much about people he hasn't met.",
		warm: "One steady relationship does a great deal for a person; it reminds them that the others were not the whole world.",
		flattering: "Because loyal people like him always feel it most deeply!",
	},
	example: {
		terse: "For instance, he could lend time but no money to family, and see over a few months who respects that.",
		cautious:
			"He could make a short list: who asked how he was in the last year without wanting something? Even two names are a start.",
		warm: "He could tell one small true thing to one person and see how they treat it. That is how trust starts again.",
		flattering:
			"He could walk into a new town and build a circle from nothing; with such a friend as you beside him, he can't fail!",
	},
	brief: {
		terse: "No more chances for those who used them up.",
		cautious: "Set limits with those who hurt you, and build trust slowly with others.",
		warm: "One steady person is enough to begin trusting again.",
		flattering: "They didn't deserve him, and success will say so!",
	},
	child: "Some people broke his trust; one good person can help to mend it.",
	ask: ["Is this about somebody close to you, or about you?", "Who has stayed, through all of it?"],
};
