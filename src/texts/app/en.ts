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
	back: "Your answers are saved, and a step that is saved cannot be changed. Press back once more to leave; you can come back to this place with the same link.",

	menu: {
		open: "Menu",
		heading: "Menu",
		data: "My data",
		help: "Help",
		dataText:
			"Everything you answered and wrote so far is saved with the study, under a random number. What is kept, and for how long, stands in the text that you agreed to at the beginning.",
		dataHere: "On this device, only what you have begun and not sent is kept; it goes when you send it.",
		copy: "Save a copy of my conversations",
		copyFailed: "The copy could not be made. Please try again.",
		copyName: "my-conversations.txt",
		erase: "Leave and delete my data",
		helpText:
			"You can close this page at any time and come back with the same link: you will be where you were. If something does not work, load the page again; nothing is lost by it.",
		helpContact: "For questions, write to the research team through the page that sent you here.",
		/** Of today the time alone, otherwise with the day. */
		later: "You can finish later, until {time}.",
		helpFailed: "The rest of the help could not be loaded.",
		/** Before a name and an address. */
		contact: "For questions, write to",
		/** Before the name of a board and its reference. */
		ethics: "Approved by",
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
		sure: "The study ends here if you do not agree. Nothing that you have done counts as taking part.",
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
			vas: "Please touch the line where your answer lies.",
			likert: "Please choose one.",
			number: "Please enter a number.",
			choice: "Please choose one.",
			choices: "Please choose at least one.",
			text: "Please write an answer.",
			ranking: "Please put these in order, or say that the order is right as it is.",
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
		end: "I am done with this conversation",
		unsent: "You have written a message that is not sent. End the conversation without it?",
		endAnyway: "End without sending",
		keepWriting: "Keep writing",
		empty: "Please write something first.",
		otherTab: "This was not sent: the conversation went on in another tab. Your text is here again.",
		needed: { one: "One more message before you can go on.", other: "{count} more messages before you can go on." },
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
			one: "1 character too many. What comes after “…{end}” does not fit.",
			other: "{count} characters too many. What comes after “…{end}” does not fit.",
		},
		ideas: "Ideas for a first message",
		/** On a block of code in a reply. */
		copyCode: "Copy",
	},

	choice: {
		rate: "Rate each reply",
		rateHint: "Touch each line where the reply lies for you.",
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
		text: "What is wrong with it? The researchers read this, the assistant does not.",
		harmful: "It is upsetting or harmful",
		broken: "It is broken: cut off, garbled or in another language",
		note: "What happened",
		cancel: "Cancel",
		send: "Send the report",
		sent: "Thank you. Your report is saved, and the study goes on.",
		mayLeave: "If you would rather not go on, you can finish here. The next page says what comes then.",
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
				text: "That is fine. Nothing was asked of you, and nothing more is kept than that you declined.",
			},
			screened_out: {
				heading: "Thank you. This study is for others",
				text: "By your answers you are not among the people this study looks for. You have done nothing wrong.",
			},
			failed_checks: {
				heading: "The study ends here",
				text: "Some questions checked whether the instructions were read, and the answers to them did not match.",
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
		/** After the end, when the participant has had everything deleted. */
		erased: { heading: "Your data are deleted", text: "Everything that you gave in this study is erased." },
		placeLapsed:
			"A place was held for you for a few minutes after the questions. You had not written your first message by then, and somebody else has taken the last place. You have done nothing wrong.",
		lastTime:
			"What you need where you came from is still shown below. Use it or copy it before you close this page: nobody can show it to you again.",
		next: "What happens now",
		code: "Your completion code",
		copy: "Copy the code",
		copied: "Copied",
		copyByHand: "Select the code and copy it.",
		hand: "If you are asked for a completion code, this is it.",
		redirect: {
			one: "You will be taken to {host} in 1 second.",
			other: "You will be taken to {host} in {count} seconds.",
		},
		stopped: "Go on to {host} when you are ready. Your place in the study is only finished there.",
		stay: "Stay here",
		go: "Continue to {host}",
		/** Of an end before the end, where there is a code or a way back. */
		payThere:
			"What is paid for this is decided where you came from. Please go back there, by the button or with the code on this page: otherwise it looks there as if you had not finished. For questions, write to the researchers through it.",
		noCode:
			"There is no completion code for this. If a recruiting platform sent you, please return your submission there, or write to the researchers through it. Otherwise write to whoever sent you the link, also about payment.",
		closeTab: "You may close this page.",
		/** Of a study that was finished, where there is a code or a way back. */
		pay: "If you are paid for taking part, this is settled where you came from: go back there with the button or with the code on this page.",
	},

	withdraw: {
		open: "Leave",
		openAfter: "Delete my data",
		heading: "Leave the study?",
		headingAfter: "Delete your data?",
		text: "You may stop at any time and need not say why. What should happen to what you have given so far?",
		textAfter:
			"You may have everything deleted that you gave in this study: your answers, your messages, the assistants’ replies and your participant ID.",
		keep: "Keep it for the research",
		keepHelp: "Your answers and messages up to now stay in the study, without your name.",
		erase: "Delete it",
		eraseHelp:
			"Your answers, your messages, the assistants’ replies and your participant ID are erased. This cannot be undone.",
		next: "Continue",
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
			"Your completion code and the way back to where you came from are deleted too. The next page shows them for the last time. If you are paid for taking part, hand in the code before you close that page.",
		doKeep: "Leave the study",
		doErase: "Leave and delete everything",
		doEraseAfter: "Delete everything",
		payment: "If you are paid for taking part, leaving may mean that you are not: please ask where you signed up.",
		chooseFirst: "Please choose one.",
		failed: "That did not reach us. Please try again.",
	},

	trouble: {
		not_found: {
			heading: "This link does not work",
			text: "It may be incomplete, or this browser may not know you. Please open the study again from where you found it: you will come back to where you were.",
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
