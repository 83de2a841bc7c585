import { z } from "@hono/zod-openapi";
import { ProblemError } from "../../shared/problem.ts";

const READ = /^(application\/(x-)?(ndjson|jsonl|jsonlines|json-lines|json|octet-stream)|text\/plain)\b/i;

/**
 * A body of JSON lines, which is read as it comes and is as long as it is. Not declared as `application/jsonl`, which is read too:
 * the router would take it for JSON, by how its name begins, and parse it whole.
 */
export const jsonlBody = {
	required: true as const,
	content: {
		"application/x-ndjson": { schema: z.string().openapi({ description: "One JSON object a line, in UTF-8." }) },
	},
};

/** The body as a stream. Refuses what does not say that it is text in lines: curl's own default is a form. */
export function linesIn(request: Request): ReadableStream<Uint8Array> {
	const type = request.headers.get("Content-Type");
	if (type !== null && !READ.test(type))
		throw new ProblemError({
			code: "unsupported_media_type",
			detail: "Send the lines as application/x-ndjson or application/jsonl.",
		});
	if (!request.body) throw new ProblemError({ code: "invalid_request", detail: "Send one JSON object a line." });
	return request.body;
}
