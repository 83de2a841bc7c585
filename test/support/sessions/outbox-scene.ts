import { env, runInDurableObject } from "cloudflare:test";
import type { Env } from "../../../src/env.ts";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import type { Study } from "../../../src/session/domain/state.ts";
import { Deadlines } from "../../../src/session/object/deadlines.ts";
import { createSessionTables, EventLog, Meta } from "../../../src/session/object/storage.ts";
import { Outbox } from "../../../src/session/outbox/outbox.ts";
import { enforceRowLimit } from "../d1/row-limit.ts";

export type OutboxScene = {
	readonly outbox: Outbox;
	readonly meta: Meta;
	/** Flushes until the whole log is delivered. Throws if that takes more flushes than allowed. */
	readonly flushAll: (most?: number) => Promise<number>;
	readonly dueMs: (kind: string) => number | null;
};

type Given = {
	readonly name: string;
	readonly study: Study;
	readonly events: readonly SessionEvent[];
	readonly bindings?: Env;
	readonly clock?: () => number;
};

const OBJECT_TABLES = ["events", "event_pieces", "meta", "meta_pieces"];

/** An outbox over a log that a test wrote, in a real object whose tables refuse rows that the platform would refuse. */
export const withOutbox = <T>(given: Given, run: (scene: OutboxScene) => Promise<T>): Promise<T> =>
	runInDurableObject(
		env.SESSIONS.get(env.SESSIONS.idFromName(`outbox-${given.name}`)),
		async (_object, { storage }) => {
			createSessionTables(storage.sql);
			enforceRowLimit(storage.sql, ...OBJECT_TABLES);
			const log = new EventLog(storage.sql);
			const meta = new Meta(storage.sql);
			const deadlines = new Deadlines(storage);
			for (const [index, event] of given.events.entries()) log.append(index + 1, event);
			const { study, bindings = env as unknown as Env, clock = Date.now } = given;
			const outbox = new Outbox({ study, env: bindings, log, meta, deadlines, clock });
			const isDone = () => meta.get("projected") === String(given.events.length) && meta.get("partly") === null;
			return run({
				outbox,
				meta,
				flushAll: async (most = 10) => {
					for (let flushes = 1; flushes <= most; flushes += 1) {
						await outbox.flush();
						if (isDone()) return flushes;
					}
					throw new Error(`not delivered in ${most} flushes`);
				},
				dueMs: (kind) => {
					const [row] = storage.sql
						.exec<{ due_ms: number }>("SELECT due_ms FROM deadlines WHERE kind = ?", kind)
						.toArray();
					return row?.due_ms ?? null;
				},
			});
		},
	);
