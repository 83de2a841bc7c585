import { z } from "zod";
import { DURATION } from "../../shared/clock.ts";
import { analysisSchema } from "./analysis.ts";
import { armSchema } from "./arm.ts";
import { budgetSchema } from "./budget.ts";
import { conversationSchema, type scaleSchema } from "./conversation.ts";
import { designSchema } from "./design.ts";
import { name, text } from "./field.ts";
import { formSchema } from "./form.ts";
import { contactSchema, debriefSchema, reportsSchema, supportSchema } from "./help.ts";
import { modelSchema } from "./model.ts";
import { ownTextsSchema } from "./own-texts.ts";
import { recruitmentSchema } from "./recruitment.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const ruleSchema = z
	.strictObject({
		form: z.string().describe("Named before `conversations` in the flow."),
		item: z.string(),
		atLeast: z.number().optional(),
		atMost: z.number().optional(),
		equals: scalar.optional(),
		oneOf: z.array(scalar).min(1).optional(),
		includes: scalar.optional().describe("Of a `choices` item: this option is among those that were taken."),
	})
	.describe("What an answer has to be. With several operators, all of them.");

const paceSchema = z
	.union([
		z.literal("as-is"),
		z.strictObject({
			firstFrameMs: z.int().min(0).max(60_000).describe("Until the first words appear."),
			charactersPerSecond: z.number().min(1).max(10_000),
		}),
	])
	.default({ firstFrameMs: 900, charactersPerSecond: 90 })
	.describe(
		"How every arm's replies appear, however fast its model is. as-is: as they come, which can tell arms apart.",
	);

const blindingSchema = z.strictObject({
	level: z.enum(["double", "single"]).default("double").describe("double: researchers too, until somebody unblinds."),
	pace: paceSchema,
	selfIdentification: z
		.enum(["record", "mask", "regenerate"])
		.default("record")
		.describe("What happens to a reply in which a model names itself or its maker."),
});

/**
 * A study as data. This one schema parses a protocol, fills its defaults, and gives its JSON Schema. `validate.ts`
 * checks rules across fields. Objects are strict: a misspelt name is a fault with a pointer, never a silent default.
 */
export const protocolSchema = z.strictObject({
	$schema: z.string().optional().describe("Where an editor finds this schema. No part of the study."),
	slug: name.describe("The study's name in addresses."),
	title: text.describe("Shown to participants."),
	duration: z
		.string()
		.regex(DURATION, "an ISO 8601 duration of days and less, such as PT25M")
		.optional()
		.describe("How long the study takes, as participants are told. The remaining time that they see starts here."),
	notes: z
		.array(text)
		.optional()
		.describe("What a reader of the protocol should know: assumptions, sources. Shown to no participant."),
	language: z
		.string()
		.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a BCP 47 language tag")
		.default("en")
		.describe("Of the study's texts, as a BCP 47 tag."),
	texts: ownTextsSchema
		.optional()
		.describe(
			"The study's own words for buttons, hints and errors, by their path in docs/reference/texts.md: `chat.send`. With `{count}`, a text may have plural forms.",
		),
	system: text.optional().describe("The system prompt that all arms share."),
	blinding: blindingSchema
		.prefault({})
		.describe("Who may know which arm is which, and what is done so that nobody can tell."),
	models: z.record(name, modelSchema).describe("By a name of your own, which arms refer to."),
	arms: z.array(armSchema).min(1).max(26).describe("What is compared."),
	design: designSchema.describe("Who meets which arm, when."),
	conversations: z.array(conversationSchema).min(1).describe("Their order is drawn for each participant."),
	consent: z
		.strictObject({
			version: text.describe("Recorded with each consent."),
			text: text.describe("Markdown, its key points first."),
			behaviour: z
				.boolean()
				.optional()
				.describe(
					"The text says that pastes, lost focus and typing times are recorded: then they are, as covariates. Not by default.",
				),
			copy: z.boolean().optional().describe("Participants can save a copy of their own conversations. Not by default."),
		})
		.describe("What participants agree to before anything else."),
	contact: contactSchema.optional().describe("Whom participants can write to: in the menu and on the last page."),
	support: supportSchema
		.optional()
		.describe(
			"Markdown by country, and as `default` for all others: where people in distress find somebody to talk to. In the menu, and after a report of a harmful reply.",
		),
	reports: reportsSchema
		.optional()
		.describe(
			"By what a reply is reported as: the exit that is then offered. Without it, a report is recorded and the study goes on. The webhook event `reply.reported` tells your server of each report.",
		),
	debrief: debriefSchema
		.optional()
		.describe(
			"Markdown for the last page. One text for all exits, or a text by exit. With one, the last page leads nobody away by itself.",
		),
	forms: z.record(name, formSchema).default({}).describe("By a name of your own, which `flow` and `after` refer to."),
	flow: z
		.array(z.string())
		.min(1)
		.describe(
			"consent, then forms and conversations in the order in which they come. Randomisation is at conversations.",
		),
	recruitment: recruitmentSchema.prefault({}).describe("Who may come in, and how they leave."),
	eligibility: z.array(ruleSchema).default([]).describe("Who fails a rule ends as screened_out, before randomisation."),
	checks: z
		.strictObject({ failAfter: z.int().min(1).describe("So many failed attention checks end the session.") })
		.optional()
		.describe("Without it, failed attention checks are only recorded."),
	limits: z
		.strictObject({
			tokensPerSession: z.int().min(1).optional().describe("The older name of `session.tokens`."),
			session: budgetSchema
				.optional()
				.describe("Of one session. Each of its conversations may use an equal share, and ends when that is used up."),
			study: budgetSchema
				.optional()
				.describe("Of all sessions. When it is spent nobody new is taken in, and whoever has begun can finish."),
			messageCharacters: z.int().min(1).max(32_000).default(4000).describe("Of a participant's message."),
		})
		.prefault({}),
	analysis: analysisSchema.optional(),
});

/** A protocol with its defaults filled, which all other rooms use. */
export type Protocol = z.output<typeof protocolSchema>;
/** A protocol as a researcher writes it. */
export type ProtocolInput = z.input<typeof protocolSchema>;
export type Model = Protocol["models"][string];
export type Arm = Protocol["arms"][number];
export type Design = Protocol["design"];
export type Conversation = Protocol["conversations"][number];
export type Layout = Conversation["layout"];
export type Scale = z.output<typeof scaleSchema>;
export type EligibilityRule = Protocol["eligibility"][number];
export type Pace = Protocol["blinding"]["pace"];
