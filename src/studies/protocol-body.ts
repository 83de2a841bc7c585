import { asComponent } from "../access/component.ts";
import { protocolSchema } from "../protocol/schema.ts";

/** A protocol as a body: the contract's document has it as one component. */
export const protocolBody = asComponent("Protocol", protocolSchema);
