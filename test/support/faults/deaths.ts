import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, onTestFinished } from "vitest";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { WATCH_MS } from "../../../src/session/object/live-session.ts";
import { problemIn } from "../http/http.ts";
import type { Fetch } from "../http/participant.ts";
import { fetchWorker, sessionStub } from "../http/worker.ts";
import { alarmAtMs } from "./session-faults.ts";

type Events = Map<number, SessionEvent["type"]>;
type Exec = (this: SqlStorage, query: string, ...bindings: unknown[]) => unknown;
type Call = (this: { readonly ctx: DurableObjectState }, ...args: unknown[]) => Promise<unknown>;

/** What one life of an object appends to its log, by place. Its first commit of events is its end. */
type Life = { readonly ctx: DurableObjectState; readonly appended: Events };

/** The events after whose commit objects of sessions died. */
export class Deaths {
	readonly #lives = new WeakMap<SqlStorage, Life>();
	readonly #dead = new Map<string, Events>();

	/** The events of this session after whose commit its object died, by their place in the log. */
	of(session: string): ReadonlyMap<number, SessionEvent["type"]> {
		return this.#dead.get(sessionStub(session).id.toString()) ?? new Map();
	}

	/** The life of the object that is called. */
	lifeOf(ctx: DurableObjectState): Life {
		const { sql } = ctx.storage;
		const life = this.#lives.get(sql) ?? { ctx, appended: new Map() };
		this.#lives.set(sql, life);
		return life;
	}

	append(sql: SqlStorage, seq: number, { type }: SessionEvent): void {
		const life = this.#lives.get(sql);
		if (life?.appended.size === 0) queueMicrotask(() => void this.#end(life));
		life?.appended.set(seq, type);
	}

	async #end({ ctx, appended }: Life): Promise<void> {
		await ctx.storage.sync();
		const id = ctx.id.toString();
		this.#dead.set(id, new Map([...(this.#dead.get(id) ?? []), ...appended]));
		ctx.abort("killed after the commit of an event");
	}
}

/**
 * Until the end of the test, the object of any session dies right after each commit that holds an event. `abort` drops its
 * memory, timers, streams and calls of models, and whoever waits for it gets an error. An eviction would wait for them.
 *
 * A turn's writes are one commit, which comes after the turn, so no crash can leave an event and come earlier than this. The
 * platform might have sent the answer by then. Here nobody gets it: the call is held until the object is dead.
 */
export async function killAfterEvents(): Promise<Deaths> {
	const deaths = new Deaths();
	// It changes the classes, because each death is followed by another instance.
	const restore = await runInDurableObject(sessionStub("se_anybody"), (object, { storage }) => {
		const calls = Object.getPrototypeOf(object) as Record<string, Call>;
		const sql = Object.getPrototypeOf(storage.sql) as { exec: Exec };
		const names = Object.getOwnPropertyNames(calls).filter((name) => name !== "constructor");
		const before = { calls: Object.fromEntries(names.map((name) => [name, calls[name] as Call])), exec: sql.exec };
		for (const [name, call] of Object.entries(before.calls)) calls[name] = heldUntilDead(deaths, call);
		sql.exec = recorded(deaths, sql.exec);
		return () => {
			Object.assign(calls, before.calls);
			sql.exec = before.exec;
		};
	});
	onTestFinished(() => restore());
	return deaths;
}

const heldUntilDead = (deaths: Deaths, call: Call): Call =>
	async function (...args) {
		const { appended } = deaths.lifeOf(this.ctx);
		const result = await call.apply(this, args);
		return appended.size === 0 ? result : new Promise(() => {});
	};

const recorded = (deaths: Deaths, exec: Exec): Exec =>
	function (query, ...bindings) {
		const [seq, event] = bindings;
		if (query.startsWith("INSERT INTO events")) deaths.append(this, Number(seq), JSON.parse(String(event)));
		return exec.call(this, query, ...bindings);
	};

/** More than the commits with which one request can end. */
const MOST_DEATHS = 6;

/**
 * Repeats a request until it is answered, as browsers, survey tools and recruiters do. Each failure has to say that the request
 * may be repeated. `meanwhile` runs after each.
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
 * Serves the alarm, again if the object dies meanwhile. Fails unless the alarm was due soon after each death: nothing else
 * brings a session on whose participant does not return.
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
