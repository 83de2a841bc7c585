import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../../env.ts";
import { MOST_ANSWER_BYTES } from "../../protocol/answers/answer-size.ts";
import { ProblemError } from "../../shared/problem.ts";

const MOST_BYTES = 64 * 1024;
/** How much of a body that is too long is still read. Enough for a mistake, too little for an attack. */
const DRAINED_BYTES = 32 * 1024 * 1024;

const STREAMED = /^\/v1\/studies\/[^/]+\/(profiles|adapters)$/;

/** A step promises characters, and what it promises fits: `protocol/answers/answer-size.ts` holds a protocol to it. */
const ANSWER = /^\/v1\/sessions\/[^/]+\/steps\/[^/]+$/;

const tooLarge = (most: number) => new ProblemError({ code: "body_too_large", detail: `Send ${most} bytes at most.` });

const byLength = (most: number) =>
	bodyLimit({
		maxSize: most,
		onError: () => {
			throw tooLarge(most);
		},
	});
const answerByLength = byLength(MOST_ANSWER_BYTES);
const bodyByLength = byLength(MOST_BYTES);

/** A body of GET or HEAD has no meaning (RFC 9110, section 9.3.1): nothing reads it. */
export const sendsBody = (method: string): boolean => method !== "GET" && method !== "HEAD";

/**
 * 413 above 64 KiB, and above 1 MiB for an answer to a step, by the length that was announced or by counting. Profiles and
 * adapters are read as a stream, and are as long as they are.
 */
export const limitedBody = createMiddleware<AppEnv>(async function limitedBody(c, next) {
	const { body, headers } = c.req.raw;
	if (!body || !sendsBody(c.req.method) || STREAMED.test(c.req.path)) return next();
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
 * Null where there is more. The rest is read and dropped first: an answer to a body of unknown length that is still being
 * sent would reach its sender as a lost connection, which is why hono's own counting is not used for these.
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
