import type { Protocol } from "../../protocol/schema/schema.ts";
import type { Fault } from "../../shared/problem.ts";
import { capabilityFaults } from "./capabilities.ts";
import { type Bindings, missingEndpoints } from "./endpoints.ts";

/** Why this Worker could not ask the models of a study as its protocol has it: nothing of it is found out by a participant. */
export const modelOpeningFaults = (protocol: Protocol, bindings: Bindings): Fault[] => [
	...missingEndpoints(protocol, bindings),
	...capabilityFaults(protocol),
];
