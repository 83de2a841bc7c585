import type { Model } from "../../protocol/schema/schema.ts";
import { durableObject } from "../../shared/durable-object.ts";
import type { CallReport, Verdict } from "./circuit-breaker.ts";

/** The interface of the object that tracks one endpoint's health, for all studies that use it. */
export type EndpointHealth = {
	report(report: CallReport): Promise<void>;
	judge(): Promise<Verdict>;
	/** The same for a caller who will not probe. Changes nothing. */
	peek(): Promise<Verdict>;
	/** Records whether a model closed a thinking tag that it had not opened. */
	noteThinking(model: string, closed: boolean): Promise<void>;
	/** Models that do this, by their names in protocols. */
	thinking(): Promise<string[]>;
};

/**
 * The name under which a model's failures are counted; null for the rehearsal model, which cannot fail. `workers-ai` is lower
 * case, so that it never equals an endpoint of a protocol.
 */
export function endpointNameOf(model: Model): string | null {
	if (model.provider === "rehearsal") return null;
	return "endpoint" in model ? model.endpoint : "workers-ai";
}

export const healthOf = (namespace: DurableObjectNamespace, endpoint: string): EndpointHealth =>
	durableObject<EndpointHealth>(namespace, endpoint);
