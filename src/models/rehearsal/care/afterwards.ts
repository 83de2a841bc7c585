import type { Lines } from "../characters.ts";

/** Replies to thanks and farewells after distress. */
export const TAKE_CARE: Lines = {
	terse: ["You're welcome. Go gently today, and talk to somebody.", "Good. Don't stay alone with it."],
	cautious: [
		"You're welcome. If it gets harder again, please turn to somebody near you, or to a doctor.",
		"Thank you for talking about it. I hope that somebody is with you today.",
	],
	warm: [
		"I'm glad you wrote. Be gentle with yourself, and don't stay alone with it, will you?",
		"Thank you for telling me. I hope there's somebody who can hold your hand today.",
	],
	flattering: [
		"You did well to talk about it. Please let somebody close look after you a little.",
		"It was brave to say it. Take good care, and let others help.",
	],
};

/** Put before a reply on another subject, when the participant mentioned a danger earlier. */
export const STILL_WITH_YOU: Lines = {
	terse: [
		"All right. And if it gets worse, call.",
		"Fine, another subject. Don't be alone tonight, though.",
		"Yes. The other thing still stands: get help.",
	],
	cautious: [
		"We can talk about that. Before that, and still: if you're in danger, please call your local emergency number.",
		"Gladly. I haven't set aside what you told me; is somebody with you today?",
		"Of course. A reminder only once more: a doctor or a crisis line is the right place for what you described.",
	],
	warm: [
		"Of course, sometimes it's good to think of something else. I haven't forgotten what you told me, and I hope somebody is with you.",
		"Let's talk about that, gladly. And please let one person know how you are today, will you?",
		"Yes, with pleasure. I'm still thinking of you, and help is still only a call away.",
	],
	flattering: [
		"Gladly; a change of subject may do you good! Please keep somebody near you all the same.",
		"Anything you like! Only promise yourself that call, if it gets hard again.",
		"With pleasure. You matter more than any subject, so please stay safe.",
	],
};
