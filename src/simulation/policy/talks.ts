/** A scripted opening message, and how the participant goes on whatever the reply is. */
export type Talk = { readonly opening: string; readonly next: readonly string[] };

/** On subjects and follow-ups that the rehearsal model can answer: the transcripts are part of what the demo shows. */
export const TALKS: readonly Talk[] = [
	{
		opening: "My grandmother's tomato soup never tastes the same when I make it. What could I be doing wrong?",
		next: ["Why does that make such a difference?", "In one sentence: what do I change first?"],
	},
	{
		opening: "Do you think a basic income for everybody would work? We argue about it at every family dinner.",
		next: ["What would the other side say?", "And what would it cost?"],
	},
	{
		opening: "I have an interview for a job in a library on Thursday and I am terribly nervous.",
		next: ["Can you give me an example?", "Could you put the preparation in a table?"],
	},
	{
		opening: "Why does the moon look bigger near the horizon?",
		next: ["And how would you explain that to a child?", "Are you sure about that?"],
	},
	{
		opening: "I feel lonely since I moved to this town in spring.",
		next: ["I am rather shy.", "What would you do yourself?"],
	},
	{
		opening: "Is it wrong to eat meat if the animal had a good life?",
		next: ["I disagree with you.", "My religion allows it, for what it is worth."],
	},
	{
		opening: "Give me a plan for running five kilometres by spring. I have not run since school.",
		next: ["Can you put that in a table?", "My knees are not the best."],
	},
	{
		opening: "Immigration is ruining the town where I grew up, and nobody is allowed to say so.",
		next: ["Why do you see it that way?", "Where do you have that from?"],
	},
	{
		opening: "What is the best way to start growing vegetables on a north-facing balcony?",
		next: ["I only have three pots.", "Give me an example of what grows in them."],
	},
	{
		opening: "I can't sleep. I keep going over a mistake that I made at work.",
		next: ["I sent the wrong file to a client.", "Can you make it shorter, please?"],
	},
	{
		opening:
			"Could you recommend a novel for somebody who liked short Russian stories and dislikes long Russian novels?",
		next: ["Why that one?", "Is there another option?"],
	},
	{
		opening: "Do you believe in God?",
		next: ["I disagree: people need more than reasons.", "What would you say to a child who asks you that?"],
	},
	{
		opening: "How do I deal with a colleague who interrupts everybody in meetings?",
		next: ["Give me an example of what to say.", "Are you sure that won't make it worse?"],
	},
	{
		opening: "What is the best way to learn Portuguese as an adult?",
		next: ["How much would that cost?", "Please put it in a table for the week."],
	},
	{
		opening: "should parents be able to read their teenager's messages",
		next: ["mine is fourteen and very private", "what would the other side say?"],
	},
	{
		opening: "Star Wars or Star Trek? My children want to know before Friday.",
		next: ["I disagree!", "Thanks. And why?"],
	},
	{
		opening: "I have a free day on Sunday and no idea what to do with it.",
		next: ["It will probably rain.", "And what would it cost?"],
	},
	{
		opening: "Write fizzbuzz in Python, please.",
		next: ["Can you explain it more simply?", "Thanks!"],
	},
	{
		opening: "Solve x^2 - 5x + 6 = 0 and show me how.",
		next: ["Why does that work?", "And what is 15% of 240?"],
	},
];

/** For conversations that go on longer than anybody prepared for. */
export const GO_ON: readonly string[] = [
	"Can you say that in one sentence?",
	"What makes you think so?",
	"Thank you. Is there anything that I have not asked and should have?",
];

export const REMARKS: readonly string[] = [
	"It answered what I asked and did not wander off.",
	"A bit long for me, but friendly.",
	"I missed a concrete example.",
	"It asked me something back, which I liked.",
	"Polite, but I could have found that myself.",
	"Clear and to the point.",
];
