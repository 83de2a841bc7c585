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
import { attempt, readable } from "./readable.ts";
import { RECRUITMENT_CHECKS } from "./recruitment.ts";
import { blankTextFaults } from "./texts/blank-texts.ts";
import { languageFaults, ownTextFaults } from "./texts/own-texts.ts";

type Check = (protocol: Protocol) => Fault[];

/** A function, because a bundler keeps a list with another one spread into it, also where nobody uses it. */
const checks = (): readonly Check[] => [
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
	...RECRUITMENT_CHECKS,
	analysisFaults,
];

/**
 * Rules across fields: names that must exist, numbers that must fit. Every check runs, so that a researcher sees all
 * faults at once. A misspelt form name is a fault where it is written; other checks use the corrected name.
 */
export const validateDraft = (protocol: Protocol): Fault[] => [
	...misspeltForms(protocol),
	...faultsIn(checks(), { ...protocol, ...withCorrectedFormNames(protocol) }),
];

/** What a draft may leave open, and an open study may not. */
export const unfinished = (protocol: Protocol): Fault[] => [
	...missingForms(protocol),
	...faultsIn([rankingFaults, unaskedForms], { ...protocol, ...withCorrectedFormNames(protocol) }),
];

const faultsIn = (of: readonly Check[], protocol: Protocol): Fault[] => of.flatMap((check) => check(protocol));

/**
 * The same checks for a protocol with unreadable parts: a check that needs such a part is left out, so a fault in one
 * field hides no fault of another. `forms` are the readable ones, if not all are.
 */
export function validateReadable(parts: Readonly<Record<string, unknown>>, forms: Protocol["forms"]): Fault[] {
	const written = readable<Protocol>(parts);
	const meant = readable<Protocol>({ ...parts, ...(attempt(() => withCorrectedFormNames(written)) ?? {}) });
	const checked = [...checks(), rankingFaults].flatMap((check) => attempt(() => check(meant)) ?? []);
	return [
		...(attempt(() => missingForms(written)) ?? []),
		...checked,
		...("forms" in parts ? [] : formFaults({ forms })),
	];
}
