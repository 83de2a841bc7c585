import { z } from "zod";
import { text } from "./field.ts";

const form = text.max(2000);

/** By the language's plural category, which `{count}` decides. */
const forms = z.strictObject({
	zero: form.optional(),
	one: form.optional(),
	two: form.optional(),
	few: form.optional(),
	many: form.optional(),
	other: form,
});

/** `validate/texts/own-texts.ts` checks the keys against the list of texts. */
export const ownTextsSchema = z.record(z.string(), z.union([form, forms]));
