import { runInDurableObject } from "cloudflare:test";
import { onTestFinished } from "vitest";
import { sessionStub } from "../http/worker.ts";

type Exec = (query: string, ...bindings: unknown[]) => unknown;

const WRITE = /^\s*(insert|update|replace)/i;

/**
 * The storage of a session's object is full: reads and deletions work, as on the platform. It changes the class, because an
 * object that is evicted gets another instance. All sessions have it until it is repaired, at the latest by the end of the test.
 */
export async function fillStorage(
	session: string,
	tables = /events|meta|deadlines|reply_frames/,
): Promise<() => Promise<void>> {
	const change = (exec: Exec | null) =>
		runInDurableObject(sessionStub(session), (_, { storage }) => {
			const methods = Object.getPrototypeOf(storage.sql) as { exec: Exec };
			const original = methods.exec;
			methods.exec =
				exec ??
				function full(this: unknown, query, ...bindings) {
					if (WRITE.test(query) && tables.test(query)) throw new Error("database or disk is full: SQLITE_FULL");
					return original.call(this, query, ...bindings);
				};
			return original;
		});
	const original = await change(null);
	const repair = async () => void (await change(original));
	onTestFinished(repair);
	return repair;
}

/** A time in the past that makes deadlines due. It is not 0, because an alarm cannot have that time. */
export const makeDue = (session: string, ...kinds: readonly string[]): Promise<void> =>
	runInDurableObject(sessionStub(session), (_, { storage }) => {
		for (const kind of kinds)
			storage.sql.exec(
				"INSERT INTO deadlines (kind, due_ms) VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET due_ms = 1",
				kind,
			);
	});

export const alarmAtMs = (session: string): Promise<number | null> =>
	runInDurableObject(sessionStub(session), (_, { storage }) => storage.getAlarm());

/** Deletes the alarm, as when the platform has given it up. */
export const loseAlarm = (session: string): Promise<void> =>
	runInDurableObject(sessionStub(session), (_, { storage }) => storage.deleteAlarm());

/** The platform delivers an alarm at least once, so it may come twice, even at the same time. */
export const alarmTwice = (session: string): Promise<void> =>
	runInDurableObject(sessionStub(session), async (object) => {
		const alarm = () => (object as unknown as { alarm: () => Promise<void> }).alarm();
		await Promise.all([alarm(), alarm()]);
		await alarm();
	});
