import type { z } from "zod";
import { err, ok, type Result } from "../../../shared/result.ts";

/** Why Prolific gave no answer. Nothing of its own texts: they may name people. */
export type ProlificFailure =
	| { readonly kind: "no_token" }
	/** The token is wrong, or may not do this. */
	| { readonly kind: "forbidden" }
	| { readonly kind: "not_found" }
	/** Prolific does not accept the request. `detail` is for the command line only. */
	| { readonly kind: "refused"; readonly status: number; readonly detail: string }
	| { readonly kind: "busy"; readonly retryAfterMs: number }
	| { readonly kind: "unreachable" }
	| { readonly kind: "unreadable" }
	/** Submissions came and went while they were read. */
	| { readonly kind: "changing" };

export type ProlificAccess = {
	/** Without the path. Prolific's own by default. */
	readonly base?: string | undefined;
	readonly token: string | undefined;
	readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
	readonly sleep: (ms: number) => Promise<void>;
	/** The longest wait for one request, because of Prolific's rate limit. */
	readonly mostWaitMs: number;
};

export type Call = {
	readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
	readonly query?: Readonly<Record<string, string>>;
	readonly json?: unknown;
};

export type ProlificApi = {
	/** `path` begins after `/api/v1`. */
	readonly call: <T>(path: string, schema: z.ZodType<T>, call?: Call) => Promise<Result<T, ProlificFailure>>;
};

export const PROLIFIC_API = "https://api.prolific.com";

const TIMEOUT_MS = 20_000;
/** Without `Retry-After`, a wait begins here and doubles. */
const FIRST_WAIT_MS = 1_000;
const MOST_TRIES = 5;

export const prolificApi = (access: ProlificAccess): ProlificApi => ({
	call: async (path, schema, call = {}) => {
		if (!access.token) return err({ kind: "no_token" });
		const answered = await answerTo(access, path, call);
		if (!answered.ok) return answered;
		const read = schema.safeParse(answered.value);
		return read.success ? ok(read.data) : err({ kind: "unreadable" });
	},
});

async function answerTo(access: ProlificAccess, path: string, call: Call): Promise<Result<unknown, ProlificFailure>> {
	let waitedMs = 0;
	for (let tries = 1; ; tries += 1) {
		const response = await sent(access, path, call);
		if (response && !isTransient(response)) return readAnswer(response);
		// A request that writes may have had its effect. Only a refusal by the rate limit is sure to have had none.
		const mayRepeat = response?.status === 429 || (call.method ?? "GET") === "GET";
		const waitMs = waitOf(response, tries);
		if (!mayRepeat || tries === MOST_TRIES || waitedMs + waitMs > access.mostWaitMs)
			return err(response?.status === 429 ? { kind: "busy", retryAfterMs: waitMs } : { kind: "unreachable" });
		await response?.body?.cancel();
		waitedMs += waitMs;
		await access.sleep(waitMs);
	}
}

const isTransient = ({ status }: Response): boolean => status === 429 || status >= 500;

/** Redirects are not followed, because the token must not go to another host. */
async function sent(
	{ base = PROLIFIC_API, token, fetch }: ProlificAccess,
	path: string,
	{ method = "GET", query = {}, json }: Call,
): Promise<Response | null> {
	const url = new URL(`/api/v1${path}`, base);
	for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
	try {
		return await fetch(url.toString(), {
			method,
			headers: {
				Authorization: `Token ${token}`,
				Accept: "application/json",
				...(json !== undefined && { "Content-Type": "application/json" }),
			},
			...(json !== undefined && { body: JSON.stringify(json) }),
			redirect: "manual",
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
	} catch {
		return null;
	}
}

function waitOf(response: Response | null, tries: number): number {
	const stated = Number(response?.headers.get("Retry-After") ?? "");
	return stated > 0 ? stated * 1000 : FIRST_WAIT_MS * 2 ** (tries - 1);
}

async function readAnswer(response: Response): Promise<Result<unknown, ProlificFailure>> {
	const text = await response.text().catch(() => null);
	if (response.status === 401 || response.status === 403) return err({ kind: "forbidden" });
	if (response.status === 404) return err({ kind: "not_found" });
	if (text === null || response.status >= 300)
		return err({ kind: "refused", status: response.status, detail: (text ?? "").slice(0, 2000) });
	try {
		return ok(text === "" ? {} : JSON.parse(text));
	} catch {
		return err({ kind: "unreadable" });
	}
}
