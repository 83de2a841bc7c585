import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { alarmWatch, freshAlarmWatch } from "../../support/alarms/fresh-watch.ts";
import { readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy } from "../../support/http/participant.ts";
import { eventually, fetchWorker, KEY, sessionStub } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const MINUTE = 60_000;
const alarms = async () => (await readJson(await send("/healthz", { key: null }))).alarms;

/** A platform whose alarm was due then and has not come. A clock that is moved would make other files' alarms late too. */
const overdueBy = (ms: number) =>
	runInDurableObject(alarmWatch(), (_, { storage }) => {
		storage.getAlarm = async () => Date.now() - ms;
	});

const warned: string[] = [];
beforeEach(async () => {
	await freshAlarmWatch();
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
		const health = await send("/healthz", { key: null });
		expect(health.status).toBe(200);
		expect(await health.json()).toMatchObject({ status: "degraded", alarms: "behind" });
		await freshAlarmWatch();
		expect(await alarms()).toBe("ok");
	});

	it("sets an alarm at each look, unless one is set", async () => {
		const alarmMs = () => runInDurableObject(alarmWatch(), (_, { storage }) => storage.getAlarm());
		expect(await alarmMs()).toBeNull();
		await alarms();
		expect(await alarmMs()).not.toBeNull();
		const farMs = Date.now() + 60 * MINUTE;
		await runInDurableObject(alarmWatch(), (_, { storage }) => storage.setAlarm(farMs));
		await alarms();
		expect(await alarmMs()).toBe(farMs);
		await runDurableObjectAlarm(alarmWatch());
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
