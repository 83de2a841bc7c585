import { z } from "zod";

/**
 * Everything that a participant's client may see: the contract's `SessionView`. All data for participants passes through
 * it. It has no arm, label or model; `view.test-d.ts` does not compile if a field has one.
 */
const message = z.strictObject({
	id: z.string().regex(/^ms_/),
	role: z.enum(["participant", "assistant"]),
	text: z.string(),
	candidate: z.string().optional(),
	chosen: z.boolean().optional(),
	seen: z.literal(true).optional().describe("Its end has been on the participant's screen."),
	stopped: z.literal(true).optional().describe("The participant stopped it: the text is the part that was shown."),
});

const layout = z.enum(["single", "best-of", "side-by-side"]);

const option = z.strictObject({
	value: z.string(),
	label: z.string(),
	conversation: z.int().optional().describe("For rankings of conversations: the conversation, 1-based."),
	candidate: z.string().optional().describe("For rankings of panes: the pane."),
	rating: z
		.strictObject({
			label: z.string(),
			value: z.number(),
			min: z.number(),
			max: z.number(),
			minLabel: z.string().optional(),
			maxLabel: z.string().optional(),
		})
		.optional()
		.describe("For rankings of conversations: the participant's answer to the first scale of the form after it."),
	transcript: z
		.strictObject({ layout, messages: z.array(message) })
		.optional()
		.describe("For rankings of conversations or panes: the messages, to be read again."),
});

/** Present only if the client has to send `behaviour` with the answer. */
const behaviour = z
	.literal(true)
	.optional()
	.describe("The consent text covers recording of behaviour: send it with the answer.");

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
		turn: z.int().describe("The turn that the next message starts, 1-based."),
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
				stopped: z.literal(true).optional(),
			}),
		),
		scale: scale.nullable(),
	}),
	z.strictObject({ id, kind: z.literal("generating"), since: z.string() }),
	z.strictObject({
		id,
		kind: z.literal("retry"),
		problem: z.string(),
		canRetry: z.literal(false).optional().describe("Present if a retry cannot help: send `end`."),
		canEnd: z
			.literal(true)
			.optional()
			.describe("Present if `end` is accepted too: the study goes on without the failed part."),
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
	title: z.string().nullable().describe("Null if it has no title or is not drawn yet."),
	conversation: z.int().nullable().describe("1-based. For a form: the conversation that it is about."),
});

const preview = z.strictObject({
	at: z.string().nullable().describe("The key of the current step."),
	course: z
		.array(place)
		.describe("All steps that the preview can jump to, in order. Steps that are not drawn yet are left out."),
});

const contact = z.strictObject({ name: z.string(), email: z.string(), ethics: z.string().optional() });

export const sessionViewSchema = z.strictObject({
	id: z.string().regex(/^se_/),
	study: z.string(),
	status: z.enum(STATUSES),
	erased: z.boolean().describe("The participant's texts and answers are deleted."),
	progress: z.strictObject({
		done: z.int(),
		of: z.int(),
		minutesLeft: z
			.int()
			.optional()
			.describe("If the study states its duration: what is left of it, at this participant's speed."),
		minutesAfterStep: z.int().optional().describe("The same, after the current step."),
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
			ideas: z.array(z.string()).optional().describe("Opening messages to choose from, while nothing is said."),
			stop: z.literal(true).optional().describe("A reply may be stopped while it is shown."),
			textEveryMs: z
				.int()
				.optional()
				.describe(
					"About how many milliseconds pass from one piece of a reply's text to the next. A client may show each piece little by little until the next one.",
				),
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
				.describe(
					"With `full`: the participant's place lapsed, because no first message came in time, and somebody else has it.",
				),
			debrief: z.string().optional().describe("Markdown."),
			contact: contact.optional(),
		})
		.nullable(),
	copy: z.literal(true).optional().describe("Participants of this study can save a copy of their own conversations."),
	preview: preview.optional().describe("Present for sessions of the pilot pool, which count in no result."),
});

/** What the menu shows. */
export const helpSchema = z.strictObject({
	consent: z.strictObject({ version: z.string(), text: z.string() }),
	contact: contact.optional(),
	support: z
		.record(z.string(), z.string())
		.optional()
		.describe("Markdown by country (ISO 3166-1), and as `default` for all others."),
	until: z.string().nullable().describe("When the session expires. Null after its end."),
	leaveAfter: z
		.array(z.enum(["harmful", "broken"]))
		.describe(
			"After reports of these kinds, `withdraw` takes `reported` and leaves by the exit that the study offers.",
		),
});
export type HelpView = z.output<typeof helpSchema>;

/** The copy for participants: only what they were shown. */
export const ownCopySchema = z.strictObject({
	conversations: z.array(z.strictObject({ title: z.string(), layout, messages: z.array(message) })),
});

export type OwnCopy = z.output<typeof ownCopySchema>;
export type SessionView = z.output<typeof sessionViewSchema>;
export type StepView = z.output<typeof stepSchema>;
export type ItemView = z.output<typeof itemView>;
export type MessageView = z.output<typeof message>;
