import type { Fault } from "../shared/problem.ts";
import { answerSizeFaults } from "./answer-size.ts";
import type { Protocol } from "./schema.ts";
import { armFaults } from "./validate/arms.ts";
import { blankTextFaults } from "./validate/blank-texts.ts";
import { budgetFaults } from "./validate/budgets.ts";
import { conversationFaults } from "./validate/conversations.ts";
import { designFaults } from "./validate/design.ts";
import { eligibilityFaults } from "./validate/eligibility.ts";
import { flowFaults, missingForms, misspeltForms, unaskedForms } from "./validate/flow.ts";
import { formFaults } from "./validate/forms.ts";
import { guessFaults } from "./validate/guesses.ts";
import { helpFaults } from "./validate/help.ts";
import { languageFaults } from "./validate/language.ts";
import { asMeant } from "./validate/meant.ts";
import { modelFaults } from "./validate/models.ts";
import { rankingFaults } from "./validate/rankings.ts";
import { recruitmentFaults } from "./validate/recruitment.ts";
import { showIfFaults } from "./validate/show-if.ts";

type Check = (protocol: Protocol) => Fault[];

const CHECKS: readonly Check[] = [
	blankTextFaults,
	languageFaults,
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
];

/**
 * What no single field can know: names that must exist, numbers that must fit each other. Every check runs whatever the
 * others found, so that a researcher sees all faults at once. A misspelt name of a form is a fault where it stands; the other
 * checks take it for what was meant.
 */
export const validateDraft = (protocol: Protocol): Fault[] => [
	...misspeltForms(protocol),
	...faultsIn(CHECKS, { ...protocol, ...asMeant(protocol) }),
];

/** What a draft may leave open, and an open study may not. */
export const unfinished = (protocol: Protocol): Fault[] => [
	...missingForms(protocol),
	...faultsIn([rankingFaults, unaskedForms], { ...protocol, ...asMeant(protocol) }),
];

const faultsIn = (checks: readonly Check[], protocol: Protocol): Fault[] => checks.flatMap((check) => check(protocol));

/**
 * The same checks over a protocol of which some parts could not be read: a check that needs such a part is left out. A slip
 * in one field then hides no fault of another.
 */
export function validateReadable(parts: Readonly<Record<string, unknown>>): Fault[] {
	const written = readable(parts);
	const meant = readable({ ...parts, ...(attempt(() => asMeant(written)) ?? {}) });
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
