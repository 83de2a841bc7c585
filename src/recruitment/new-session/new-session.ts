import { z } from "@hono/zod-openapi";
import { participantId, UNFILLED } from "../../access/participant-id/participant-id.ts";
import { hasTemplate, isTemplate, isUnfilled } from "../../access/participant-id/unfilled.ts";
import { poolOf } from "../../randomisation/draw/pool.ts";
import { withoutNulls } from "../../shared/json.ts";

const scalar = z
	.union([z.string().max(1000), z.number(), z.boolean()])
	.refine((value) => typeof value !== "string" || !isTemplate(value), UNFILLED);

/** Names that every JavaScript object has would be found in an object without attributes. */
const isInherited = (name: string): boolean => name in Object.prototype || name === "prototype";

export const attributeName = z
	.string()
	.regex(/^[\w-]{1,64}$/, "use 1 to 64 letters, digits, - and _")
	.refine((name) => !isInherited(name), "this name is reserved in JavaScript: choose another one");

export const sourceName = z
	.string()
	.regex(/^[a-z][a-z0-9_-]{0,31}$/, "use 1 to 32 lower-case letters, digits, - and _, and start with a letter");

export const returnAddress = z
	.url()
	.max(2000)
	.refine((url) => !hasTemplate(url), UNFILLED);

/** The pools that a survey tool can name. Simulations have their own route. */
export const POOLS = ["live", "pilot"] as const;

/** A survey tool's request for a session, in its nested form. `flat-fields.ts` makes it from the flat forms. */
export const newSessionSchema = z
	.strictObject({
		participant: z.strictObject({
			id: participantId
				.meta({ minLength: 1, maxLength: 200 })
				.describe("The participant's id in the survey tool. Placeholders that were not filled in are refused."),
			source: sourceName
				.refine((source) => !isUnfilled(source), UNFILLED)
				.refine((source) => source !== "erased", "this name is reserved for erased sessions: choose another one")
				.default("api")
				.describe("The name of the survey tool. Sessions from `simulated` and `pilot` belong to pools of their own."),
			attributes: z
				.record(attributeName, scalar.nullable())
				.transform(withoutNulls)
				.default({})
				.describe("The participant's attributes. Null means missing."),
		}),
		returnUrl: returnAddress
			.optional()
			.describe("Where the participant returns to at the end. Its origin must be in the study's `returnUrls`."),
		pool: z
			.enum(POOLS)
			.optional()
			.describe(
				"`pilot` for tests and previews of the survey tool: such sessions use no places and are in no result. `live` by default.",
			),
	})
	.refine(({ participant, pool }) => pool === undefined || agrees(participant.source, pool), {
		path: ["pool"],
		message:
			"the sources `pilot` and `simulated` have pools of their own: leave `pool` out, or send the tool's own source",
	});

export type NewSession = z.output<typeof newSessionSchema>;

const agrees = (source: string, pool: string): boolean => poolOf(source) === "live" || poolOf(source) === pool;
