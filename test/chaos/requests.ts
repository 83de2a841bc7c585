import type { Killer } from "./killer.ts";
import type { Phase } from "./plan.ts";
import type { RestartingServer } from "./server.ts";

export type Reply = { readonly status: number; readonly text: string };

/** What a client waits for. A kill counts the requests that it struck by these. */
export type Activity = Phase | "reply" | "view" | "withdrawal";

const PAUSE_MS = 150;
/** Longer than any wait of the platform. A participant who waits longer is stuck. */
const STUCK_MS = 240_000;

/** Statuses after which the same request may succeed later. */
const isTemporary = (status: number): boolean => status === 429 || status >= 500;

type Deps = { readonly server: RestartingServer; readonly killer: Killer; readonly over: AbortSignal };

/** The requests of one client. It repeats each until it is answered, as a browser on a bad network does. */
export class Requests {
	readonly #deps: Deps;
	activity: Activity | null = null;
	/** Whose reply is waited for. */
	message: string | null = null;
	/** Attempts that got no answer: the connection was refused or broke. */
	broken = 0;
	/** Answers of 429 and 5xx, by status. */
	readonly refused: number[] = [];

	constructor(deps: Deps) {
		this.#deps = deps;
	}

	/** A whole answer, at some time. */
	async send(path: string, init: RequestInit, activity: Activity): Promise<Reply> {
		return this.repeat(activity, async (origin, signal) => {
			const response = await fetch(origin + path, { ...init, signal });
			return { status: response.status, text: await response.text() };
		});
	}

	/** Repeats `attempt` until it gives something that is not temporary. */
	async repeat<T extends { readonly status: number }>(
		activity: Activity,
		attempt: (origin: string, signal: AbortSignal) => Promise<T>,
	): Promise<T> {
		const { server, killer, over } = this.#deps;
		const stuck = AbortSignal.any([over, AbortSignal.timeout(STUCK_MS)]);
		this.activity = activity;
		try {
			for (;;) {
				stuck.throwIfAborted();
				const origin = await server.origin();
				if (isPhase(activity)) killer.reached(activity);
				const reply = await attempt(origin, stuck).catch(() => null);
				if (reply && !isTemporary(reply.status)) return reply;
				if (reply) this.refused.push(reply.status);
				else this.broken += 1;
				await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
			}
		} finally {
			this.activity = null;
		}
	}
}

const isPhase = (activity: Activity): activity is Phase =>
	activity === "enrolment" || activity === "allocation" || activity === "answer";

export const post = (body: string, token: string, headers: Record<string, string> = {}): RequestInit => ({
	method: "POST",
	headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}`, ...headers },
	body,
});
