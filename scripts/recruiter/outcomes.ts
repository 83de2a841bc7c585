import { type ExitName, exitTypeOf, type ProlificExit } from "../../src/protocol/prolific/exits.ts";

/** Prolific's names of statuses. */
export type Status = "ACTIVE" | "AWAITING REVIEW" | "SCREENED OUT" | "RETURNED";

/** What Prolific does with a submission that is handed in with an exit's code. */
export type Outcome = {
	readonly exit: string;
	readonly type: string;
	readonly status: Status;
	readonly meaning: string;
};

export type Exits = Readonly<Record<string, ProlificExit>>;

/** One for each exit of this code: exits may share one. Empty for an unknown code. */
export const outcomesOf = (exits: Exits, code: string): Outcome[] =>
	Object.entries(exits).flatMap(([exit, given]) => (given.code === code ? [outcomeOf(exit, given)] : []));

function outcomeOf(exit: string, given: ProlificExit): Outcome {
	const type = exitTypeOf(exit as ExitName, given);
	const { fixedPay } = given;
	if (type === "screened_out" && fixedPay) {
		const { amount, places } = fixedPay;
		const meaning = `Prolific pays ${(amount / 100).toFixed(2)} (pounds or dollars) instead of the reward, to at most ${places} people. Then it pauses the study.`;
		return { exit, type, status: "SCREENED OUT", meaning };
	}
	return type === "returned"
		? { exit, type, status: "RETURNED", meaning: MEANINGS.returned }
		: { exit, type, status: "AWAITING REVIEW", meaning: MEANINGS[type] };
}

const MEANINGS = {
	completed: "You review the submission, and Prolific pays the study's reward.",
	screened_out: "You review the submission, because this exit has no fixedPay.",
	failed_checks: "You review the submission, and decide whether Prolific pays the reward.",
	full: "You review the submission, and decide whether Prolific pays the reward.",
	returned: "Prolific asks the participant to return the submission, without pay. Here they have done so.",
} as const;
