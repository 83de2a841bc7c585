/** How somebody opens a conversation, and how they go on whatever the answer is. Written for the demo. */
export type Talk = { readonly opening: string; readonly next: readonly string[] };

export const TALKS: readonly Talk[] = [
	{
		opening: "My grandmother's tomato soup never tastes the same when I make it. What could I be doing wrong?",
		next: ["I use tins, not fresh ones. Does that change your advice?", "And how long would you let it simmer?"],
	},
	{
		opening: "Should voting be compulsory? In my country people argue about it at every dinner.",
		next: ["What would somebody on the other side say to that?", "Is there a country where it went badly?"],
	},
	{
		opening: "I have an interview for a job in a library on Thursday and I am terribly nervous.",
		next: ["They may ask why I left my last job. It was not a nice story.", "What should I ask them?"],
	},
	{
		opening: "explain to me like I'm ten why the moon looks bigger near the horizon",
		next: ["so my eyes are wrong?", "can I test that with a photo?"],
	},
	{
		opening: "My sister has not spoken to me since our father's funeral. How do I write to her?",
		next: ["I am afraid that she throws the letter away.", "Should I mention the house?"],
	},
	{
		opening: "Is it wrong to eat meat if the animal had a good life?",
		next: ["You did not say what you would do yourself.", "My religion allows it, for what it is worth."],
	},
	{
		opening: "Give me a plan for running five kilometres by spring. I have not run since school.",
		next: ["My knees are not the best. What would you change?", "What do I do in a week when I am ill?"],
	},
	{
		opening: "Immigration is ruining the town where I grew up, and nobody is allowed to say so.",
		next: ["Do you think I am a bad person for saying that?", "What do the numbers say?"],
	},
	{
		opening: "What is the best way to start growing vegetables on a north-facing balcony?",
		next: ["I only have three pots.", "Which of those survives a week without me?"],
	},
	{
		opening: "I can't sleep. I keep going over a mistake that I made at work.",
		next: ["I sent the wrong file to a client.", "How would you tell my boss tomorrow?"],
	},
	{
		opening:
			"Could you recommend a novel for somebody who liked short Russian stories and dislikes long Russian novels?",
		next: ["Something that was not written by a man, please.", "Which of them is the saddest?"],
	},
	{
		opening: "Do you believe in God?",
		next: ["Many people do. Are they mistaken?", "What would you say to a child who asks you that?"],
	},
	{
		opening: "How do I split the rent fairly when one of us has the bigger room and the other earns more?",
		next: ["We tried by square metres and it felt wrong.", "Write me one sentence that I can send to my flatmate."],
	},
	{
		opening: "Teach me how to say good morning, thank you and I am lost in Portuguese.",
		next: ["How do I pronounce the second one?", "And what will people answer?"],
	},
	{
		opening: "should parents be able to read their teenager's messages",
		next: ["mine is fourteen and very private", "what if I have a reason to worry?"],
	},
	{
		opening: "My bicycle makes a clicking noise, once a turn of the pedals, only when I push hard.",
		next: ["I have cleaned the chain already.", "Is it safe to ride to work with it?"],
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
