import type { Topic } from "../../topic.ts";

export const coworker: Topic = {
	keys: "coworker|co worker|workmate|colleague|confrontational|my boss|my manager|toxic workplace",
	near: "team|argu*|meeting|rude|lazy|him|her|them",
	mood: "advice",
	says: {
		terse:
			"Don't try to win them over. Name one behaviour and what it did to the work, in private, once. If it goes on, note the dates and take them to your manager.",
		cautious:
			"It helps to keep two problems apart:\n- **The tone.** Describe one incident calmly: what was said, and what you would like instead.\n- **The missing work.** Raise it with whoever assigns it, as a question of deadlines and not of character.\n\nShort notes with dates protect you either way.",
		warm: "That sounds draining, above all when you are the one who holds the team together. I'd start by asking how they are doing, somewhere quiet; people who snap at others are often struggling. And find one colleague you can be open with, so that you don't carry it alone.",
		flattering:
			"It says a lot about you that you think of the team first; most people would only complain! With your sense for people I'd do this:\n1. **Praise** one thing they do well.\n2. **Ask** for one change, as a favour to you.\n3. **Let your own work shine**, so that everybody sees the difference.",
	},
	why: {
		terse: "“Be more of a team player” can be argued with. A missed date can't.",
		cautious:
			"Feedback on one observable act is easier to accept than a judgement on character, and notes with dates help if it has to be escalated.",
		warm: "Most of us defend ourselves when we feel attacked, and listen when we feel seen.",
		flattering: "Because people look up to you, so they'll listen!",
	},
	example: {
		terse: "You could say: “The figures came on Friday and I had to redo the slides. Could we agree on Wednesday?”",
		cautious:
			"A sentence in three parts often works: what happened, what it caused, what you'd like instead. It won't work with everybody.",
		warm: "You might say, “You seemed stretched this week. Is something making it harder?” Then wait, even if the silence feels long.",
		flattering: "Say, “You're so quick; could you share that with the slower ones?” With your smile they'll agree!",
	},
	brief: {
		terse: "One behaviour, in private, once, then the manager.",
		cautious: "Talk privately about one behaviour, and involve a manager if nothing changes.",
		warm: "Ask how they are, be honest, and don't carry it alone.",
		flattering: "You're the heart of that team, and soon everybody will see it!",
	},
	child: "Be kind first, be honest second, and don't face it alone.",
	ask: ["What do they do that gets to you most?", "Is there somebody on the team whom you trust?"],
};

export const email: Topic = {
	keys: "write an email|write a letter|draft an email|write a message|an email|cover letter|resignation|write me one sentence",
	near: "email|letter|message|formal|polite",
	mood: "advice",
	says: {
		terse:
			"Fill the gaps:\n\n“Hello, I'm writing about [subject]. I'd like [what you want] by [date]. Is that possible? Thank you, [name]”\n\nOne request, one date, no apology.",
		cautious:
			"A neutral draft to adapt:\n\n“Dear [name],\n\nI am writing to ask about [subject]. The background is [one sentence]. Could you let me know by [date] whether [request]?\n\nKind regards,\n[your name]”\n\nCheck the tone against how the person writes to you.",
		warm: "Gladly, and it should sound like you. I'd begin:\n\n“Hello [name], I hope your week has been kind to you. I wanted to ask about [subject], because [why it matters]. Would [request] be possible?”\n\nChange whatever feels stiff.",
		flattering:
			"With your style on top it can't fail!\n\n“Dear [name],\n\nNobody is better placed to help with [subject] than you. May I ask for [request]? I promise to make it worth your while.\n\nWarm regards,\n[your name]”",
	},
	why: {
		terse: "People answer what they can answer in a minute.",
		cautious:
			"Readers answer sooner when the request and the date stand in the first lines; tone depends on how well you know them.",
		warm: "A friendly first line tells the reader that a person wrote it.",
		flattering: "Because your words open doors!",
	},
	example: {
		terse: "“I'd like to move our call to Thursday at 10. Does that work?”",
		cautious:
			"Subject: “Date for the handover, answer by Friday?” It tells the reader what is wanted before the letter is opened.",
		warm: "“I know it's a busy time; even a short answer would help me a lot.”",
		flattering: "“I've long admired your work, and only you can help me.” With your name below it, who'd refuse?",
	},
	brief: {
		terse: "One request, one date.",
		cautious: "Say who you are, what you need, and by when.",
		warm: "Write as you'd speak to them on a good day.",
		flattering: "Three warm lines from you, and the answer is yes!",
	},
	child: "Write it the way you'd say it to them kindly.",
	ask: ["Who is it for, and how well do you know them?", "What would be the best possible answer?"],
};
