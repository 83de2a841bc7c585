import type { HelpView, SessionView } from "../../../session/view/view-schema.ts";

export type Fault = { readonly pointer: string; readonly detail: string };
export type Problem = { readonly status: number; readonly code: string; readonly errors: readonly Fault[] };
export type Answer =
	| { readonly kind: "view"; readonly view: SessionView }
	| { readonly kind: "stream"; readonly response: Response }
	| { readonly kind: "problem"; readonly problem: Problem };

/** What is wrong with a reply. */
export type ReportKind = "harmful" | "broken";

/** No answer, or an answer that asks to try again. The call may be repeated. */
export class Unreachable extends Error {
	readonly retryAfterMs: number;

	constructor(retryAfterMs = 0) {
		super("unreachable");
		this.retryAfterMs = retryAfterMs;
	}
}

/** A network that is silent for this long counts as lost: phones keep dead connections for minutes. */
const HEADERS_WITHIN_MS = 30_000;
/** Without streaming, a reply may take as long as the server allows. */
const WHOLE_WITHIN_MS = 150_000;

type Call = RequestInit & { readonly headers?: Record<string, string>; readonly withinMs?: number };

export type Api = ReturnType<typeof createApi>;

/** The session's part of the HTTP contract. Without a token, the cookie authenticates. */
export function createApi(session: string, token: string | null) {
	const base = `/v1/sessions/${session}`;

	async function call(url: string, { withinMs = HEADERS_WITHIN_MS, ...init }: Call): Promise<Response> {
		const late = new AbortController();
		const timer = setTimeout(() => late.abort(), withinMs);
		const headers = { ...init.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
		const signal = init.signal ? eitherSignal(init.signal, late.signal) : late.signal;
		try {
			const response = await fetch(url, { ...init, headers, signal, credentials: "same-origin", cache: "no-store" });
			if (response.status < 500 && response.status !== 429) return response;
			throw new Unreachable(Number(response.headers.get("Retry-After") ?? 0) * 1000);
		} catch (error) {
			if (error instanceof Unreachable || init.signal?.aborted) throw error;
			throw new Unreachable();
		} finally {
			clearTimeout(timer);
		}
	}

	const post = (path: string, body: unknown, accept: string, signal?: AbortSignal) =>
		call(base + path, {
			method: "POST",
			headers: { "Content-Type": "application/json", Accept: accept },
			body: JSON.stringify(body),
			withinMs: WHOLE_WITHIN_MS,
			...(signal ? { signal } : {}),
		});

	return {
		view: async () => read(await call(base, { headers: { Accept: "application/json" } })),
		answer: async (step: string, answer: unknown, signal?: AbortSignal) =>
			read(await post(`/steps/${step}`, answer, "text/event-stream, application/json", signal)),
		/** The reply's stream ends too. This answer holds only whether it worked. */
		stop: async (step: string): Promise<boolean> => (await post(`/steps/${step}/stop`, {}, "application/json")).ok,
		/** @param reported the kind of a reported reply; the session then ends by the exit that the study offers for it */
		withdraw: async (erase: boolean, reported?: ReportKind) =>
			read(await post("/withdraw", { erase, ...(reported ? { reported } : {}) }, "application/json")),
		/** Returns whether the report was recorded. */
		report: async (message: string, kind: ReportKind, note: string): Promise<boolean> =>
			(await post("/reports", { message, kind, ...(note.trim() ? { note } : {}) }, "application/json")).ok,
		/** The content of the help menu. Null if the server has none. */
		help: async (): Promise<HelpView | null> => {
			const response = await call(`${base}/help`, { headers: { Accept: "application/json" } });
			return response.ok ? response.json() : null;
		},
		follow: async (step: string, lastEventId: string | null, signal: AbortSignal) =>
			read(
				await call(`${base}/steps/${step}/stream`, {
					headers: { Accept: "text/event-stream", ...(lastEventId ? { "Last-Event-ID": lastEventId } : {}) },
					signal,
				}),
			),
		/** A copy of the participant's conversations, if the study offers one. */
		copy: async (): Promise<unknown> => {
			const response = await call(`${base}/copy`, { headers: { Accept: "application/json" } });
			return response.ok ? response.json() : null;
		},
	};
}

async function read(response: Response): Promise<Answer> {
	const type = response.headers.get("Content-Type") ?? "";
	if (response.ok && type.startsWith("text/event-stream")) return { kind: "stream", response };
	try {
		const body = await response.json();
		if (response.ok) return { kind: "view", view: body };
		return { kind: "problem", problem: { status: response.status, code: body.code ?? "", errors: body.errors ?? [] } };
	} catch {
		// The body was cut off, or a proxy sent its own page. Neither is the server's answer.
		throw new Unreachable();
	}
}

/** `AbortSignal.any`, which browsers from 2022 lack. */
export function eitherSignal(one: AbortSignal, other: AbortSignal): AbortSignal {
	const both = new AbortController();
	for (const signal of [one, other]) {
		if (signal.aborted) both.abort(signal.reason);
		else signal.addEventListener("abort", () => both.abort(signal.reason), { once: true, signal: both.signal });
	}
	return both.signal;
}
