import { z } from "@hono/zod-openapi";
import { writtenByZod } from "../http/contract.ts";
import { protocolSchema } from "../protocol/schema/schema.ts";
import type { Commitment } from "../randomisation/allocator/allocator-client.ts";
import { POOLS } from "../randomisation/draw/pool.ts";
import { allocationLogSchema, type Difference } from "./allocator/allocator-standing.ts";
import { warningSchema } from "./monitoring/warnings.ts";
import { landingLinks, participantLink } from "./participant-link.ts";
import type { StudyRecord } from "./study-queries.ts";

/** A protocol as a request body. The OpenAPI document has it as one component. */
export const protocolBody = protocolSchema.openapi("Protocol", writtenByZod("Protocol", protocolSchema));

const time = z.iso.datetime();
export const armKey = z.strictObject({
	label: z.string(),
	arm: z.string(),
	pool: z
		.enum(POOLS)
		.nullable()
		.describe("The pool of the label. Null in old studies, whose pools shared their labels."),
});

export const studySchema = z
	.strictObject({
		id: z.string().openapi({ example: "sy_3w6h0v5t9k2m8q1x7c4z0n5d" }),
		slug: z.string(),
		title: z.string(),
		status: z.enum(["draft", "open", "paused", "closed"]),
		version: z.int(),
		protocolHash: z.string().describe("SHA-256 of the RFC 8785 form of the protocol with its defaults filled in."),
		seedCommitment: z.string().nullable().describe("The hash of the allocation seed, published when the study opens."),
		revealedSeed: z.string().nullable().describe("The seed, once the study is unblinded."),
		createdAt: time,
		openedAt: time.nullable(),
		closedAt: time.nullable(),
		unblindedAt: time.nullable().describe("From the allocator, which alone decides it."),
		differences: z
			.array(
				z.strictObject({
					field: z.string().openapi({ example: "unblindedAt" }),
					database: z.string().nullable(),
					allocator: z.string().nullable(),
				}),
			)
			.describe(
				"Values that differ between the database and the allocator, because somebody changed the database. They open nothing, and are in the audit (`study.difference`). A seed is shown as its commitment.",
			),
		allocationLog: allocationLogSchema
			.nullable()
			.describe("The state of the allocation log. Null for a draft, or if the allocator does not answer."),
		arms: z.array(armKey).nullable().describe("The arm of each label. Null while the study is blinded."),
		warnings: z
			.array(warningSchema)
			.describe(
				"Measured warnings, the newest first (`sample_ratio`: it began to fail at p < 0.001; `pace_not_kept`, `pace_close` and `pace_not_measured`: the models' speed at the opening; `thinking_hidden` and `thinking_unopened`: text that participants do not see; `late_replies`: more than 2 % of replies were late), then those that follow from the protocol. A draft also lists what keeps it from opening (`not_openable`).",
			),
		protocol: protocolBody,
		links: z.strictObject({
			self: z.string(),
			participant: z
				.string()
				.nullable()
				.describe("The address for Prolific, with its placeholders. Null if the study does not recruit there."),
			landing: z
				.record(z.string(), z.string())
				.describe(
					"By source of `recruitment.links`: the landing address. Put the tool's placeholders where braces are; `sig` is the signature by the source's key.",
				),
			flow: z.string(),
			balance: z.string(),
			commitment: z.string().describe("The public commitment."),
		}),
	})
	.openapi("Study");

type ArmKeyRow = z.output<typeof armKey>;

type Around = {
	readonly armKey: readonly ArmKeyRow[];
	readonly warnings: readonly z.output<typeof warningSchema>[];
	readonly allocationLog: Commitment | null;
	readonly differences: readonly Difference[];
};

/** A study as researchers see it. Under a double blind nothing here connects a label with an arm: `armKey` is empty until unblinding. */
export function studyView(
	study: StudyRecord,
	{ armKey, warnings, allocationLog, differences }: Around,
	origin: string,
): z.output<typeof studySchema> {
	const { id, slug, title, status, version, protocolHash, protocol } = study;
	const self = `${origin}/v1/studies/${slug}`;
	return {
		id,
		slug,
		title,
		status,
		version,
		protocolHash,
		seedCommitment: study.seedCommitment,
		revealedSeed: study.revealedSeed,
		createdAt: study.createdAt,
		openedAt: status === "draft" ? null : study.openedAt,
		closedAt: study.closedAt,
		unblindedAt: study.unblindedAt,
		differences: [...differences],
		allocationLog,
		arms: armKey.length > 0 ? [...armKey] : null,
		warnings: [...warnings],
		protocol,
		links: {
			self,
			participant: participantLink(protocol, origin),
			landing: landingLinks(protocol, origin),
			flow: `${self}/flow`,
			balance: `${self}/balance`,
			commitment: `${self}/commitment`,
		},
	};
}

