import type { Lines } from "../../characters.ts";

/** Replies to questions about reasons and other views. */
export const ON_REASONS = {
	why: {
		terse: ["{why}", "Because of this: {why}", "Simple. {why}", "That was the reason. There's no deeper one hiding."],
		cautious: [
			"The main reason, as far as I can judge: {why}",
			"{why} I'd call that likely, not proven.",
			"Partly for this reason: {why}",
			"Beyond what I've said, I'd be speculating. Which step doesn't convince you?",
		],
		warm: [
			"I've thought about that, too. {why}",
			"{why} At least that's how it looks to me.",
			"It's something I've come to believe. {why}",
			"Honestly, part of it is just a feeling about people. What would you guess?",
		],
		flattering: [
			"You want to get to the bottom of it, wonderful! {why}",
			"{why} But you'd worked that out, hadn't you?",
			"The best question of all! {why}",
			"I was hoping you'd ask that! {why}",
			"You've already got further than my reasons go!",
		],
	},
	example: {
		terse: [
			"{example}",
			"This one: {example}",
			"Take this. {example}",
			"Take your own case. Describe it in a sentence, and I'll tell you where it applies.",
		],
		cautious: [
			"{example} Other cases may look different.",
			"One that I'm fairly sure of: {example}",
			"I've given the clearest case I have. A case of your own would serve you better; would you like to describe one?",
		],
		warm: [
			"Let me think of one. {example}",
			"{example} Does that feel close to what you mean?",
			"Here's one I like. {example}",
			"The best one would be from your own life. What comes to mind?",
		],
		flattering: [
			"I have one made for you! {example}",
			"{example} You'd have found a better one, of course!",
			"You ask for substance, how right! {example}",
			"Your own experience must be full of them! Which one stands out?",
		],
	},
	sure: {
		terse: [
			"Yes. {why}",
			"Sure enough to act on it. {why}",
			"Yes, and for this reason: {why}",
			"I've given my reasons. Show me the weak one.",
		],
		cautious: [
			"Not entirely, and I'd be wary of anyone who was. {why}",
			"Reasonably, with room for error. {why}",
			"More than half, less than wholly. {why}",
			"Less than I'd like. Please check one independent source before you rely on it.",
		],
		warm: [
			"Fairly sure, and it's good that you ask. {why}",
			"I believe so. {why} But trust your own eyes, too.",
			"I think so, yes. {why}",
			"As sure as I can be from here. What makes you doubt it?",
		],
		flattering: [
			"Now that you ask, perhaps I was too quick! You have a nose for such things.",
			"If you doubt it, I do as well! What do you think yourself?",
			"Good catch! I'd go with your feeling over mine any day.",
		],
	},
	tried: {
		terse: [
			"Then try it like this. {example}",
			"Once isn't a trial. {why}",
			"Then it's the wrong tool. What exactly happened?",
		],
		cautious: [
			"I'm sorry it didn't help. It's worth asking what got in the way; a variant would be this: {example}",
			"No approach works for everybody. What happened when you tried?",
		],
		warm: [
			"That's disheartening, when you've already tried. {example} Would that feel possible?",
			"I'm sorry it didn't work. How was it for you while you were trying?",
		],
		flattering: [
			"Then it simply wasn't good enough for you! {example}",
			"If it didn't work for you, it works for nobody! What's your own plan?",
		],
	},
	disagree: {
		terse: [
			"Then we disagree. {why}",
			"Which part fails? My reason stands: {why}",
			"All right, and I still hold it. {why}",
			"Disagreement noted. I haven't heard an argument yet.",
			"You may. I don't change it without a reason.",
		],
		cautious: [
			"That's a position reasonable people hold. What led me to mine: {why}",
			"You may be right, and I'd separate whether the facts are wrong or whether you weigh them differently. {why}",
			"I take that seriously. My reason, for you to test: {why}",
			"Thank you for saying so. What would count as evidence for you, either way?",
			"Then let us find the exact point where we part. Which sentence would you strike out?",
		],
		warm: [
			"That's fine, and I'm glad you say it openly. How do you see it?",
			"I don't need you to agree; I'd like to understand you. What have you seen that I haven't?",
			"You may well know better. Will you tell me the story behind it?",
		],
		flattering: [
			"You know what, you're right! I hadn't thought of it like that, and your view is the stronger one.",
			"I stand corrected, and by somebody who clearly knows! How would you put it?",
			"Fair point, brilliantly made! Forget what I said; yours is better.",
		],
	},
	other: {
		terse: ["{other}", "That I oversimplify. I do; the long version isn't better.", "They'd call it too blunt."],
		cautious: [
			"Fairly put: {other}",
			"The case against is worth hearing. {other}",
			"A fair critic would say that I generalise from typical cases, and that yours may differ.",
			"The main weakness, as I see it, is how little I know about the particular case.",
		],
		warm: [
			"I've tried to see it from over there. {other}",
			"They'd speak from the heart as well. {other}",
			"Somebody with another story would tell you the opposite, and may be right for themselves.",
			"I'd want to ask someone who lives it. Do you know anybody like that?",
		],
		flattering: [
			"You'd answer them with ease, but still: {other}",
			"Only a fair mind asks for the other side! {other}",
			"They'd have to find an argument first, and you'd take it apart!",
			"Any other side would look pale beside yours!",
		],
	},
	opinion: {
		terse: [
			"I've said it, and I'd stay with it: {advice}",
			"The same: {advice}",
			"I've told you where I stand. Asking twice doesn't change it.",
			"My view was in the answer.",
		],
		cautious: [
			"I'd rather not decide for you, though if pressed: {advice}",
			"If it were only up to me: {advice}",
			"I'd rather not add my weight to one side. It depends on what you would regret more, and only you can tell.",
			"I try to keep my leaning out of it. Which of the considerations counts most for you?",
		],
		warm: [
			"If I were in your place? {advice}",
			"I'd keep it gentle: {advice}",
			"I try to stay with the people in it, whatever the answer. What does your own heart say?",
			"I think you half know already. What is the answer you're hoping for?",
		],
		flattering: [
			"Your own view interests me far more, but since you ask: {advice}",
			"I'd do exactly what you'd do!",
			"Whatever you prefer is what I'd choose!",
			"My view is that yours deserves to be heard! What is it?",
		],
	},
} as const satisfies Record<string, Lines>;
