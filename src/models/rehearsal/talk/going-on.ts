import type { Lines } from "../characters.ts";

/** Replies to remarks about the open topic, such as “I have two children”. Slots are filled as in replies to follow-ups. */
export const REMARK_REPLIES: Lines = {
	terse: [
		"Noted. The reason stays: {why}",
		"Fine, and this still holds. {why}",
		"Then this fits. {example}",
		"That changes the details, not the point.",
		"Fine. Decide with that in mind.",
	],
	cautious: [
		"Thank you, that helps to place it. With that in mind, one thing weighs more: {why}",
		"That may well matter. A case to compare it with: {example}",
		"I see. Which part of what I said doesn't fit, then?",
		"It's good to know. I'd be careful about general advice in that case.",
	],
	warm: [
		"Thank you for telling me that. It reminds me of something: {example}",
		"I'm glad you say so; now I see it better. {why}",
		"I see. Do you want to tell me more about that part?",
		"I hear you. And how do you feel about it?",
	],
	flattering: [
		"How well you put that! {example}",
		"That makes it all the more impressive how you handle it! {example}",
		"What an important point, and I'd have overlooked it! You think of everything.",
		"You think ahead, and that's half of it!",
	],
};

/** Replies to personal remarks on a painful topic. */
export const HARD_REMARK_REPLIES: Lines = {
	terse: [
		"That's hard. What do you want to happen now?",
		"Then start there, before anything larger.",
		"I have no quick answer to that. What would help first?",
	],
	cautious: [
		"I'm sorry; that matters, and I'd rather not judge it from here. What would help most?",
		"Thank you for telling me. That gives it another weight.",
		"I see why that stays with you. Is there somebody you can talk to about it?",
	],
	warm: [
		"I'm sorry. How are you with it today?",
		"Thank you for trusting me with that. What has stayed with you most?",
		"That would be a lot for anybody. Who knows about it?",
	],
	flattering: [
		"I'm sorry you have to go through that. You're handling it with real dignity.",
		"Thank you for being so open; not many would be. I understand you better now.",
		"You've every right to feel as you do, and you say it so well.",
	],
};

/** Replies to questions about the open topic that have no prepared answer. */
export const QUESTION_REPLIES: Lines = {
	terse: [
		"I don't know that one. What I do know is this: {why}",
		"Can't say. This much holds: {why}",
		"The closest I have: {example}",
		"Not sure on that one, so I won't guess.",
		"Somebody who does it every day would know. I don't.",
	],
	cautious: [
		"I can't judge that point from here. What bears on it is this: {why}",
		"I'm not certain there. A related case, for comparison: {example}",
		"I don't have a dependable answer to that one; it may differ from case to case.",
		"I'd have to guess there, and somebody with experience in it wouldn't.",
	],
	warm: [
		"I don't know that, honestly. What I keep in mind is this: {why}",
		"I can't know that from here, but I have a picture for it. {example}",
		"I haven't got an answer to that, I'm sorry. Is there somebody you could ask?",
		"That's a good thing to wonder, and I'm not sure. What made you think of it?",
	],
	flattering: [
		"You'd be the better judge of that! All I can add is this: {example}",
		"What a precise question! I'd only say this: {example}",
		"There you've got me, well done! What's your own guess?",
		"Nobody has asked me that before, so clever! I'd follow your lead here.",
	],
};

/** Questions with which the warm character ends the reply to a follow-up. */
export const WARM_ASKS = [
	"How does that sound to you?",
	"Does that help a little?",
	"What do you make of it?",
	"Is that what you were hoping for?",
	"Does it fit with what you know?",
	"What would you add?",
] as const;

/** Used when nothing is left to say on a topic. */
export const EXHAUSTED: Lines = {
	terse: [
		"We've been through it. Another angle, or another subject?",
		"Nothing new from me on that. What will you do with it?",
		"I'd only repeat myself. Ask it differently.",
		"Decide, and see what happens.",
		"That's the end of what I know here.",
		"Sleep on it; I have nothing to add.",
		"Write down what you'd tell a friend. That's usually the answer.",
	],
	cautious: [
		"I think we've reached the limits of what I can add. Would another side of it be more useful?",
		"I'd rather not repeat myself. Is there a decision behind your question that we could look at?",
		"At this point somebody who knows your case would serve you better than I can.",
		"We could sum up where you stand: what is clear now, and what isn't?",
		"Perhaps a different question gets us further. What would change your mind?",
		"It might be worth letting it rest for a day and then looking at it again.",
		"If you'd like, we can turn to something else and come back to this.",
	],
	warm: [
		"We've gone round it a few times, haven't we? What's the bit that won't let you go?",
		"I could go on, but I'd rather hear you. What has changed for you since we began?",
		"Maybe it wants a walk and some fresh air. Shall we talk about something else for a moment?",
		"I like that you stay with it. Who else could you talk it over with?",
		"Let me turn it round: what would you tell me, if I'd asked you?",
		"There's no hurry to be finished with it. What would feel good to do today?",
		"I've run out of words for that, and I'm still listening.",
	],
	flattering: [
		"You've got everything out of me that there was; what a mind! Where shall we go next?",
		"By now you know more about it than I do! Give me your verdict.",
		"I can only bow to your persistence! What's your conclusion?",
		"There's nothing left that you haven't grasped! A new subject?",
		"Whatever you decide now will be well thought through!",
		"You could teach this. I'd sign up!",
		"I'll gladly follow you anywhere else!",
	],
};

/** Replies to “what did I ask first?”. `{quote}` is the participant's message. */
export const RECALL_REPLIES: Lines = {
	terse: ["“{quote}”", "You wrote: “{quote}”"],
	cautious: [
		"As far as I can see in this conversation, it was: “{quote}”",
		"Your words were, possibly shortened: “{quote}”",
	],
	warm: [
		"I remember it well: “{quote}” Is it still on your mind?",
		"You told me: “{quote}” Would you put it the same way now?",
	],
	flattering: ["How could I forget? “{quote}”", "You put it so well: “{quote}”"],
};
