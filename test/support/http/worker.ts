import { env, runDurableObjectAlarm, SELF } from "cloudflare:test";
import { objectNameOf } from "../../../src/access/session/session-id.ts";
import type { SessionObject } from "../../../src/session/object/session-object.ts";
import { expectDeclared } from "./operations.ts";
import type { Fetch } from "./participant.ts";

export const KEY = "xo_test_bootstrap_key_of_the_test_suite";

/** The Worker's fetch. Each call also checks that the response's status is declared. */
export const fetchWorker: Fetch = async (path, init) => {
	const response = await SELF.fetch(`https://crossover.test${path}`, { redirect: "manual", ...init });
	expectDeclared(init?.method ?? "GET", path, response.status);
	return response;
};

export const sessionStub = (session: string): DurableObjectStub<SessionObject> =>
	env.SESSIONS.get(env.SESSIONS.idFromName(objectNameOf(session))) as unknown as DurableObjectStub<SessionObject>;

/** Runs alarms until no deadline is near, so that D1 has all rows of the log. */
export async function drain(session: string): Promise<void> {
	await runDurableObjectAlarm(sessionStub(session));
	await runDurableObjectAlarm(sessionStub(session));
}

export async function rows<T = Record<string, unknown>>(query: string, ...bindings: unknown[]): Promise<T[]> {
	const { results } = await env.DB.prepare(query)
		.bind(...bindings)
		.all<T>();
	return results;
}

/** Polls until the condition holds, with a deadline. */
export async function eventually<T>(
	look: () => Promise<T | null | undefined | false>,
	what: string,
	withinMs = 60_000,
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const found = await look();
		if (found) return found;
		if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
