import type { ArmLabel } from "./plan.ts";

/** The one way to read a label as a text. Who imports this file is checked by `test/unit/architecture.test.ts`: rows do, views do not. */
export const labelText = (label: ArmLabel): string => label as unknown as string;

/** What was drawn, or comes back from where it was stored. */
export const asLabel = (text: string): ArmLabel => text as unknown as ArmLabel;
