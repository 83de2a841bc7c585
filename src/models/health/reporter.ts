import type { Model } from "../../protocol/schema/schema.ts";
import type { CallReport } from "./circuit-breaker.ts";
import { endpointNameOf, healthOf } from "./client.ts";

/** Tells the health of a model's endpoint how a call ended: null, or the reason of its failure. */
export type ReportCall = (model: Model, failure: string | null, seed: number) => void;

/** Of answers one in eight is told and stands for eight: a report a call would be most of what the object costs. */
const ONE_IN = 8;
/** Not the endpoint's doing: the object was evicted, the model said something else than what had been shown, or who it is. */
const OURS = ["evicted", "contradicted", "self_identified"];

/** `by` tells one session's calls from another's. Not waited for: a reply must not wait for the health of what wrote it, nor fail with it. */
export function healthReporter(namespace: DurableObjectNamespace, by: string): ReportCall {
	const failedBefore = new Set<string>();
	return (model, failure, seed) => {
		const endpoint = endpointNameOf(model);
		if (endpoint === null || (failure !== null && OURS.includes(failure))) return;
		const told = reportOf(failure, seed, failedBefore.has(endpoint));
		if (failure === null) failedBefore.delete(endpoint);
		else failedBefore.add(endpoint);
		if (told)
			healthOf(namespace, endpoint)
				.report({ ...told, by })
				.catch(() => {});
	};
}

/** The first answer after a failure is always told: it may be the one that ends a pause. */
function reportOf(failure: string | null, seed: number, failedBefore: boolean): Omit<CallReport, "by"> | null {
	if (failure !== null) return { failed: true, weight: 1 };
	if (seed % ONE_IN === 0) return { failed: false, weight: ONE_IN };
	return failedBefore ? { failed: false, weight: 1 } : null;
}
