import type { Fault } from "../../shared/problem.ts";
import { answerSizeFaults } from "../answers/answer-size.ts";
import type { Protocol } from "../schema/schema.ts";
import { analysisFaults } from "./analyses.ts";
import { armFaults } from "./arms.ts";
import { budgetFaults } from "./budgets.ts";
import { conversationFaults } from "./conversations.ts";
import { designFaults } from "./design.ts";
import { eligibilityFaults } from "./eligibility.ts";
import { withCorrectedFormNames } from "./faults/corrected-form-names.ts";
import { flowFaults, missingForms, misspeltForms, unaskedForms } from "./flow.ts";
import { formFaults } from "./forms/forms.ts";
import { guessFaults } from "./forms/guesses.ts";
import { rankingFaults } from "./forms/rankings.ts";
import { showIfFaults } from "./forms/show-if.ts";
import { helpFaults } from "./help.ts";
import { modelFaults } from "./models.ts";
import { recruitmentFaults } from "./recruitment.ts";
import { blankTextFaults } from "./texts/blank-texts.ts";
import { languageFaults, ownTextFaults } from "./texts/own-texts.ts";

type Check = (protocol: Protocol) => Fault[];

const CHECKS: readonly Check[] = [
	blankTextFaults,
	languageFaults,
	ownTextFaults,
	helpFaults,
	modelFaults,
	armFaults,
	designFaults,
	conversationFaults,
	formFaults,
	showIfFaults,
	answerSizeFaults,
	guessFaults,
	flowFaults,
	eligibilityFaults,
	budgetFaults,
	recruitmentFaults,
	analysisFaults,
];

/**
 * What no single field can know: names that must exist, numbers that must fit each other. Every check runs whatever the
 * others found, so that a researcher sees all faults at once. A misspelt name of a form is a fault where it stands; the other
 * checks take it for what was meant.
 */
export const validateDraft = (protocol: Protocol): Fault[] => [
	...misspeltForms(protocol),
	...faultsIn(CHECKS, { ...protocol, ...withCorrectedFormNames(protocol) }),
];

/** What a draft may leave open, and an open study may not. */
export const unfinished = (protocol: Protocol): Fault[] => [
	...missingForms(protocol),
	...faultsIn([rankingFaults, unaskedForms], { ...protocol, ...withCorrectedFormNames(protocol) }),
];

const faultsIn = (checks: readonly Check[], protocol: Protocol): Fault[] => checks.flatMap((check) => check(protocol));

/**
 * The same checks over a protocol of which some parts could not be read: a check that needs such a part is left out. A slip
 * in one field then hides no fault of another.
 */
export function validateReadable(parts: Readonly<Record<string, unknown>>): Fault[] {
	const written = readable(parts);
	const meant = readable({ ...parts, ...(attempt(() => withCorrectedFormNames(written)) ?? {}) });
	return [
		...(attempt(() => missingForms(written)) ?? []),
		...[...CHECKS, rankingFaults].flatMap((check) => attempt(() => check(meant)) ?? []),
	];
}

const readable = (parts: Readonly<Record<string, unknown>>): Protocol =>
	new Proxy(parts, {
		get(read, name) {
			if (typeof name === "string" && Object.hasOwn(read, name)) return read[name];
			throw new Unreadable();
		},
	}) as Protocol;

/** Null where the work needs a part that could not be read. */
function attempt<T>(work: () => T): T | null {
	try {
		return work();
	} catch (error) {
		if (error instanceof Unreadable) return null;
		throw error;
	}
}

class Unreadable extends Error {}
