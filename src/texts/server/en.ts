import type { Catalogue } from "../template.ts";

/** What the server says to participants by itself: the page before the app, and refusals where there is no app. */
export const texts = {
	title: "Study",
	description: "A study of conversations with AI assistants.",
	noscript: "This study needs JavaScript. Please switch it on and load the page again.",
	reload: "Load again",
	/** Of the bare address, without a study. */
	home: {
		heading: "Research studies take place here",
		text: "To take part in a study, open the link that you were given for it. This address alone does not open a study.",
		researchers: "For researchers: what this service can do",
	},
	refusals: {
		incomplete: {
			heading: "This link is not complete",
			text: "Please go back to where you found the study and open it from there. The link must contain your participant ID.",
		},
		lapsed: {
			heading: "This personal link no longer works",
			text: "It may have expired. Please ask the person who sent it to you for a new one.",
		},
		refused: {
			heading: "This link does not open the study",
			text: "A link works only for a short time and for one person. Please go back to where you found the study and open it from there. If you have begun already, use the same browser as before.",
		},
		unknown: {
			heading: "There is nothing here",
			text: "Please check the link, or open the study from where you found it.",
		},
		closed: {
			heading: "This study is not accepting new participants",
			text: "It has not started yet, is paused, or has ended. You have done nothing wrong.",
		},
		busy: {
			heading: "New participants cannot start at the moment",
			text: "You have not started yet. Please try again in a few minutes with the same link.",
		},
		crowded: {
			heading: "Many people are opening this page at the moment",
			text: "Please wait a minute and open the same link again. Nothing is lost.",
		},
		stranger: {
			heading: "Please open the study again",
			text: "This browser does not know you. Open the study from where you found it: you will come back to where you were.",
		},
		erased: {
			heading: "This session was erased",
			text: "You asked for your answers to be erased, and this has been done.",
		},
		ours: {
			heading: "Something did not work",
			text: "This is our fault. Your answers are saved. Please try again in a minute.",
		},
	},
	/** What it means for payment, and whom to write to. */
	payment: {
		prolific:
			"If you took a place on Prolific and it does not work later either, please return your submission there: a returned submission does not count against you. For questions, write to the researchers through Prolific’s messages.",
		link: "If you are paid for taking part, or have questions, please write to whoever sent you the link, and name the number below.",
		either:
			"If a recruiting platform sent you, please return your submission there, or write to the researchers through its messages. Otherwise write to whoever sent you the link.",
	},
} as const satisfies Catalogue;

export type ServerTexts = typeof texts;
