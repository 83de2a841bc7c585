import { z } from "@hono/zod-openapi";
import type { App } from "../../http/contract.ts";
import { newSessionSchema, POOLS } from "./new-session.ts";

const flat = (description: string) => ({ type: "string", description });

/** The documented schemas of the request. The nested one is written by zod, the flat one has the same fields by dotted names. */
export function newSessionDocuments() {
	const { $schema: _, ...nested } = z.toJSONSchema(newSessionSchema, { io: "input", unrepresentable: "any" });
	return {
		NewSession: nested,
		FlatNewSession: {
			type: "object",
			properties: {
				"participant.id": { ...flat("The participant's id in the survey tool."), minLength: 1, maxLength: 200 },
				"participant.source": flat("The name of the survey tool, `api` by default."),
				returnUrl: flat("Where the participant returns to at the end."),
				pool: { ...flat("`live` by default."), enum: [...POOLS, ""] },
			},
			patternProperties: {
				"^participant\\.attributes\\.[\\w-]{1,64}$": {
					...flat("An attribute of the participant."),
					maxLength: 1000,
				},
			},
			required: ["participant.id"],
			additionalProperties: false,
			description: "The same request with flat names, in JSON or as a form. An empty value means missing.",
		},
	} as const;
}

/** Registers both forms with the OpenAPI document. */
export function describeNewSession(app: App): void {
	for (const [name, schema] of Object.entries(newSessionDocuments()))
		app.openAPIRegistry.registerComponent("schemas", name, schema as object);
}
