import type { Protocol } from "../../protocol/schema/schema.ts";
import type { Fault } from "../../shared/problem.ts";
import { capabilityFaults } from "./capabilities.ts";
import { type Bindings, missingEndpoints } from "./endpoints.ts";

/** Why this Worker cannot call a study's models as its protocol says. Checked at opening, so that no participant runs into it. */
export const modelOpeningFaults = (protocol: Protocol, bindings: Bindings): Fault[] => [
	...missingEndpoints(protocol, bindings),
	...capabilityFaults(protocol),
];
