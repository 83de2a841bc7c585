import { NO_VALUE } from "../../../protocol/steps/stratum-key.ts";
import type { AllocationRequest } from "../../../randomisation/allocator/allocator-client.ts";
import type { ActiveState, Study } from "../../domain/state.ts";

/** Everything that the allocator gets about a participant. */
export function allocationRequest(study: Study, state: ActiveState): AllocationRequest {
	const strata = Object.fromEntries(study.protocol.design.strata.map((name) => [name, stratumValue(state, name)]));
	const { sessionId: session, pool, protocolHash } = state.facts;
	return { session, pool, strata, protocolHash };
}

/** `attributes.region` or `answers.about.region`. A missing value is a stratum of its own. */
function stratumValue(state: ActiveState, name: string): string {
	const [from, first, second] = name.split(".");
	const form = from === "answers" ? state.forms.find(({ form: id }) => id === first) : undefined;
	const value = from === "answers" ? form?.answers[second ?? ""] : state.facts.attributes[first ?? ""];
	return value === undefined || value === null ? NO_VALUE : String(value);
}
