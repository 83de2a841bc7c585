import {
	abortAllDurableObjects,
	env,
	evictDurableObject,
	runDurableObjectAlarm,
	runInDurableObject,
} from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { LEASE_MS } from "../../../src/webhooks/delivery/deliveries.ts";
import type { Webhooks } from "../../../src/webhooks/webhook-client.ts";
import { eventually } from "../../support/http/worker.ts";
import { idsOf, receiver } from "../../support/webhooks/receiver.ts";
import { eventOf, STUDY, withWebhooks } from "../../support/webhooks/webhook-scene.ts";

const stubOf = (name: string) => {
	const stub = env.WEBHOOKS.get(env.WEBHOOKS.idFromName(`killed-${name}`));
	return stub as typeof stub & Webhooks;
};

describe("when the object dies", () => {
	it("after it took an event over: the alarm that was stored with the event sends it", async () => {
		const to = receiver("killed-taken");
		const stub = stubOf("taken");
		await stub.create({ study: STUDY, url: to.url, events: [] });
		const event = eventOf("killed-taken", Date.now() + 1);
		await stub.publish([event]);
		await evictDurableObject(stub);
		await eventually(async () => (await to.received()).length > 0, "the event");
		await runDurableObjectAlarm(stub);
		expect(idsOf(await to.received())).toEqual([event.id]);
	});

	it("before it took an event over: nothing is stored, and handing it over again sends it once", async () => {
		const to = receiver("killed-before");
		await stubOf("before").create({ study: STUDY, url: to.url, events: [] });
		await abortAllDurableObjects();
		const event = eventOf("killed-before", Date.now() + 1);
		await stubOf("before").publish([event]);
		await stubOf("before").publish([event]);
		await eventually(async () => (await to.received()).length > 0, "the event");
		await runDurableObjectAlarm(stubOf("before"));
		expect(idsOf(await to.received())).toEqual([event.id]);
	});

	it("while the receiver answers: the attempt is repeated with the same id once its lease ends", () =>
		withWebhooks("killed-lease", async ({ service, create, publish, runFor, wait, evicted }) => {
			const to = receiver("killed-lease");
			await to.behave({ manner: "silent" }, { status: 204 });
			const { id } = create(to.url);
			const event = publish("killed-lease");
			// Never awaited: this life of the object ends here.
			void evicted().serve();
			await eventually(async () => (await to.received()).length === 1, "the first attempt");
			expect(await runFor(LEASE_MS - 1000)).toEqual([]);
			wait(1000);
			await service.serve();
			expect(idsOf(await to.received())).toEqual([event.id, event.id]);
			expect(service.page(id, { limit: 5 })?.deliveries).toMatchObject([{ status: "delivered" }]);
		}));

	it("between its own attempts: the next one is made at its time", () =>
		withWebhooks("killed-between", async ({ create, publish, runFor, evicted, wait }) => {
			const to = receiver("killed-between");
			await to.behave({ status: 500 }, { status: 204 });
			create(to.url);
			publish("killed-between");
			await runFor(1000);
			wait(5000);
			await evicted().serve();
			expect(await to.received()).toHaveLength(2);
		}));

	it("after a failed attempt: the alarm of the next one stands", async () => {
		const to = receiver("killed-failed");
		await to.behave({ status: 503, headers: { "Retry-After": "600" } });
		const { webhook } = (await stubOf("failed").create({ study: STUDY, url: to.url, events: [] })) ?? {};
		await stubOf("failed").publish([eventOf("killed-failed", Date.now() + 1)]);
		const attempted = async () => {
			const page = await stubOf("failed").deliveries(webhook?.id ?? "", { limit: 1 });
			return page?.deliveries[0]?.attempts.length === 1 && page.deliveries[0].nextAttemptAtMs;
		};
		const nextAtMs = await eventually(attempted, "the failed attempt");
		// An eviction would wait for the time limit of the attempt, although that has ended.
		await abortAllDurableObjects();
		const alarmMs = () => runInDurableObject(stubOf("failed"), (_object, { storage }) => storage.getAlarm());
		expect(await eventually(alarmMs, "the alarm")).toBe(nextAtMs);
	});

	it("keeps no table if the study has no webhook", async () => {
		const stub = stubOf("none");
		await stub.publish([eventOf("none", Date.now())]);
		expect(await stub.list()).toEqual([]);
		const tables = await runInDurableObject(stub, (_object, { storage }) =>
			storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'").toArray(),
		);
		expect(tables).toEqual([]);
	});
});
