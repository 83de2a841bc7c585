import { z } from "@hono/zod-openapi";
import { ProblemError } from "../../shared/problem.ts";

const READ = /^(application\/(x-)?(ndjson|jsonl|jsonlines|json-lines|json|octet-stream)|text\/plain)\b/i;

/**
 * A body of JSON lines, read as a stream of any length. `application/jsonl` is accepted but not declared: the router would
 * treat it as JSON because of its prefix and parse the whole body.
 */
export const jsonlBody = {
	required: true as const,
	content: {
		"application/x-ndjson": { schema: z.string().openapi({ description: "One JSON object in each line, in UTF-8." }) },
	},
};

/** The body as a stream. Refuses other content types, such as curl's default, which is a form. */
export function linesIn(request: Request): ReadableStream<Uint8Array> {
	const type = request.headers.get("Content-Type");
	if (type !== null && !READ.test(type))
		throw new ProblemError({
			code: "unsupported_media_type",
			detail: "Send the lines as application/x-ndjson or application/jsonl.",
		});
	if (!request.body) throw new ProblemError({ code: "invalid_request", detail: "Send one JSON object in each line." });
	return request.body;
}
