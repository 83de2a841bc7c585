import { ModelFailure } from "../model-types.ts";

/**
 * The reason of a server's error in any known format: OpenAI's `error` object, `object: "error"` of older vLLM, a bare text
 * (Ollama, TGI), FastAPI's `detail`. Only the reason is kept, because the server's text would name the arm.
 */
export function failureOf(error: unknown): ModelFailure {
	const status = statusIn(error);
	if (status !== null) return failureOfStatus(status, error);
	const kind = kindIn(error);
	if (PERMANENT_TEXT.test(wordsIn(error)) || PERMANENT_KIND.test(kind)) return new ModelFailure("refused", false);
	return new ModelFailure(LIMIT_KIND.test(kind) ? "rate_limited" : "server_error", true);
}

/** By HTTP status. Some servers send a temporary status for a permanent error, so the text of the error counts too. */
export function failureOfStatus(status: number, error: unknown, retryAfterMs: number | null = null): ModelFailure {
	if (PERMANENT_TEXT.test(wordsIn(error)) || /insufficient.?quota/i.test(kindIn(error))) {
		return new ModelFailure("refused", false);
	}
	if (status === 429) return new ModelFailure("rate_limited", true, retryAfterMs);
	if (status >= 500 || TRANSIENT.includes(status)) return new ModelFailure("server_error", true, retryAfterMs);
	// The body claims success but cannot be read.
	if (status < 300) return new ModelFailure("malformed", true);
	return new ModelFailure("refused", false);
}

/** Request Timeout, Conflict (the model is still loading) and Too Early are temporary, as a 5xx is. */
const TRANSIENT = [408, 409, 425];

/**
 * A repeat never shortens a conversation that is too long. llama.cpp and Ollama answer it with 500, others with a 200 that
 * contains an error.
 */
const PERMANENT_TEXT =
	/context.{0,12}(length|size|window)|maximum context|prompt is too long|input is too long|too many (input )?tokens|exceeds? the (model|maximum)/i;
const PERMANENT_KIND =
	/invalid.?request|bad.?request|not.?found|unauthori[sz]ed|authentication|permission|forbidden|unsupported|insufficient.?quota|billing|context.?length|validation/i;
const LIMIT_KIND = /rate.?limit|too.?many.?requests|overloaded|capacity/i;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** The object with the error's fields: inside `error`, inside a list, or bare. */
function innermost(error: unknown, depth = 0): unknown {
	if (depth > 3) return error;
	if (Array.isArray(error)) return innermost(error[0], depth + 1);
	if (isFields(error) && isPresent(error.error)) return innermost(error.error, depth + 1);
	return error;
}

/** Null, false, an empty text and an empty object are not errors: some servers send one of them with each chunk. */
export const isPresent = (error: unknown): boolean =>
	isFields(error) || Array.isArray(error) ? Object.keys(error).length > 0 : Boolean(error);

function statusIn(error: unknown): number | null {
	const inner = innermost(error);
	const candidates = [inner, error].flatMap((each) =>
		isFields(each) ? [each.code, each.status, each.status_code, each.statusCode, each.http_status] : [],
	);
	return candidates.map(Number).find((status) => Number.isInteger(status) && status >= 400 && status < 600) ?? null;
}

/** TGI sends the kind beside a bare text. */
function kindIn(error: unknown): string {
	return [innermost(error), error]
		.flatMap((each) => (isFields(each) ? [each.type, each.code, each.error_type, each.status] : []))
		.filter((each) => typeof each === "string")
		.join(" ");
}

/** Characters of an error text that are searched: longer than any known message. */
const MOST_WORDS = 2000;

function wordsIn(error: unknown): string {
	const inner = innermost(error);
	if (typeof inner === "string") return inner.slice(0, MOST_WORDS);
	if (!isFields(inner)) return "";
	return [inner.message, inner.detail, inner.code, inner.type]
		.filter((each) => typeof each === "string")
		.join(" ")
		.slice(0, MOST_WORDS);
}
