import type { ArmLabel } from "./plan.ts";

/** The only way to read a label as a text. `test/unit/architecture.test.ts` checks who imports this file: rows do, views do not. */
export const labelText = (label: ArmLabel): string => label as unknown as string;

/** A label that was drawn or stored. */
export const asLabel = (text: string): ArmLabel => text as unknown as ArmLabel;
