import { env, runDurableObjectAlarm, runInDurableObject, SELF } from "cloudflare:test";
import { objectNameOf } from "../../../src/access/session/session-id.ts";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import type { SessionObject } from "../../../src/session/object/session-object.ts";
import { eventually } from "../eventually.ts";
import { expectDeclared } from "./operations.ts";
import type { Fetch } from "./participant.ts";

export { eventually };

export const KEY = "xo_test_bootstrap_key_of_the_test_suite";

/** The Worker's fetch. Each call also checks that the response's status is declared. */
export const fetchWorker: Fetch = async (path, init) => {
	const response = await SELF.fetch(`https://crossover.test${path}`, { redirect: "manual", ...init });
	expectDeclared(init?.method ?? "GET", path, response.status);
	return response;
};

export const sessionStub = (session: string): DurableObjectStub<SessionObject> =>
	env.SESSIONS.get(env.SESSIONS.idFromName(objectNameOf(session))) as unknown as DurableObjectStub<SessionObject>;

/** The events of a session's log, as its object has them. */
export const logOf = (session: string): Promise<SessionEvent[]> =>
	runInDurableObject(sessionStub(session), (_, { storage }) =>
		storage.sql
			.exec<{ event: string }>("SELECT event FROM events ORDER BY seq")
			.toArray()
			.map(({ event }) => JSON.parse(event) as SessionEvent),
	);

/** Runs alarms until no deadline is near, so that D1 has all rows of the log, if it takes them. */
export async function drain(session: string): Promise<void> {
	const stub = sessionStub(session);
	await runDurableObjectAlarm(stub);
	await runDurableObjectAlarm(stub);
	// An alarm that has just come by itself is set no more, and its rows may still be on their way.
	const rests = () =>
		runInDurableObject(stub, async (_, { storage }) => (await storage.getAlarm()) !== null || isDelivered(storage.sql));
	await eventually(rests, `rows or an alarm of the session ${session}`);
}

function isDelivered(sql: SqlStorage): boolean {
	const hasLog = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'events'").toArray().length > 0;
	if (!hasLog) return true;
	const [{ behind } = { behind: 0 }] = sql
		.exec<{ behind: number }>(
			"SELECT coalesce((SELECT max(seq) FROM events), 0) > coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'projected'), 0) AS behind",
		)
		.toArray();
	return behind === 0;
}

export async function rows<T = Record<string, unknown>>(query: string, ...bindings: unknown[]): Promise<T[]> {
	const { results } = await env.DB.prepare(query)
		.bind(...bindings)
		.all<T>();
	return results;
}
