import type { App } from "../http/contract.ts";
import { withHoistedDefinitions } from "./hoisted-definitions.ts";

const DESCRIPTION =
	"Blinded, within-subject experiments on conversational AI. A session is a series of steps: get the session, show its current step, post the answer, then get the next step.";

const IDEMPOTENCY_KEY = {
	name: "Idempotency-Key",
	in: "header",
	required: false,
	schema: { type: "string" },
	description:
		"Makes a repeated request safe: within 24 hours, a request with the same key and the same content gets the first response again.",
} as const;

/** The OpenAPI 3.1 document, made from the schemas that parse the requests. */
export function describeApi(app: App) {
	const document = withHoistedDefinitions(describeRoutes(app));
	for (const { post } of Object.values(document.paths ?? {})) {
		const byApiKey = post?.security?.some((scheme) => "apiKey" in scheme);
		if (post && byApiKey) post.parameters = [...(post.parameters ?? []), IDEMPOTENCY_KEY];
	}
	return document;
}

function describeRoutes(app: App) {
	return app.getOpenAPI31Document({
		openapi: "3.1.0",
		info: {
			title: "Crossover",
			version: "1",
			description: DESCRIPTION,
			license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
		},
		servers: [{ url: "/" }],
	});
}

/** The document in the form that is committed under `docs/reference/`. */
export const openapiJson = (app: App): string => `${JSON.stringify(describeApi(app), null, "\t")}\n`;

/** The authentication schemes that routes name in their `security`. */
export function describeSecurity(app: App): void {
	app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
		type: "http",
		scheme: "bearer",
		description:
			"The API key of a researcher or survey tool, `xo_…`. Each operation names the scope that the key needs.",
	});
	app.openAPIRegistry.registerComponent("securitySchemes", "apiKeyHeader", {
		type: "apiKey",
		in: "header",
		name: "X-API-Key",
		description: "The same API key, for survey tools that cannot send `Authorization`.",
	});
	app.openAPIRegistry.registerComponent("securitySchemes", "sessionToken", {
		type: "http",
		scheme: "bearer",
		description: "The token of one session. It gives access to that session only.",
	});
	app.openAPIRegistry.registerComponent("securitySchemes", "sessionCookie", {
		type: "apiKey",
		in: "cookie",
		name: "xs_{session}",
		description: "The session's token as a cookie, which the landing link sets in the participant's browser.",
	});
}
