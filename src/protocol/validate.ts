import type { Fault } from "../shared/problem.ts";
import type { Protocol } from "./schema.ts";
import { armFaults } from "./validate/arms.ts";
import { conversationFaults } from "./validate/conversations.ts";
import { designFaults } from "./validate/design.ts";
import { eligibilityFaults } from "./validate/eligibility.ts";
import { flowFaults } from "./validate/flow.ts";
import { formFaults } from "./validate/forms.ts";
import { guessFaults } from "./validate/guesses.ts";
import { modelFaults } from "./validate/models.ts";
import { rankingFaults } from "./validate/rankings.ts";
import { recruitmentFaults } from "./validate/recruitment.ts";

/**
 * What no single field can know: names that must exist, numbers that must fit each other. Every check runs whatever the
 * others found, so that a researcher sees all faults at once.
 */
export const validate = (protocol: Protocol): Fault[] => [
	...modelFaults(protocol),
	...armFaults(protocol),
	...designFaults(protocol),
	...conversationFaults(protocol),
	...formFaults(protocol),
	...rankingFaults(protocol),
	...guessFaults(protocol),
	...flowFaults(protocol),
	...eligibilityFaults(protocol),
	...recruitmentFaults(protocol),
];
