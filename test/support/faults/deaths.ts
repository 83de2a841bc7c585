import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, onTestFinished } from "vitest";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { WATCH_MS } from "../../../src/session/object/live-session.ts";
import { problemIn } from "../http/http.ts";
import type { Fetch } from "../http/participant.ts";
import { fetchWorker, sessionStub } from "../http/worker.ts";
import { alarmAtMs } from "./session-faults.ts";

type EventType = SessionEvent["type"];
type Exec = (this: SqlStorage, query: string, ...bindings: unknown[]) => unknown;
type Call = (this: { readonly ctx: DurableObjectState }, ...args: unknown[]) => Promise<unknown>;

/** What one life of an object appended to its log, by place. The first event is its death. */
type Life = { readonly ctx: DurableObjectState; readonly appended: Map<number, EventType> };

/** The events after whose commit a session's object died, by their place in the log. */
export class Deaths {
	readonly #byObject = new Map<string, Map<number, EventType>>();

	add({ ctx, appended }: Life): void {
		const id = ctx.id.toString();
		this.#byObject.set(id, new Map([...(this.#byObject.get(id) ?? []), ...appended]));
	}

	of(session: string): ReadonlyMap<number, EventType> {
		return this.#byObject.get(sessionStub(session).id.toString()) ?? new Map();
	}
}

/**
 * Until the end of the test, the object of any session dies right after each commit that holds an event. `abort` drops its
 * memory, timers, streams and calls of models, and whoever waits for it gets an error.
 *
 * A turn's writes are one commit, which comes after the turn, so no crash can leave an event and come earlier than this. The
 * platform might have sent the answer by then. Here nobody gets it: the call is held until the object is dead.
 */
export async function killAfterEvents(): Promise<Deaths> {
	const deaths = new Deaths();
	const lives = new WeakMap<SqlStorage, Life>();

	async function die(life: Life): Promise<void> {
		await life.ctx.storage.sync();
		deaths.add(life);
		life.ctx.abort("killed after the commit of an event");
	}

	const dying = (call: Call): Call =>
		async function (...args) {
			const { sql } = this.ctx.storage;
			const life = lives.get(sql) ?? { ctx: this.ctx, appended: new Map() };
			lives.set(sql, life);
			const result = await call.apply(this, args);
			return life.appended.size === 0 ? result : new Promise(() => {});
		};

	const recording = (exec: Exec): Exec =>
		function (query, ...bindings) {
			const life = lives.get(this);
			if (life && query.startsWith("INSERT INTO events")) {
				if (life.appended.size === 0) queueMicrotask(() => void die(life));
				life.appended.set(Number(bindings[0]), JSON.parse(String(bindings[1])).type);
			}
			return exec.call(this, query, ...bindings);
		};

	// It changes the classes, because each death is followed by another instance.
	const change = (over: (classes: { calls: Record<string, Call>; sql: { exec: Exec } }) => void) =>
		runInDurableObject(sessionStub("se_anybody"), (object, { storage }) =>
			over({ calls: Object.getPrototypeOf(object), sql: Object.getPrototypeOf(storage.sql) }),
		);
	let restore = () => {};
	await change(({ calls, sql }) => {
		const { exec } = sql;
		const own = Object.getOwnPropertyNames(calls).filter((name) => name !== "constructor");
		const before = own.map((name) => [name, calls[name] as Call] as const);
		for (const [name, call] of before) calls[name] = dying(call);
		sql.exec = recording(exec);
		restore = () => {
			Object.assign(calls, Object.fromEntries(before));
			sql.exec = exec;
		};
	});
	onTestFinished(() => restore());
	return deaths;
}

/** More than the commits with which one request can end. */
const MOST_DEATHS = 6;

/**
 * Repeats a request until it is answered, as participants' browsers, survey tools and recruiters do. Each failure has to say that it may be
 * repeated. `meanwhile` runs after each.
 */
export async function untilAnswered(
	ask: () => Promise<Response>,
	meanwhile: () => Promise<unknown> = async () => {},
): Promise<Response> {
	for (let time = 0; time <= MOST_DEATHS; time += 1) {
		const response = await ask();
		if (response.status < 500) return response;
		expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
		expect(await problemIn(response)).toMatchObject({ code: "unavailable" });
		await meanwhile();
	}
	throw new Error(`not answered after ${MOST_DEATHS} deaths`);
}

export const patientFetch: Fetch = (path, init) => untilAnswered(() => fetchWorker(path, init));

/**
 * Serves the alarm, again if the object dies meanwhile. Fails unless the alarm was due soon after each death: nothing else brings a
 * session on whose participant does not return.
 */
export async function alarmUntilServed(session: string): Promise<void> {
	for (let time = 0; time <= MOST_DEATHS; time += 1) {
		expect((await alarmAtMs(session)) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(Date.now() + WATCH_MS);
		const served = await runDurableObjectAlarm(sessionStub(session)).catch((error) => {
			if (error.durableObjectReset !== true) throw error;
			return null;
		});
		if (served !== null) return;
	}
	throw new Error(`not served after ${MOST_DEATHS} deaths`);
}

/** Ends this life of the object at once. */
export async function dropMemory(session: string): Promise<void> {
	const death = runInDurableObject(sessionStub(session), async (_, ctx) => {
		await ctx.storage.sync();
		ctx.abort("its memory is dropped");
	});
	await expect(death).rejects.toMatchObject({ durableObjectReset: true });
}
