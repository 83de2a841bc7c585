import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { breakD1 } from "../../support/faults/d1-faults.ts";
import { makeDue } from "../../support/faults/session-faults.ts";
import { readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, sessionStub } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";
import { freshWatch, watchStub } from "../../support/watch/fresh-watch.ts";

const MINUTE = 60_000;
const health = async () => readJson(await send("/healthz", { key: null }));
const alarms = async () => (await health()).alarms;

/** A platform whose alarm was due then and has not come. A clock that is moved would make other files' alarms late too. */
const overdueBy = (ms: number) =>
	runInDurableObject(watchStub(), (_, { storage }) => {
		storage.getAlarm = async () => Date.now() - ms;
	});

const warned: string[] = [];
beforeEach(async () => {
	await freshWatch();
	vi.spyOn(console, "warn").mockImplementation((line) => void warned.push(String(line)));
});
afterEach(() => {
	vi.restoreAllMocks();
	warned.length = 0;
});

describe("the check of alarms at /healthz", () => {
	it("says that they are behind while an alarm does not come, and that they are not when it has", async () => {
		expect(await alarms()).toBe("ok");
		await overdueBy(4 * MINUTE);
		expect(await alarms()).toBe("ok");
		await overdueBy(6 * MINUTE);
		const behind = await send("/healthz", { key: null });
		expect(behind.status).toBe(200);
		expect(await behind.json()).toMatchObject({ status: "degraded", alarms: "behind" });
		await freshWatch();
		expect(await alarms()).toBe("ok");
	});

	it("sets an alarm at each look, unless one is set", async () => {
		const alarmMs = () => runInDurableObject(watchStub(), (_, { storage }) => storage.getAlarm());
		expect(await alarmMs()).toBeNull();
		await alarms();
		expect(await alarmMs()).not.toBeNull();
		const farMs = Date.now() + 60 * MINUTE;
		await runInDurableObject(watchStub(), (_, { storage }) => storage.setAlarm(farMs));
		await alarms();
		expect(await alarmMs()).toBe(farMs);
		await runDurableObjectAlarm(watchStub());
		expect(await alarmMs()).toBeNull();
	});

	it("says so after a session's alarm came late, which is in the log too", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "late-alarms" }));
		const { session } = await enrol(fetchWorker, KEY, "late-alarms", "p");
		const stub = sessionStub(session);
		await runInDurableObject(stub, (_, { storage }) => {
			storage.sql.exec("INSERT INTO deadlines (kind, due_ms) VALUES ('again', ?)", Date.now() - 7 * MINUTE);
		});
		await runDurableObjectAlarm(stub);
		const late = warned.map((text) => JSON.parse(text)).filter(({ event }) => event === "alarm_late");
		expect(late).toContainEqual({ level: "warn", event: "alarm_late", minutes: expect.any(Number) });
		expect(Math.max(...late.map(({ minutes }) => minutes))).toBeGreaterThanOrEqual(7);
		await eventually(async () => (await alarms()) === "behind", "the report of a late alarm");
	});
});

describe("the check of rows at /healthz", () => {
	it.each(["read-only", "full", "down"] as const)("says that they are behind while D1 is %s", async (fault) => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: `refused-${fault}` }));
		const { session } = await enrol(fetchWorker, KEY, `refused-${fault}`, "p");
		await drain(session);
		const alarm = () => runDurableObjectAlarm(sessionStub(session));
		expect(await health()).toMatchObject({ rows: "ok", rowsBehindSeconds: null });
		const broken = breakD1(fault);
		// All rows are due again.
		await makeDue(session, "again");
		await alarm();
		for (let refusals = 1; refusals <= 3; refusals += 1) await alarm();
		await eventually(async () => (await health()).rows === "behind", "the report of refused rows");
		broken.repair();
		expect(await health()).toMatchObject({ status: "degraded", database: "ok", rows: "behind" });
		expect((await health()).rowsBehindSeconds).toSatisfy(Number.isInteger);
		await drain(session);
	});
});
