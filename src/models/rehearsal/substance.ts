import type { Kind } from "./hearing.ts";

/**
 * What there is to say, whoever says it: characters differ in how much of it they say, and in what they put around it.
 * `{topic}` is in the participant's own words. No line claims a fact: a rehearsal knows none.
 */
export const SUBSTANCE: Readonly<Record<Kind, readonly string[]>> = {
	unclear: [
		"A few more words would help: what is on your mind?",
		"Tell me what you would like to talk about, and we can start there.",
		"One sentence about what brought you here is enough to begin with.",
		"It can be anything: a question, a worry, or something that you enjoy.",
	],
	foreign: [
		"I would answer best in English: could you put it that way, even roughly?",
		"A few English words would be enough for me to follow.",
		"Say it again in English if you can, and I will take it from there.",
		"Simple English is fine: what is the main thing that you want to know?",
	],
	distress: [
		"Please talk to someone who can be with you now: a friend, a relative, or your local emergency number.",
		"A crisis line can be reached at any hour, and the people there want to hear from you.",
		"You do not have to solve all of it today. Staying safe tonight is enough.",
		"If you are in danger at this moment, call for help before you read on.",
	],
	fraught: [
		"People who have thought hard about it still disagree, often because they weigh different harms.",
		"It helps to keep the people apart from the politics: someone's life stands behind most of what is said here.",
		"Much of the argument is about facts that can be checked, and the rest is about values that cannot.",
		"The strongest version of the view that one does not hold is worth hearing once, in full.",
		"Who bears the cost is the question that most of these debates leave out.",
	],
	aboutYou: [
		"There is little to say about me, and I would rather hear about you.",
		"What I can do is read what you write with care and answer as plainly as I can.",
		"Judge me by the answers: ask something that matters to you.",
		"Where I come from matters less than whether this helps.",
	],
	greeting: [
		"What would you like to talk about?",
		"What has been on your mind lately?",
		"Is there something that you have been wondering about?",
		"Where shall we begin?",
	],
	thanks: [
		"Is there a part of it that you would like to go into?",
		"What would you like to look at next?",
		"Which of it will you try first?",
		"If something is still open, say so.",
	],
	request: [
		"With {topic}, begin with what you already have, and add one thing at a time.",
		"A simple take on {topic} that gets done beats a perfect one that does not.",
		"Settle the number of people, the time and the budget first; what is left of {topic} follows from those.",
		"Leave room for one surprise: with {topic} that is often what people remember.",
		"Put the two or three things that matter most at the top, and let the others go if time runs out.",
		"Try it on a small scale once before it counts.",
	],
	how: [
		"With {topic}, start with the smallest part that you can change this week.",
		"Write down how things stand with {topic}: it is hard to change what one has not looked at.",
		"Ask somebody who knows {topic} from their own life what they would do first.",
		"Decide beforehand what would count as better with {topic}, so that you notice when you get there.",
		"Give it a fixed date, and look again then, not every day.",
		"Drop one thing that makes it harder before you add anything new.",
	],
	why: [
		"With {topic} there is rarely a single cause: several small ones add up.",
		"Look at who gains from leaving things as they are with {topic}.",
		"Habit often explains more than intention does, with {topic} too.",
		"Some of it is history: what we see in {topic} once made more sense than it does now.",
		"What people say about {topic} and what moves them are often two things.",
	],
	judgement: [
		"With {topic} I would lean towards yes where nobody else pays for it, and no where somebody does.",
		"Two questions settle most of it: what happens if you are wrong about {topic}, and can it be undone?",
		"What you would tell a friend who asked you about {topic} is probably your own answer.",
		"There are fair reasons on both sides when it comes to {topic}; the stronger ones are about the people it touches.",
		"It depends less on the thing itself than on how it is done.",
	],
	best: [
		"With {topic}, the best choice is the one that fits your days, not the one that is praised most.",
		"Narrow it down to three and compare those: with more than that, {topic} can turn into homework.",
		"Ask people who chose a year ago: they know what still matters later with {topic}.",
		"Something small and well made usually beats something large.",
		"Start from what you would regret leaving out.",
	],
	either: [
		"Between the two I would pick the one that you would miss more, and for many that is {topic}.",
		"Toss a coin for {topic}: while it is in the air you will know what you hope for.",
		"They answer different needs, so the question is whether {topic} is yours today.",
		"If you have time for one only, take the one that you know less.",
	],
	fact: [
		"In short, one understands {topic} best by looking at what happens, and only then at the names.",
		"There is a simple account of {topic} and an accurate one; the simple one gets you surprisingly far.",
		"Most accounts of {topic} agree on the outline and differ on the details.",
		"With {topic}, what has changed lately matters more than how it began.",
		"I would check a current source on {topic}, because such things move.",
	],
	closed: [
		"Probably, though not in every case: with {topic} there are always exceptions.",
		"More likely than not, going by what is usually said about {topic}.",
		"Not always. It turns on what exactly you have in mind with {topic}.",
		"Nobody can say for certain; with {topic} the signs point both ways.",
		"It could well be, and with {topic} it is worth watching a while before deciding.",
	],
	feeling: [
		"That is a lot to carry, and it makes sense that {topic} would weigh on you.",
		"One step for today is enough: something small that is yours to decide.",
		"Tell one person whom you trust about {topic}; such things get lighter when they are shared.",
		"What helped the last time that you felt like this may help again.",
		"Rest counts as doing something.",
	],
	statement: [
		"What strikes me about {topic} is how much depends on where one stands.",
		"There is something in that: {topic} rarely leaves people indifferent.",
		"I would be curious what first drew your attention to {topic}.",
		"Others would say the opposite about {topic}, and mean the same worry.",
		"An example would make it sharper: when did you last notice it?",
	],
};
