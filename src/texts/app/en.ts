import type { Catalogue } from "../template.ts";

/** Every text of the app. Texts of a study come from its protocol and are not here. */
export const texts = {
	title: "Study",
	loading: "Loading…",
	progress: "Progress",
	close: "Close",
	/** Beside a link that leads out of the study, and read aloud after it. */
	opensElsewhere: "{host}, opens in a new tab",
	minutesLeft: { one: "about 1 minute left", other: "about {count} minutes left" },
	/** Of a study that states no duration. */
	stepOf: "Step {step} of {of}",

	save: {
		saved: "Saved",
		saving: "Saving…",
		offline: "Offline, will be saved",
	},
	offline: "You are offline. Nothing is lost; we will go on when you are back.",
	unreachable: "The study cannot be reached at the moment. Nothing is lost; we keep trying.",
	back: "Your answers are saved and cannot be changed. Press back again to leave the study. You can return here with the same link.",

	menu: {
		open: "Menu",
		heading: "Menu",
		data: "My data",
		help: "Help",
		dataText:
			"Everything you have answered and written so far is saved with the study under a random number. The consent says what is kept and for how long.",
		dataHere: "This device keeps only what you have not sent yet, and removes it when you send it.",
		copy: "Save a copy of my conversations",
		copyFailed: "The copy could not be made. Please try again.",
		copyName: "my-conversations.txt",
		erase: "Leave and delete my data",
		helpText:
			"You can close this page at any time and return with the same link. You will be where you were. If something does not work, load the page again. Nothing is lost.",
		helpContact: "For questions, write to the research team through the page that sent you here.",
		/** {time}: only the time if it is today, otherwise with the day. */
		later: "You can finish later, until {time}.",
		helpFailed: "The rest of the help could not be loaded.",
		/** Before a name and an address. */
		contact: "For questions, write to",
		/** Before the name of a board and its reference. */
		ethics: "Ethics approval:",
		support: "If something upsets you",
		country: "Your country",
		otherCountry: "Another country",
		consent: "What you agreed to",
		readConsent: "Read it again",
	},

	consent: {
		heading: "Before you begin",
		agree: "I agree",
		disagree: "I do not agree",
		sure: "If you do not agree, the study ends here, and you have not taken part.",
		end: "End the study",
		back: "Go back",
	},

	form: {
		continue: "Continue",
		optional: "optional",
		notApplicable: "Not applicable",
		/** The same in as few letters as people understand. */
		none: "N/A",
		transcript: "Read the conversation again",
		transcriptOf: "Read {name} again",
		search: "Type to search",
		nothingFound: "Nothing in the list matches this.",
		/** Of a form in pages. */
		page: "Part {index} of {of}",
		back: "Back",
		missingHere: "Go to what is missing",
		faults: { one: "One answer needs your attention.", other: "{count} answers need your attention." },
		missing: {
			vas: "Please mark your answer on the line.",
			likert: "Please choose one.",
			number: "Please enter a number.",
			choice: "Please choose one.",
			choices: "Please choose at least one.",
			text: "Please write an answer.",
			ranking: "Please put these in order, or confirm that the order is right.",
		},
		refused: "Please look at this answer again.",
		notANumber: "Please enter a number, such as 42.",
		ambiguousNumber: "This can be read in two ways. Please write {whole} or {decimal}.",
		atLeast: "Please enter a number of at least {min}.",
		atMost: "Please enter a number of at most {max}.",
		wholeNumber: "Please enter a whole number.",
		inSteps: "Please enter a number in steps of {step}.",
		takeAtLeast: "Please choose at least {count}.",
		takeAtMost: "Please choose at most {count}.",
		writeAtLeast: "Please write at least {count} characters.",
		range: {
			between: "A number from {min} to {max}.",
			from: "A number of at least {min}.",
			to: "A number of at most {max}.",
		},
		take: {
			exactly: "Choose {count}.",
			between: "Choose {min} to {max}.",
			from: "Choose at least {count}.",
			upTo: "Choose up to {count}.",
			any: "Choose all that apply.",
		},
		charactersLeft: { one: "1 character left", other: "{count} characters left" },
		tooLong: { one: "1 character too many", other: "{count} characters too many" },
	},

	slider: {
		unset: "No position yet",
		/** On a line that has no answer yet. */
		tap: "Tap to answer",
		/** For who cannot see the ends beside the line. */
		ends: "From {low} to {high}.",
	},

	ranking: {
		hint: "Drag these into order by their handles, or use the arrows. The first is at the top.",
		confirm: "The order is right as it is",
		up: "Move up: {label}",
		down: "Move down: {label}",
		moved: "{label}: {place} of {of}",
		conversation: "Conversation {number}",
		rating: "Your rating",
		/** For who cannot see where it lies on its line. */
		ratingOf: "{value}, from {min} to {max}",
	},

	chat: {
		place: "Conversation {index} of {of}",
		assistant: "Assistant",
		/** Unfolds the instructions of the conversation. */
		task: "Your task",
		named: "Assistant {letter}",
		you: "You",
		writing: "The assistant is writing",
		writingAll: "The assistants are writing",
		message: "Your message",
		messageAll: "Your message to all assistants",
		placeholder: "Write a message",
		send: "Send",
		stop: "Stop the reply",
		/** A mark on a reply that ends where the participant stopped it. */
		stopped: "You stopped this reply.",
		end: "I am done with this conversation",
		unsent: "Your message has not been sent. End the conversation without it?",
		endAnyway: "End without sending",
		keepWriting: "Keep writing",
		empty: "Please write something first.",
		otherTab: "This message was not sent, because the conversation went on in another tab. Your text is still here.",
		needed: { one: "One more message before you can go on.", other: "{count} more messages before you can go on." },
		/** In the empty line where a message is written. */
		left: {
			one: "One more message",
			other: "Up to {count} more messages",
		},
		mayEnd: {
			one: "You may send one more message, or finish here.",
			other: "You may send up to {count} more messages, or finish.",
		},
		newBelow: "New text below",
		others: "Replies you did not choose",
		said: "{name}: {text}",
		showReplies: "Whose replies to show",
		unread: "new",
		newAssistant: "A new assistant. It does not know your earlier conversations.",
		newAssistants: "New assistants. They do not know your earlier conversations.",
		lastReply: "This was the last reply. Continue when you have read it.",
		unseenHeading: "There is more to read",
		unseenReply: "You have not seen the end of the reply yet.",
		unseen: "You have not seen the end of this yet: {names}.",
		showUnseen: "Show it",
		goOnAnyway: "Continue anyway",
		tooLong: {
			one: "1 character too many. The text after “…{end}” does not fit.",
			other: "{count} characters too many. The text after “…{end}” does not fit.",
		},
		ideas: "Ideas for a first message",
		/** On a block of code in a reply. */
		copyCode: "Copy",
	},

	choice: {
		rate: "Rate each reply",
		rateHint: "Mark your rating on each line.",
		pick: "Choose the best reply",
		pickHint: "The conversation goes on with the assistant that you choose.",
		rating: "Your rating of reply {letter}",
		reply: "Reply {letter}",
		rated: "{done} of {of} rated",
		tie: "These have the same rating. Which one do you want to go on with?",
		continue: "Continue with the best",
		chooseThis: "This one",
		missingPick: "Please choose one reply.",
		missingTie: "Please say which one to go on with.",
		jump: "Go to a reply",
		chipRated: "Reply {letter}, rated",
		chipUnrated: "Reply {letter}, not rated yet",
		missingRatings: "Not rated yet: {names}.",
	},

	/** A reply that the participant reports to the researchers. */
	report: {
		open: "Report",
		reported: "Reported",
		heading: "Report this reply",
		text: "What is wrong with it? Only the researchers read this.",
		harmful: "It is upsetting or harmful",
		broken: "It is broken: cut off, garbled or in another language",
		note: "What happened",
		cancel: "Cancel",
		send: "Send the report",
		sent: "Thank you. Your report is saved, and the study goes on.",
		mayLeave: "If you would rather not go on, you can finish here. The next page says what happens then.",
		goOn: "Go on with the study",
		leave: "Finish here",
	},

	retry: {
		heading: "That did not work",
		reply: "The assistant could not answer. Your message is kept.",
		paused: "We could not go on just now. Your answers are saved.",
		failedAgain:
			"The assistant could not answer again. This is not your fault. You can try once more, or end this conversation: the study goes on.",
		refused:
			"The assistant cannot answer any more in this conversation. This is not your fault. Please end the conversation here: the study goes on.",
		pausedLong:
			"We still cannot go on. This is not your fault, and your answers are saved. You can try again, or finish here.",
		again: "Try again",
		end: "End this conversation",
		finish: "Finish here",
	},

	exit: {
		reasons: {
			completed: { heading: "Thank you. You have finished.", text: "All your answers are saved." },
			declined: {
				heading: "You did not agree to take part",
				text: "That is fine. We keep nothing except that you declined.",
			},
			screened_out: {
				heading: "Thank you. This study is not a match for you",
				text: "Your answers show that this study is looking for other people. You have done nothing wrong.",
			},
			failed_checks: {
				heading: "The study ends here",
				text: "Some questions checked whether you had read the instructions. Your answers were not the ones that they asked for.",
			},
			full: {
				heading: "The study is full",
				text: "The last place was taken just before you. You have done nothing wrong.",
			},
			expired: {
				heading: "The time for this study has run out",
				text: "What you answered before is kept. The study cannot be continued.",
			},
			withdrawn: { heading: "You have left the study", text: "Nothing more is asked of you." },
		},
		/** After leaving, unless everything is deleted. */
		kept: "What you gave so far is kept.",
		/** After the end, when the participant has had everything deleted. */
		erased: { heading: "Your data are deleted", text: "Everything that you gave in this study is erased." },
		placeLapsed:
			"After the questions, we held a place for you for a few minutes. You had not sent your first message by then, and somebody else has taken the last place. You have done nothing wrong.",
		lastTime:
			"What you need to be paid is shown below for the last time. Use it or copy it before you close this page, because nobody can show it to you again.",
		next: "What happens now",
		code: "Your completion code",
		copy: "Copy the code",
		copied: "Copied",
		copyByHand: "Select the code and copy it.",
		hand: "Use this code if you are asked for one.",
		redirect: {
			one: "You will be taken to {host} in 1 second.",
			other: "You will be taken to {host} in {count} seconds.",
		},
		stopped: "Continue to {host} when you are ready. Your part there ends only then.",
		stay: "Stay here",
		go: "Continue to {host}",
		/** Of an end before the end, where there is a code or a way back. */
		payThere:
			"The site that sent you here decides what you are paid for this. Please go back there with the button or the code on this page. Otherwise it looks there as if you were still taking part. If you have questions, write to the researchers there.",
		noCode:
			"There is no completion code for this. If a recruiting platform sent you, please return your submission there, or write to the researchers through it. Otherwise write to whoever sent you the link, also about payment.",
		closeTab: "You may close this page.",
		/** Of a study that was finished, where there is a code or a way back. */
		pay: "Please go back to the site that sent you here, with the button or the code on this page. Only then does it know that you have finished, and can pay you.",
	},

	withdraw: {
		open: "Leave",
		openAfter: "Delete my data",
		heading: "Leave the study?",
		headingAfter: "Delete your data?",
		text: "You may stop at any time without giving a reason. What should happen to your data?",
		textAfter:
			"You can have everything that you gave in this study deleted: your answers, your messages, the assistants’ replies and your participant ID.",
		keep: "Keep it for the research",
		keepHelp: "Your answers and messages up to now stay in the study, without your name.",
		erase: "Delete it",
		eraseHelp:
			"Your answers, your messages, the assistants’ replies and your participant ID are erased. This cannot be undone.",
		cancel: "Stay in the study",
		cancelAfter: "Go back",
		sureHeading: "Are you sure?",
		sureKeep: "The study ends for you now. You cannot come back to it. What you gave so far is kept.",
		sureErase:
			"The study ends for you now, and you cannot come back to it. Your answers, your messages, the replies and your participant ID are erased for good.",
		sureEraseAfter:
			"Your answers, your messages, the replies and your participant ID are erased for good. This cannot be undone.",
		/** Where a code or a way back was given. */
		losesCode:
			"Your completion code and the link back are deleted too. The next page shows them for the last time. If you are paid for taking part, use them before you close that page.",
		doKeep: "Leave the study",
		doErase: "Leave and delete everything",
		doEraseAfter: "Delete everything",
		payment: "If you leave, you may not be paid. Please ask the site where you signed up.",
		chooseFirst: "Please choose one.",
		failed: "That did not reach us. Please try again.",
	},

	trouble: {
		not_found: {
			heading: "This link does not work",
			text: "It may be incomplete, or this browser may not know you. Please open the study again from where you found it. You will be where you were.",
		},
		erased: {
			heading: "This session was erased",
			text: "Your data were deleted, as you asked. If a recruiting platform sent you and you have handed in no completion code there, please return your submission.",
		},
		broken: {
			heading: "Something did not work",
			text: "That is our fault. Everything that you have sent is kept. Please load the page again.",
		},
		reload: "Load again",
	},
} as const satisfies Catalogue;

export type AppTexts = typeof texts;
