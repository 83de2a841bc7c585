import { NO_VALUE } from "../protocol/stratum-key.ts";
import type { AllocationRequest } from "../randomisation/client.ts";
import type { ActiveState, Study } from "./state.ts";

/** What the allocator is told of a participant: who, which pool, and the values of the strata. Nothing else. */
export function allocationRequest(study: Study, state: ActiveState): AllocationRequest {
	const strata = Object.fromEntries(study.protocol.design.strata.map((name) => [name, stratumValue(state, name)]));
	return { session: state.facts.sessionId, pool: state.facts.pool, strata };
}

/** `attributes.region` or `answers.about.region`. Who has no value is a stratum too, or would be nowhere. */
function stratumValue(state: ActiveState, name: string): string {
	const [from, first, second] = name.split(".");
	const form = from === "answers" ? state.forms.find(({ form: id }) => id === first) : undefined;
	const value = from === "answers" ? form?.answers[second ?? ""] : state.facts.attributes[first ?? ""];
	return value === undefined || value === null ? NO_VALUE : String(value);
}
