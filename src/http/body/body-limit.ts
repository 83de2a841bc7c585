import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../../env.ts";
import { MOST_ANSWER_BYTES } from "../../protocol/answers/answer-size.ts";
import { ProblemError } from "../../shared/problem.ts";

const MOST_BYTES = 64 * 1024;
/** A body that is too long is read up to this size and dropped. Mistakes are smaller; attacks are cut off. */
const DRAINED_BYTES = 32 * 1024 * 1024;

const UPLOAD = /^\/v1\/studies\/[^/]+\/(profiles|adapters|judgement-labels)$/;

/** Uploads of profiles, adapters and labels are streamed, and have limits of their own. */
export const isUpload = (path: string): boolean => UPLOAD.test(path);

/** Answers have a larger limit. `protocol/answers/answer-size.ts` ensures that every answer a protocol allows fits into it. */
const ANSWER = /^\/v1\/sessions\/[^/]+\/steps\/[^/]+$/;

const tooLarge = (most: number) => new ProblemError({ code: "body_too_large", detail: `Send at most ${most} bytes.` });

const byLength = (most: number) =>
	bodyLimit({
		maxSize: most,
		onError: () => {
			throw tooLarge(most);
		},
	});
const answerByLength = byLength(MOST_ANSWER_BYTES);
const bodyByLength = byLength(MOST_BYTES);

/** The body of a GET or HEAD has no meaning (RFC 9110, section 9.3.1), so nothing reads it. */
export const sendsBody = (method: string): boolean => method !== "GET" && method !== "HEAD";

/**
 * Refuses bodies above 64 KiB, or above 1 MiB for an answer to a step. It checks `Content-Length`, or counts the bytes.
 * Uploads have no limit.
 */
export const limitedBody = createMiddleware<AppEnv>(async function limitedBody(c, next) {
	const { body, headers } = c.req.raw;
	if (!body || !sendsBody(c.req.method) || isUpload(c.req.path)) return next();
	const isAnswer = ANSWER.test(c.req.path);
	if (headers.has("Content-Length") && !headers.has("Transfer-Encoding"))
		return isAnswer ? answerByLength(c, next) : bodyByLength(c, next);
	const most = isAnswer ? MOST_ANSWER_BYTES : MOST_BYTES;
	const counted = await readAtMost(body, most);
	if (!counted) throw tooLarge(most);
	c.req.raw = new Request(c.req.raw, { body: counted });
	return next();
});

/**
 * Null if the body is longer. The rest is read and dropped before the refusal, because a client that is still sending would
 * see a lost connection instead. That is why Hono's own counting is not used here.
 */
async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
	const kept: Uint8Array[] = [];
	let size = 0;
	const reader = body.getReader();
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		size += read.value.byteLength;
		if (size <= maxBytes) kept.push(read.value);
		if (size > DRAINED_BYTES) await reader.cancel();
	}
	return size > maxBytes ? null : new Uint8Array(await new Blob(kept).arrayBuffer());
}
