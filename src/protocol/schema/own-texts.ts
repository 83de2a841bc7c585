import { z } from "zod";
import { text } from "./field.ts";

const form = text.max(2000);

/** By plural category of the language; `{count}` decides which. */
const forms = z.strictObject({
	zero: form.optional(),
	one: form.optional(),
	two: form.optional(),
	few: form.optional(),
	many: form.optional(),
	other: form,
});

/** The keys are looked at in `validate/own-texts.ts`, which knows what there is. */
export const ownTextsSchema = z.record(z.string(), z.union([form, forms]));
