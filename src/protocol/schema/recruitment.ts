import { z } from "zod";
import { DURATION, durationMs } from "../../shared/clock.ts";
import { prolificExitsSchema } from "../prolific/exits.ts";
import { origin } from "./field.ts";

const parameter = (what: string, byDefault: string) =>
	z.string().min(1).default(byDefault).describe(`The parameter of the link that holds the ${what}.`);

const prolificSchema = z
	.strictObject({
		parameters: z
			.strictObject({
				participant: parameter("participant's id", "PROLIFIC_PID"),
				study: parameter("study's id", "STUDY_ID"),
				session: parameter("submission's id", "SESSION_ID"),
			})
			.prefault({}),
		signed: z
			.boolean()
			.default(false)
			.describe(
				"Only links with Prolific's signature are accepted. Secure the study's external address on Prolific. Required for personalised arms.",
			),
		exits: prolificExitsSchema,
	})
	.describe("For participants who come from Prolific.");

/** A parameter in a survey tool's link. Other characters have several encodings. */
const PARAMETER = z.string().regex(/^[A-Za-z0-9_.~-]{1,64}$/, "1 to 64 letters, digits and _ . ~ -");

const linkSchema = z
	.strictObject({
		parameters: z.strictObject({
			participant: PARAMETER.describe("The parameter that holds the participant's id in the tool."),
			returnUrl: PARAMETER.optional().describe(
				"The parameter that holds the address to return to. Its origin must be in `returnUrls`.",
			),
			pool: PARAMETER.optional().describe(
				"The parameter that marks tests and previews: `pilot`, `preview`, `test`, `true`, `yes` or `1`. Empty, `live`, `false`, `no`, `0` or left out for participants. A link that marks a test in an undeclared parameter is refused.",
			),
		}),
		attributes: z
			.record(z.string().regex(/^[\w-]{1,64}$/, "1 to 64 letters, digits, - and _"), PARAMETER)
			.optional()
			.describe("By the attribute's name, the parameter that holds it."),
		signed: z
			.boolean()
			.default(false)
			.describe("Only links with a signature by the source's key are accepted. Required for personalised arms."),
	})
	.describe("A survey tool, website or mail that sends people by a link.");

/** The prefix of parameters that are added to a return address. */
const RETURN_PREFIX = "crossover";

/** Optional in a protocol, so that older protocols keep their hash. */
const RESERVATION = "PT10M";

/** Participants' ways in, their number, and their exits. */
export const recruitmentSchema = z.strictObject({
	quota: z
		.strictObject({
			total: z.int().min(1).describe("Places among those who complete."),
			strata: z
				.record(z.string(), z.int().min(0))
				.optional()
				.describe("By stratum, its values joined with ' / '; a slash that would be taken for that is written %2F."),
		})
		.optional(),
	onlyProfiles: z.boolean().default(false).describe("Only people whose profile was loaded may enter."),
	expiresAfter: z
		.string()
		.regex(DURATION, "an ISO 8601 duration of days and less, such as PT3H")
		.default("PT3H")
		.describe("From the start of a session. Its place is then free again."),
	reservation: z
		.string()
		.regex(DURATION, "an ISO 8601 duration of days and less, such as PT10M")
		.optional()
		.describe(
			`How long a place is held from randomisation to the first message. By default ${RESERVATION}. After that it is free for others, and its participant takes a place again if there is one.`,
		),
	prolific: prolificSchema.optional(),
	links: z
		.record(
			z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/, "1 to 32 lower-case letters, digits, - and _, a letter first"),
			linkSchema,
		)
		.optional()
		.describe("By source: the links `/p/{study}/{source}` with which a survey tool sends people."),
	unsigned: z
		.literal("accepted")
		.optional()
		.describe(
			"Accepts the risk of personalised arms with unsigned links: anybody who knows a participant's id can begin in their place and read replies that were made for them.",
		),
	idFormat: z
		.string()
		.optional()
		.describe(
			"Format of participants' ids: `prolific` for 24 hexadecimal digits, or a regular expression in RE2's syntax for the whole id. Pilot and simulated participants need not have it.",
		),
	returnUrls: z.array(origin).default([]).describe("Origins that a survey tool may send people back to."),
	returnPrefix: z
		.string()
		.regex(/^[A-Za-z][A-Za-z0-9_]{0,31}$/, "1 to 32 letters, digits and _, a letter first")
		.optional()
		.describe(
			`The beginning of the names that are added to return addresses: \`${RETURN_PREFIX}\` gives \`${RETURN_PREFIX}_session\`, \`${RETURN_PREFIX}_status\` and \`${RETURN_PREFIX}_signature\`. Choose one that the survey does not use.`,
		),
	embedOrigins: z.array(origin).default([]).describe("Origins that may show the study in a frame."),
});

export const returnPrefix = ({ returnPrefix: prefix }: { readonly returnPrefix?: string | undefined }): string =>
	prefix ?? RETURN_PREFIX;

export type LinkSource = z.output<typeof linkSchema>;

/** Milliseconds from randomisation to the first message, for which a place is held. */
export const reservationMs = ({ reservation }: { readonly reservation?: string | undefined }): number =>
	durationMs(reservation ?? RESERVATION);
