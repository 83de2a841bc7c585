import type { Model } from "../../protocol/schema/schema.ts";
import type { CallReport } from "./circuit-breaker.ts";
import { endpointNameOf, healthOf } from "./endpoint-health-client.ts";

/** Reports how a call ended to the health object of the model's endpoint: null, or the reason of its failure. */
export type ReportCall = (model: Model, failure: string | null, seed: number) => void;

/** One in eight successful calls is reported, with weight eight: reporting every call would be most of the object's cost. */
const ONE_IN = 8;
/** Failures that the endpoint did not cause: an eviction, a retry that contradicted the shown text, or a self-identification. */
const NOT_OF_THE_ENDPOINT = ["evicted", "stopped", "contradicted", "self_identified"];

/** `by` distinguishes sessions. Reports are not awaited: a reply must neither wait for them nor fail with them. */
export function healthReporter(namespace: DurableObjectNamespace, by: string): ReportCall {
	const failedBefore = new Set<string>();
	return (model, failure, seed) => {
		const endpoint = endpointNameOf(model);
		if (endpoint === null || (failure !== null && NOT_OF_THE_ENDPOINT.includes(failure))) return;
		const report = reportOf(failure, seed, failedBefore.has(endpoint));
		if (failure === null) failedBefore.delete(endpoint);
		else failedBefore.add(endpoint);
		if (report)
			healthOf(namespace, endpoint)
				.report({ ...report, by })
				.catch(() => {});
	};
}

/** The first success after a failure is always reported, because it may end a pause. */
function reportOf(failure: string | null, seed: number, failedBefore: boolean): Omit<CallReport, "by"> | null {
	if (failure !== null) return { failed: true, weight: 1 };
	if (seed % ONE_IN === 0) return { failed: false, weight: ONE_IN };
	return failedBefore ? { failed: false, weight: 1 } : null;
}
