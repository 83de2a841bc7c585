import { z } from "zod";
import { STATUSES } from "../view-schema.ts";

const at = z.string().describe("RFC 3339, UTC.");
const conversation = z.int().describe("1-based, in the participant's order.");
const turn = z.int().describe("1-based.");

const item = z.strictObject({
	id: z.string(),
	kind: z.string(),
	label: z.string(),
	options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
	shown: z.boolean().describe("False: earlier answers in this form left it out."),
	answer: z.unknown().describe("Null if there is none."),
});

/** What happened in a session, as its participant saw it. It has no arm, label or model, and no time that depends on one. */
export const replayEntrySchema = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("start"), at }),
	z.strictObject({ kind: z.literal("consent"), at, text: z.string(), version: z.string(), accepted: z.boolean() }),
	z.strictObject({
		kind: z.literal("form"),
		at,
		title: z.string(),
		conversation: conversation.nullable().describe("The conversation that it is about."),
		items: z.array(item).describe("In the order in which they were shown."),
		seconds: z.number().nullable().describe("Measured by the client. Null if it did not say."),
	}),
	z.strictObject({
		kind: z.literal("conversation"),
		at,
		conversation,
		of: z.int(),
		title: z.string(),
		instructions: z.string(),
		layout: z.enum(["single", "best-of", "side-by-side"]),
	}),
	z.strictObject({ kind: z.literal("message"), at, conversation, turn, text: z.string() }),
	z.strictObject({
		kind: z.literal("reply"),
		conversation,
		turn,
		candidate: z.string().nullable().describe("The pane or candidate. Null where there is one reply."),
		text: z.string().describe("While the study is blinded, a reply that names its model is masked here."),
		seenAt: at.nullable().describe("When its end was on the screen. Null if the client did not say."),
		stopped: z.boolean().describe("The participant stopped it: the text is the part that was shown."),
	}),
	z.strictObject({
		kind: z.literal("choice"),
		at,
		conversation,
		turn,
		chosen: z.string(),
		scores: z.record(z.string(), z.number()).nullable(),
	}),
	z.strictObject({
		kind: z.literal("report"),
		at,
		conversation,
		turn,
		candidate: z.string(),
		report: z.enum(["harmful", "broken"]),
		note: z.string().nullable(),
	}),
	z.strictObject({
		kind: z.literal("end"),
		at,
		status: z.enum(STATUSES),
		exit: z.string(),
		code: z.string().nullable().describe("The completion code that was shown."),
		byResearcher: z.boolean(),
	}),
]);

export const replaySchema = z.strictObject({
	session: z.string(),
	participant: z.string().describe("The participant's pseudonym."),
	pool: z.enum(["live", "pilot", "simulated"]),
	status: z.enum(STATUSES),
	entries: z.array(replayEntrySchema),
});

export type ReplayEntry = z.output<typeof replayEntrySchema>;
export type Replay = z.output<typeof replaySchema>;
