import type { Fault } from "../shared/problem.ts";
import type { Protocol } from "./schema.ts";
import { armFaults } from "./validate/arms.ts";
import { blankTextFaults } from "./validate/blank-texts.ts";
import { conversationFaults } from "./validate/conversations.ts";
import { designFaults } from "./validate/design.ts";
import { eligibilityFaults } from "./validate/eligibility.ts";
import { flowFaults, flowNameFaults } from "./validate/flow.ts";
import { formFaults } from "./validate/forms.ts";
import { guessFaults } from "./validate/guesses.ts";
import { modelFaults } from "./validate/models.ts";
import { rankingFaults } from "./validate/rankings.ts";
import { recruitmentFaults } from "./validate/recruitment.ts";

type Check = (protocol: Protocol) => Fault[];

const CHECKS: readonly Check[] = [
	blankTextFaults,
	modelFaults,
	armFaults,
	designFaults,
	conversationFaults,
	formFaults,
	guessFaults,
	flowFaults,
	eligibilityFaults,
	recruitmentFaults,
];

/** A draft may be half written: it may name a form that is still to come, or rank what there will be. An open study may not. */
const UNFINISHED: readonly Check[] = [flowNameFaults, rankingFaults];

/**
 * What no single field can know: names that must exist, numbers that must fit each other. Every check runs whatever the
 * others found, so that a researcher sees all faults at once.
 */
export const validateDraft = (protocol: Protocol): Fault[] => CHECKS.flatMap((check) => check(protocol));

/** What a draft may leave open, and an open study may not. */
export const unfinished = (protocol: Protocol): Fault[] => UNFINISHED.flatMap((check) => check(protocol));

/**
 * The same checks over a protocol of which some parts could not be read: a check that needs such a part is left out. A slip
 * in one field then hides no fault of another.
 */
export function validateReadable(parts: Readonly<Record<string, unknown>>): Fault[] {
	const protocol = new Proxy(parts, {
		get(read, name) {
			if (typeof name === "string" && Object.hasOwn(read, name)) return read[name];
			throw new Unreadable();
		},
	}) as Protocol;
	return [...CHECKS, ...UNFINISHED].flatMap((check) => {
		try {
			return check(protocol);
		} catch (error) {
			if (error instanceof Unreadable) return [];
			throw error;
		}
	});
}

class Unreadable extends Error {}
