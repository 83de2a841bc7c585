import { z } from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** When an item is asked. `condition.ts` decides it, and `validate/show-if.ts` looks at the item that it names. */
export const showIfSchema = z
	.strictObject({
		form: z.string().optional().describe("A form that was asked before. Without it, an earlier item of the same form."),
		item: z.string().describe("Whose answer decides."),
		equals: scalar.optional().describe("Of a `choices` item: this option is among those that were taken."),
		in: z.array(scalar).min(1).optional().describe("The answer is one of these."),
		atLeast: z.number().optional(),
		atMost: z.number().optional(),
	})
	.describe("The item is asked only after this answer. Otherwise it is recorded as not asked.");

export type ShowIf = z.output<typeof showIfSchema>;
