import type { App } from "../http/contract.ts";

const DESCRIPTION =
	"Blinded, within-subject experiments on conversational AI. A session is a row of steps: get the session, show its step, post the answer, get the next one.";

const IDEMPOTENCY_KEY = {
	name: "Idempotency-Key",
	in: "header",
	required: false,
	schema: { type: "string" },
	description: "The same key with the same request is worked on once within 24 hours, and answered the same again.",
} as const;

/** OpenAPI 3.1, from the very schemas that parse the requests. */
export function describeApi(app: App) {
	const document = describeRoutes(app);
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

/** The document as it is committed under `docs/reference/`. */
export const openapiJson = (app: App): string => `${JSON.stringify(describeApi(app), null, "\t")}\n`;

/** The schemes that routes name in their `security`. */
export function registerSecurity(app: App): void {
	app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
		type: "http",
		scheme: "bearer",
		description: "A researcher's or survey tool's API key, `xo_…`. A call names the scope that the key needs.",
	});
	app.openAPIRegistry.registerComponent("securitySchemes", "sessionToken", {
		type: "http",
		scheme: "bearer",
		description: "The token of one session, and of nothing else.",
	});
	app.openAPIRegistry.registerComponent("securitySchemes", "sessionCookie", {
		type: "apiKey",
		in: "cookie",
		name: "xs_{session}",
		description: "The same token, as the landing link leaves it in a participant's browser.",
	});
}
