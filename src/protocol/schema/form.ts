import { z } from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** When an item is asked. `condition.ts` decides it, and `validate/forms/show-if.ts` checks the item that it names. */
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

const name = z
	.string()
	.regex(/^[a-z][a-z0-9_-]{0,47}$/, "lower-case letters, digits, hyphens and underscores, 48 at most");
const label = z.string().trim().min(1);
const option = z.strictObject({ value: z.string().min(1).max(200).describe("What is stored."), label });
const options = z
	.array(option)
	.min(1)
	.refine((list) => new Set(list.map(({ value }) => value)).size === list.length, "two options have the same value");

const common = {
	id: name.describe("Its name in answers, rules, strata and exports."),
	label: label.describe("The question."),
	help: z.string().optional().describe("Smaller, below the question."),
	showIf: showIfSchema.optional(),
};
const asked = { ...common, required: z.boolean().default(true).describe("Whether it has to be answered.") };

/** Anchors at both ends of a numeric item. */
const ends = {
	minLabel: z.string().optional().describe("At the lower end."),
	maxLabel: z.string().optional().describe("At the upper end."),
	notApplicable: z.boolean().default(false).describe("Offers “not applicable”, which is stored as null."),
};

/** `correct` makes an item an attention check, which any other answer fails. It never leaves the server. */
const correct = "The one right answer: makes the item an attention check.";

export const itemSchema = z.discriminatedUnion("kind", [
	z
		.strictObject({
			...asked,
			kind: z.literal("vas"),
			min: z.number().default(0),
			max: z.number().default(100),
			step: z.number().positive().default(1),
			...ends,
		})
		.describe("A visual analogue scale: a slider without a starting position, its number hidden."),
	z
		.strictObject({
			...asked,
			kind: z.literal("likert"),
			min: z.int().default(1),
			max: z.int().default(7),
			step: z.literal(1).default(1),
			...ends,
			correct: z.number().optional().describe(correct),
		})
		.describe("A row of points."),
	z
		.strictObject({
			...asked,
			kind: z.literal("number"),
			min: z.number().optional(),
			max: z.number().optional(),
			step: z.number().positive().optional().describe("Counted from min, or from 0. Without it, any number."),
			...ends,
			correct: z.number().optional().describe(correct),
		})
		.describe("A number to type."),
	z
		.strictObject({ ...asked, kind: z.literal("choice"), options, correct: z.string().optional().describe(correct) })
		.describe("One of the options."),
	z
		.strictObject({
			...asked,
			kind: z.literal("choices"),
			options,
			min: z.int().nonnegative().optional().describe("Options at least; 1 where the item is required."),
			max: z.int().min(1).optional().describe("Options at most."),
			correct: z.array(z.string()).optional().describe(correct),
		})
		.describe("Any of the options."),
	z
		.strictObject({
			...asked,
			kind: z.literal("text"),
			min: z.int().nonnegative().optional().describe("Characters at least."),
			maxLength: z.int().min(1).max(20_000).default(4000).describe("Characters at most."),
			correct: z.string().optional().describe(correct),
		})
		.describe("A text to write."),
	z
		.strictObject({
			...asked,
			kind: z.literal("ranking"),
			options: z
				.union([options, z.enum(["conversations", "panes"])])
				.describe("Options, or the participant's own conversations, or the panes of a side-by-side."),
		})
		.describe("Everything that is offered, best first."),
	z
		.strictObject({
			...asked,
			kind: z.literal("guess"),
			slot: z
				.string()
				.regex(/^[a-h]$/, "a letter from a to h")
				.optional()
				.describe("Of a side-by-side, and only there: the pane that is meant."),
			unknown: label.default("I do not know").describe("The last option, always offered."),
		})
		.describe(
			"Which arm the conversation was: a choice of the arms' descriptions, in an order drawn for each participant. What was taken stays unreadable until the study is unblinded.",
		),
	z.strictObject({ ...common, kind: z.literal("info") }).describe("A text between the questions."),
]);

export const formSchema = z.strictObject({
	title: label,
	shuffle: z.boolean().default(false).describe("The order of the items is drawn for each participant."),
	each: z
		.literal("conversations")
		.optional()
		.describe(
			"Asked once for each conversation, with its messages at hand: for a form in the flow after `conversations`.",
		),
	pages: z
		.union([z.literal(true), z.int().min(1).max(50)])
		.optional()
		.describe("The form comes in pages of so many items; true: of four. Without it, on one page."),
	items: z.array(itemSchema).min(1),
});

export type Form = z.output<typeof formSchema>;
export type Item = z.output<typeof itemSchema>;
