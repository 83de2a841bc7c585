/**
 * In place of `@asteasolutions/zod-to-openapi` in the deployed Worker: routes are registered, and not described. The methods
 * are those that `@hono/zod-openapi` calls.
 */
export class OpenAPIRegistry {
	definitions = [];
	registerPath() {}
}

class NoGenerator {
	constructor() {
		throw new Error("The deployed Worker reads the OpenAPI document from its static files.");
	}
}

export { NoGenerator as OpenApiGeneratorV3, NoGenerator as OpenApiGeneratorV31 };
export const extendZodWithOpenApi = () => undefined;
export const getOpenApiMetadata = () => ({});
