import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnv } from "../env.ts";
import { PROBLEMS, type ProblemCode } from "../shared/problem.ts";

/** The root app. Each feature's `register…Routes` adds its routes to it. */
export type App = OpenAPIHono<AppEnv>;

const codes = Object.keys(PROBLEMS).filter((code): code is ProblemCode => code in PROBLEMS);

/** The body of every refusal (RFC 9457). */
export const problemSchema = z
	.strictObject({
		type: z.string().describe("`/problems/{code}`, the address of its documentation."),
		title: z.string(),
		status: z.int(),
		detail: z.string().describe("What is wrong or what to do about it."),
		code: z.enum(codes),
		requestId: z.string(),
		errors: z
			.array(z.strictObject({ pointer: z.string().describe("A JSON pointer (RFC 6901)."), detail: z.string() }))
			.optional(),
		step: z.string().nullable().optional().describe("The session's current step. Null if the session has ended."),
	})
	.openapi("Problem");

/** A JSON body. It is `required`: otherwise a body without a JSON content type would be parsed as `{}`. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({
	required: true as const,
	content: { "application/json": { schema } },
});

export const jsonAnswer = <S extends z.ZodType>(schema: S, description: string) => ({
	description,
	content: { "application/json": { schema } },
});

export type RefusalStatus = (typeof PROBLEMS)[ProblemCode][0];

const titlesOf = (status: RefusalStatus): string =>
	codes
		.filter((code) => PROBLEMS[code][0] === status)
		.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}`)
		.join(". ");

type Refusal = {
	readonly description: string;
	readonly content: { "application/problem+json": { schema: typeof problemSchema } };
};

/** Documents a route's refusals by status. Handlers throw them as `ProblemError`. */
export function refusals<S extends RefusalStatus>(...statuses: readonly S[]): Record<S, Refusal> {
	const entries = statuses.map((status) => [
		status,
		{ description: `${titlesOf(status)}.`, content: { "application/problem+json": { schema: problemSchema } } },
	]);
	return Object.fromEntries(entries) as Record<S, Refusal>;
}

/**
 * How the OpenAPI document describes the component of this name. Zod writes it, because the document's generator never ends
 * on the recursive `z.json()`. It describes input, so fields with a default are optional. References are moved to the
 * document's root.
 */
export function writtenByZod(name: string, schema: z.ZodType) {
	const { $schema: _, ...written } = z.toJSONSchema(schema, { io: "input" });
	const text = JSON.stringify(written).replaceAll("#/$defs/", `#/components/schemas/${name}/$defs/`);
	return { type: "object", ...JSON.parse(text) };
}
