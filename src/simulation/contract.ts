import { z } from "@hono/zod-openapi";
import { participantId } from "../access/participant-id/participant-id.ts";
import type { Protocol } from "../protocol/schema/schema.ts";
import { RUN_STATUSES } from "../runs/run-control.ts";
import { timestamp } from "../shared/clock.ts";
import { POSITIONS } from "./model/past-talk.ts";
import { policySchema } from "./policy/policy-schema.ts";
import { CONDITIONS, type RunState } from "./simulation-client.ts";

export const MOST_PARTICIPANTS = 5_000;
const MOST_IDS = 2_000;

const count = z.int().min(1).max(MOST_PARTICIPANTS);

/** The request that starts a run. Its limits keep it within the 64 kB of a body. */
export const newRunSchema = z
	.strictObject({
		condition: z
			.enum(CONDITIONS)
			.describe(
				"`scripted`: a seeded policy, without a model. `converse`: a model takes part in the study. `judge`: a model rates and ranks the conversations that people had.",
			),
		model: z
			.string()
			.max(64)
			.optional()
			.describe("The simulating model: a name in the protocol's `models`. Not for `scripted`."),
		participants: z
			.union([z.enum(["finished", "profiles"]), count, z.array(participantId).min(1).max(MOST_IDS)])
			.optional()
			.describe(
				"`finished`: everybody who has completed the study. `profiles`: everybody with a profile. A number: so many scripted participants, or a sample of those who have completed. A list: pseudonyms of people, or ids of scripted participants.",
			),
		personas: z
			.array(z.string().min(1).max(4000))
			.min(1)
			.max(500)
			.optional()
			.describe("Personas of your own, one participant each, instead of `participants`."),
		persona: z
			.string()
			.min(1)
			.max(8000)
			.optional()
			.describe(
				"The template of a persona over profile fields and `{{history}}`, or the name of a preset: `plain`, `demographics`, `interview`, `user-model`. `plain` by default.",
			),
		positions: z
			.enum(POSITIONS)
			.optional()
			.describe(
				"For `judge` only. `seen`, the default: conversations and replies stand where the person saw them. `drawn`: they are drawn anew for each simulated participant.",
			),
		temperature: z
			.number()
			.min(0)
			.max(2)
			.optional()
			.describe("Of the simulating model in this run. By default, that of the protocol."),
		timeout: z
			.int()
			.min(1)
			.max(300)
			.optional()
			.describe(
				"Seconds that a call of the simulating model may take; 60 by default. A call that takes longer is repeated.",
			),
		samples: z.int().min(1).max(20).default(1).describe("Simulated participants for each person."),
		seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
		policy: policySchema.optional().describe("For `scripted` only."),
		budget: z
			.strictObject({ tokens: z.int().min(1).optional(), cost: z.number().positive().optional() })
			.optional()
			.describe("What the simulating model may spend. The run stops after the call that reaches it."),
		concurrency: z
			.int()
			.min(1)
			.max(32)
			.default(8)
			.describe("Participants who are in their conversations at the same time."),
	})
	.openapi("NewSimulation");

export type NewRunRequest = z.output<typeof newRunSchema>;

const counts = z.record(z.string(), z.int());

export const runSchema = z
	.strictObject({
		run: z.string().openapi({ example: "sm_7c1k2m9q4s8t0v3x5z6a7b8c" }),
		condition: z.enum(CONDITIONS),
		model: z.string().nullable(),
		seed: z.int(),
		status: z
			.enum(RUN_STATUSES)
			.describe("`budget`: the budget is spent. `failed`: nobody could take part; `failures` says why."),
		done: z.int().describe("Participants who have ended, by any exit that people have."),
		running: z.int().describe("Participants who have begun and not ended."),
		of: z.int(),
		failed: z.int(),
		tokens: z.int().describe("Of the simulating model."),
		cost: z.number().describe("Of the simulating model, by its price in the protocol."),
		currency: z.string().nullable().describe("Of the cost. Null for a model without a price."),
		startedAt: z.iso.datetime(),
		endedAt: z.iso.datetime().nullable(),
		secondsLeft: z.int().nullable().describe("At the speed so far. Null while nobody has ended."),
		deviations: counts.describe("What the simulating model did that people do not, by kind."),
		failures: counts.describe("Participants who failed, by reason."),
	})
	.openapi("Simulation");

export const runListSchema = z.strictObject({ simulations: z.array(runSchema) }).openapi("Simulations");

export const runView = (
	{ startedAtMs, endedAtMs, deviations, failures, ...state }: RunState,
	{ models }: Pick<Protocol, "models">,
) => ({
	...state,
	currency: currencyOf(models[state.model ?? ""]),
	startedAt: timestamp(startedAtMs),
	endedAt: endedAtMs === null ? null : timestamp(endedAtMs),
	deviations: { ...deviations },
	failures: { ...failures },
});

const currencyOf = (model: Protocol["models"][string] | undefined): string | null =>
	model && "price" in model && model.price ? model.price.currency : null;

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const personPrompts = z.strictObject({
	place: z.int().describe("From 0, in the run's order."),
	twin: z.string().nullable().describe("The pseudonym of the person, or null."),
	sample: z.int(),
	persona: z.string().nullable(),
	personaHash: hash.nullable().describe("As in `simulated-participants`."),
	failure: z
		.enum(["profile_incomplete", "not_finished"])
		.nullable()
		.describe("Why this participant would fail: a field of the template is missing, or no completed session."),
	lacks: z.array(z.string()).describe("The fields of the template that this person lacks."),
	prompts: z.array(
		z.strictObject({
			step: z.string().openapi({ example: "judge/experience/1" }),
			entry: z.string().nullable().describe("For `converse`: the entry of the protocol's `conversations`."),
			hash: hash.describe("As in the table `simulation_calls`."),
			messages: z.array(z.strictObject({ role: z.enum(["system", "participant", "assistant"]), text: z.string() })),
			schema: z
				.record(z.string(), z.unknown())
				.nullable()
				.describe("The JSON Schema of the answer, for servers with structured output. Null for a message."),
		}),
	),
});

export type PersonPrompts = z.output<typeof personPrompts>;

export const promptsSchema = z
	.strictObject({
		of: z.int().describe("Participants that the run would have."),
		participants: z.array(personPrompts),
	})
	.openapi("SimulationPrompts");
