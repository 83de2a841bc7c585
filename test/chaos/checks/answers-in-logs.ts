import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { canonicalJson, type Json } from "../../../src/shared/json.ts";
import type { AnswerKind, SentAnswer, Violation } from "../ledger.ts";
import { type Check, eventsOf, kept, short } from "./evidence.ts";

/** Events that an answer makes. */
const MADE_BY: Readonly<Record<AnswerKind, readonly SessionEvent["type"][]>> = {
	consent: ["ConsentGiven", "ConsentDeclined"],
	form: ["FormAnswered"],
	message: ["MessageSent"],
	choice: ["CandidateChosen"],
	end: ["ConversationEnded", "AllocationGivenUp"],
	retry: ["ReplyAskedAgain"],
};
const ANSWERS = Object.values(MADE_BY).flat();

/** Every acknowledged answer is once in its session's log, as it was sent. A retry while a place is drawn makes no event. */
export const answersAreInLogs: Check = (known, found) =>
	kept(known).answers.flatMap((sent): Violation[] => {
		if (!sent.acknowledged || (sent.kind === "retry" && sent.conversation === null)) return [];
		const made = eventsOf(found, sent.session).filter((event) => isAnswerTo(event, sent.step));
		const fault = (detail: string): Violation[] => [
			{ rule: "an acknowledged answer is once in the log", who: sent.participant, detail: `${detail}: ${short(sent)}` },
		];
		if (made.length !== 1) return fault(`${made.length} events`);
		const [event] = made;
		return event && says(event, sent) ? [] : fault(`the log has ${short(event)}`);
	});

/** No log has an answer that no participant sent. */
export const logsHaveNothingElse: Check = (known, found) => {
	const { people, answers } = kept(known);
	return people.flatMap(({ participant, session }) =>
		eventsOf(found, session).flatMap((event): Violation[] => {
			const step = "step" in event ? event.step : null;
			if (step === null || !isAnswerTo(event, step)) return [];
			const isSent = answers.some((sent) => sent.session === session && sent.step === step && says(event, sent));
			return isSent ? [] : [{ rule: "a log has sent answers alone", who: participant, detail: short(event) }];
		}),
	);
};

const isAnswerTo = (event: SessionEvent, step: string): boolean =>
	ANSWERS.includes(event.type) && "step" in event && event.step === step;

function says(event: SessionEvent, { kind, answer }: SentAnswer): boolean {
	if (!MADE_BY[kind].includes(event.type)) return false;
	const sent = answer as Record<string, Json>;
	switch (event.type) {
		case "ConsentGiven":
			return sent.accept === true;
		case "ConsentDeclined":
			return sent.accept === false;
		case "FormAnswered":
			return canonicalJson(event.answers) === canonicalJson(sent.answers ?? null);
		case "MessageSent":
			return event.text === sent.text;
		case "CandidateChosen":
			return event.chosen === sent.chosen && canonicalJson(event.scores) === canonicalJson(sent.scores ?? null);
		default:
			return true;
	}
}
