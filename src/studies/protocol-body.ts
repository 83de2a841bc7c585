import { asComponent } from "../http/component.ts";
import { protocolSchema } from "../protocol/schema/schema.ts";

/** A protocol as a body: the contract's document has it as one component. */
export const protocolBody = asComponent("Protocol", protocolSchema);
