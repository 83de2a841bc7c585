import { env, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Deadlines } from "../../../src/session/object/deadlines.ts";
import { createSessionTables } from "../../../src/session/object/storage.ts";

const NOW = Date.now() + 3_600_000;
const MINUTE = 60_000;

type Scene = {
	readonly deadlines: Deadlines;
	readonly alarm: () => Promise<number | null>;
	readonly again: () => Deadlines;
};

const scene = (name: string, run: (scene: Scene) => Promise<void>): Promise<void> =>
	runInDurableObject(env.SESSIONS.get(env.SESSIONS.idFromName(`deadlines-${name}`)), async (_, { storage }) => {
		createSessionTables(storage.sql);
		const again = () => new Deadlines(storage);
		await run({ deadlines: again(), alarm: () => storage.getAlarm(), again });
		await storage.deleteAlarm();
	});

describe("the alarm of an object", () => {
	it("comes at the earliest deadline, or within the given time if that is earlier", () =>
		scene("earliest", async ({ deadlines, alarm }) => {
			await deadlines.arm(NOW);
			expect(await alarm()).toBeNull();
			deadlines.set("expiry", NOW + 60 * MINUTE);
			await deadlines.arm(NOW);
			expect(await alarm()).toBe(NOW + 60 * MINUTE);
			deadlines.set("reservation", NOW + 10 * MINUTE);
			await deadlines.arm(NOW, 5 * MINUTE);
			expect(await alarm()).toBe(NOW + 5 * MINUTE);
			deadlines.set("outbox", NOW + MINUTE);
			await deadlines.arm(NOW);
			expect(await alarm()).toBe(NOW + MINUTE);
		}));

	it("is not moved while it is early enough, because each change is billed", () =>
		scene("stays", async ({ deadlines, alarm }) => {
			await deadlines.arm(NOW, 2 * MINUTE);
			await deadlines.arm(NOW + MINUTE, 2 * MINUTE);
			deadlines.set("expiry", NOW + 60 * MINUTE);
			await deadlines.arm(NOW + MINUTE);
			expect(await alarm()).toBe(NOW + 2 * MINUTE);
		}));

	it("is tried again by the next call if it could not be set", () =>
		runInDurableObject(env.SESSIONS.get(env.SESSIONS.idFromName("deadlines-refused")), async (_, { storage }) => {
			createSessionTables(storage.sql);
			let isFull = true;
			const setAlarm = (ms: number) => (isFull ? Promise.reject(new Error("full")) : storage.setAlarm(ms));
			const deadlines = new Deadlines({ sql: storage.sql, setAlarm } as unknown as DurableObjectStorage);
			await expect(deadlines.arm(NOW, MINUTE)).rejects.toThrow("full");
			isFull = false;
			await deadlines.arm(NOW, 2 * MINUTE);
			expect(await storage.getAlarm()).toBe(NOW + 2 * MINUTE);
			await storage.deleteAlarm();
		}));

	it("is known after the object has started again", () =>
		scene("known", async ({ deadlines, alarm, again }) => {
			await deadlines.arm(NOW, MINUTE);
			const next = again();
			await next.load();
			await next.arm(NOW, 2 * MINUTE);
			expect(await alarm()).toBe(NOW + MINUTE);
		}));

	it("is set again after it was served, and after the platform has given it up", () =>
		scene("given-up", async ({ deadlines, alarm }) => {
			await deadlines.arm(NOW, MINUTE);
			deadlines.lease(NOW + MINUTE);
			await deadlines.arm(NOW + MINUTE, 2 * MINUTE);
			expect(await alarm()).toBe(NOW + 3 * MINUTE);
			await deadlines.arm(NOW + 14 * MINUTE, MINUTE);
			expect(await alarm()).toBe(NOW + 15 * MINUTE);
		}));

	it("is the earliest of what is stored, also after a transaction that failed", () =>
		scene("rolled-back", async ({ deadlines, alarm, again }) => {
			deadlines.set("expiry", NOW + 60 * MINUTE);
			await runInDurableObject(env.SESSIONS.get(env.SESSIONS.idFromName("deadlines-rolled-back")), (_, { storage }) => {
				const refused = () =>
					storage.transactionSync(() => {
						deadlines.set("outbox", NOW + MINUTE);
						deadlines.clear("expiry");
						throw new Error("refused");
					});
				expect(refused).toThrow("refused");
				deadlines.forget();
			});
			expect([deadlines.has("outbox"), deadlines.has("expiry")]).toEqual([false, true]);
			deadlines.set("reservation", NOW + 20 * MINUTE);
			deadlines.set("reservation", NOW + 30 * MINUTE);
			for (const each of [deadlines, again()]) expect(each.earliestMs()).toBe(NOW + 20 * MINUTE);
			deadlines.clear("reservation");
			for (const each of [deadlines, again()]) expect(each.earliestMs()).toBe(NOW + 60 * MINUTE);
			await deadlines.arm(NOW);
			expect(await alarm()).toBe(NOW + 60 * MINUTE);
		}));
});
