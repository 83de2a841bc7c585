import type { Model } from "../../protocol/schema/schema.ts";
import { durableObject } from "../../shared/durable-object.ts";
import type { CallReport, Verdict } from "./circuit-breaker.ts";

/** What is known of an endpoint, as its callers see it: one object an endpoint, whatever studies use it. */
export type EndpointHealth = {
	report(report: CallReport): Promise<void>;
	judge(): Promise<Verdict>;
	/** A model of this endpoint closed a thought that it had not opened, or, known for that, did not. */
	noteThinking(model: string, closed: boolean): Promise<void>;
	/** The models that are known for it, by their names in protocols. */
	thinking(): Promise<string[]>;
};

/** The endpoint that a model is served by; null for the rehearsal model, which cannot fail. In lower case no protocol can name it. */
export function endpointNameOf(model: Model): string | null {
	if (model.provider === "rehearsal") return null;
	return "endpoint" in model ? model.endpoint : "workers-ai";
}

export const healthOf = (namespace: DurableObjectNamespace, endpoint: string): EndpointHealth =>
	durableObject<EndpointHealth>(namespace, endpoint);