const ARM_NAMES = "Arms by label; by id once the study is unblinded, or if it is single blind.";

const endsAfter = {
	in_progress: z.int(),
	completed: z.int(),
	failed_checks: z.int(),
	withdrawn: z.int(),
	expired: z.int(),
	full_after: z
		.int()
		.describe("Their place lapsed before the first message, and they returned when the quota was full."),
};

export const flowSchema = z
	.strictObject({
		pool: z.enum(["all", "live", "pilot", "simulated"]),
		assessed: z.int().describe("Everybody who came."),
		not_yet_randomised: z.int().describe("In progress before randomisation."),
		excluded: z
			.strictObject({
				total: z.int(),
				declined: z.int(),
				screened_out: z.int(),
				failed_checks_before: z.int(),
				full: z.int(),
				withdrawn_before: z.int(),
				expired_before: z.int(),
			})
			.describe("Before randomisation, by reason."),
		randomised: z.strictObject({ total: z.int(), ...endsAfter }),
		sequences: z.array(
			z.strictObject({ sequence: z.array(z.string()).describe(ARM_NAMES), randomised: z.int(), ...endsAfter }),
		),
		periods: z
			.array(
				z.strictObject({
					sequence: z.array(z.string()).describe(ARM_NAMES),
					position: z.int().describe("The period, from 1."),
					started: z.int().describe("Conversations that began."),
					finished: z.int().describe("Of these, conversations that ended."),
					broken_off: z.int().describe("Of these, conversations that did not end before their session did."),
				}),
			)
			.describe("Conversations by sequence and period. Those of erased sessions are not counted."),
		pools: z.strictObject({ live: z.int(), pilot: z.int(), simulated: z.int() }).describe("Assessed, by pool."),
	})
	.openapi("ParticipantFlow");

const slots = { reserved: z.int(), confirmed: z.int(), released: z.int() };
const test = z.strictObject({ chiSquare: z.number(), df: z.int(), p: z.number() }).nullable();

export const balanceSchema = z
	.strictObject({
		pool: z.enum(POOLS),
		sequences: z.array(
			z.strictObject({ sequence: z.array(z.string()).describe(ARM_NAMES), stratum: z.string(), ...slots }),
		),
		positions: z
			.array(z.strictObject({ label: z.string(), position: z.int(), n: z.int() }))
			.describe(
				"Conversations with one arm, by their position among all of the participant's, from 1. All counts are of those who hold a place.",
			),
		predecessors: z
			.array(z.strictObject({ label: z.string(), after: z.string(), n: z.int(), acrossTopics: z.int() }))
			.describe("Two such conversations in a row. `acrossTopics`: how many of the n change the topic."),
		slots: z
			.array(z.strictObject({ label: z.string(), slot: z.string(), n: z.int() }))
			.describe("Conversations that show several arms."),
		topicPositions: z
			.array(z.strictObject({ topic: z.string(), label: z.string(), position: z.int(), n: z.int() }))
			.describe("With several topics: each arm in each topic, by its position within the topic, from 1."),
		topicPlaces: z
			.array(z.strictObject({ topic: z.string(), place: z.int(), n: z.int() }))
			.describe("With several topics: each topic at each place among the topics, from 1."),
		sampleRatio: test.describe("Whether those who hold a place are spread as designed. Null while nobody does."),
		attrition: test.describe("Whether people leave some sequences more often than others. Null while nobody left."),
		pace: z
			.strictObject({
				replies: z.int(),
				late: z.int(),
				share: z.number(),
				publishedAt: time,
			})
			.nullable()
			.describe(
				"Late replies to the pool's participants, over all arms. Null for the simulated pool. Published in steps of 100 replies, or of 500 if each participant meets one arm. Null before the first step, and without a pace.",
			),
		allocationLog: allocationLogSchema,
		warning: z.boolean().describe("The sample ratio fails at p < 0.001."),
	})
	.openapi("Balance");
