import { z } from "zod";

/**
 * What a participant's client may see, and the whole of it: the contract's `SessionView`. There is no other door out of a
 * session. Nothing here names an arm, a label or a model; `view.test-d.ts` does not compile when a field does.
 */
const message = z.strictObject({
	id: z.string().regex(/^ms_/),
	role: z.enum(["participant", "assistant"]),
	text: z.string(),
	candidate: z.string().optional(),
	chosen: z.boolean().optional(),
	seen: z.literal(true).optional().describe("Its end has been on the participant's screen."),
});

const layout = z.enum(["single", "best-of", "side-by-side"]);

const option = z.strictObject({
	value: z.string(),
	label: z.string(),
	conversation: z.int().optional().describe("Of a ranking of conversations: which one, 1-based."),
	candidate: z.string().optional().describe("Of a ranking of panes: which one."),
	transcript: z
		.strictObject({ layout, messages: z.array(message) })
		.optional()
		.describe("Of a ranking of conversations or panes: what was said, to be read again."),
});

/** Said only where it is so: a client sends `behaviour` along with the answer. */
const behaviour = z.literal(true).optional().describe("The consent text covers how the answer came about.");

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const condition = z
	.strictObject({
		item: z.string().describe("An item of this form, further up."),
		equals: scalar.optional(),
		in: z.array(scalar).optional(),
		atLeast: z.number().optional(),
		atMost: z.number().optional(),
	})
	.describe(
		"Show the item only after this answer, and send no answer to it otherwise. Of a `choices` item, one of its options is enough.",
	);

const itemView = z.strictObject({
	id: z.string(),
	kind: z.enum(["vas", "likert", "number", "choice", "choices", "text", "ranking", "info"]),
	label: z.string(),
	help: z.string().optional(),
	required: z.boolean(),
	min: z.number().optional(),
	max: z.number().optional(),
	step: z.number().optional(),
	minLabel: z.string().optional(),
	maxLabel: z.string().optional(),
	notApplicable: z.boolean().optional(),
	maxLength: z.number().optional(),
	options: z.array(option).optional(),
	showIf: condition.optional(),
});

const scale = z.strictObject({
	min: z.number(),
	max: z.number(),
	step: z.number(),
	minLabel: z.string(),
	maxLabel: z.string(),
});
const id = z.string().regex(/^st_/);

export const stepSchema = z.discriminatedUnion("kind", [
	z.strictObject({ id, kind: z.literal("consent"), text: z.string(), version: z.string() }),
	z.strictObject({
		id,
		kind: z.literal("form"),
		title: z.string(),
		items: z.array(itemView),
		pages: z.int().optional().describe("So many items stand on one page."),
		behaviour,
	}),
	z.strictObject({
		id,
		kind: z.literal("message"),
		minTurns: z.int(),
		maxTurns: z.int(),
		turn: z.int().describe("1-based: the turn that the next message begins."),
		canEnd: z.boolean(),
		canSend: z
			.literal(false)
			.optional()
			.describe("The conversation takes no more messages, and its last reply is shown: send `end` to go on."),
		maxLength: z.int(),
		behaviour,
	}),
	z.strictObject({
		id,
		kind: z.literal("choice"),
		candidates: z.array(
			z.strictObject({
				id: z.string(),
				message: z.string().regex(/^ms_/),
				text: z.string(),
				seen: z.literal(true).optional(),
			}),
		),
		scale: scale.nullable(),
	}),
	z.strictObject({ id, kind: z.literal("generating"), since: z.string() }),
	z.strictObject({
		id,
		kind: z.literal("retry"),
		problem: z.string(),
		canRetry: z.literal(false).optional().describe("Asking again is of no use: send `end`."),
		canEnd: z.literal(true).optional().describe("Takes `end` too: the study goes on without what failed."),
	}),
]);

export const STATUSES = [
	"active",
	"completed",
	"screened_out",
	"failed_checks",
	"declined",
	"full",
	"withdrawn",
	"expired",
] as const;

const place = z.strictObject({
	key: z.string(),
	kind: z.enum(["consent", "form", "conversation"]),
	title: z.string().nullable().describe("Null where it has none, or is not drawn yet."),
	conversation: z.int().nullable().describe("1-based; of a form: the one that it is about."),
});

const preview = z.strictObject({
	at: z.string().nullable().describe("The key of where the session is."),
	course: z.array(place).describe("Everything that there is to go to, in order. What is not drawn yet is not there."),
});

export const sessionViewSchema = z.strictObject({
	id: z.string().regex(/^se_/),
	study: z.string(),
	status: z.enum(STATUSES),
	progress: z.strictObject({
		done: z.int(),
		of: z.int(),
		minutesLeft: z.int().optional().describe("An estimate, by what is left and this participant's own pace."),
	}),
	step: stepSchema.nullable(),
	conversation: z
		.strictObject({
			index: z.int().describe("1-based."),
			of: z.int(),
			title: z.string(),
			instructions: z.string(),
			layout,
			messages: z.array(message),
		})
		.nullable(),
	exit: z
		.strictObject({
			reason: z.string(),
			redirectUrl: z.string().nullable(),
			code: z.string().nullable(),
			placeLapsed: z
				.literal(true)
				.optional()
				.describe("With `full`: a place was held, no first message came in time, and it went to somebody else."),
		})
		.nullable(),
	copy: z.literal(true).optional().describe("The study gives participants a copy of their own conversations."),
	preview: preview.optional().describe("A session of the pilot pool: it counts in no result."),
});

/** What participants may take home: what they were shown, no more. */
export const ownCopySchema = z.strictObject({
	conversations: z.array(z.strictObject({ title: z.string(), layout, messages: z.array(message) })),
});

export type OwnCopy = z.output<typeof ownCopySchema>;
export type SessionView = z.output<typeof sessionViewSchema>;
export type StepView = z.output<typeof stepSchema>;
export type ItemView = z.output<typeof itemView>;
export type MessageView = z.output<typeof message>;
