import type { Clock } from "../../shared/clock.ts";
import { parseRetryAfter } from "../calls/failure.ts";
import { ModelFailure, type SourceDelta } from "../model-types.ts";
import { failureOfStatus } from "./error.ts";
import { type ReadLimits, readCompletion } from "./read.ts";

/** One request for a chat completion, ready to be sent. */
export type CompletionRequest = {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
};

export type CallContext = {
	readonly fetcher: typeof fetch;
	readonly signal: AbortSignal | undefined;
	readonly clock: Clock;
	readonly limits: ReadLimits;
};

/** Sends the request and reads the reply. Every failure is a `ModelFailure`. */
export async function* askCompletion(request: CompletionRequest, asking: CallContext): AsyncGenerator<SourceDelta> {
	const response = await send(request, asking);
	if (!response.ok) throw await refusalOf(response, asking.clock);
	if (response.body === null) throw new ModelFailure("malformed", true);
	yield* readCompletion(response.body, asking.limits);
}

async function send({ url, headers, body }: CompletionRequest, { fetcher, signal }: CallContext): Promise<Response> {
	try {
		return await fetcher(url, { method: "POST", headers, body, ...(signal && { signal }) });
	} catch {
		throw new ModelFailure("network", true);
	}
}

async function refusalOf(response: Response, clock: Clock): Promise<ModelFailure> {
	const error = await errorOf(response);
	const retryAfterMs = parseRetryAfter(response.headers.get("retry-after") ?? undefined, clock());
	return failureOfStatus(response.status, error, retryAfterMs);
}

/** The body may say whether a refusal is temporary. It is read only up to this size and for this time. */
const MOST_BYTES = 16_384;
const WITHIN_MS = 1000;

async function errorOf(response: Response): Promise<unknown> {
	const text = response.body === null ? "" : await beginningOf(response.body);
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

async function beginningOf(body: ReadableStream<Uint8Array>): Promise<string> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	const timer = setTimeout(() => void reader.cancel().catch(() => {}), WITHIN_MS);
	let text = "";
	try {
		while (text.length < MOST_BYTES) {
			const { done, value } = await reader.read();
			if (done) break;
			text += decoder.decode(value, { stream: true });
		}
	} catch {
		// The status alone is enough.
	} finally {
		clearTimeout(timer);
		void reader.cancel().catch(() => {});
	}
	return text;
}
