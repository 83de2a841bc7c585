import { describe, expect, it } from "vitest";
import { idsOf, receiver } from "../../support/webhooks/receiver.ts";
import { eventOf, withWebhooks } from "../../support/webhooks/webhook-scene.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

describe("a receiver that is down", () => {
	it("for hours and back: gets the event with the same id and body, signed anew", () =>
		withWebhooks("hours", async ({ service, create, publish, runFor }) => {
			const to = receiver("hours");
			await to.behave({ status: 503 }, { manner: "cut" }, { status: 500 }, { status: 502 }, { status: 200 });
			const { id } = create(to.url);
			const event = publish("hours");
			const alarms = await runFor(3 * HOUR);
			const received = await to.received();
			expect(received).toHaveLength(5);
			expect(new Set(idsOf(received))).toEqual(new Set([event.id]));
			expect(new Set(received.map(({ body }) => body)).size).toBe(1);
			const times = received.map(({ headers }) => Number(headers["webhook-timestamp"]));
			expect(times).toEqual([...times].sort((one, other) => one - other));
			expect(new Set(received.map(({ headers }) => headers["webhook-signature"])).size).toBeGreaterThan(3);
			for (const [index, offset] of [0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR].entries()) {
				expect(alarms[index]).toBeGreaterThanOrEqual(offset);
				expect(alarms[index]).toBeLessThanOrEqual(offset * 1.1 + SECOND);
			}
			const [delivery] = service.page(id, { limit: 10 })?.deliveries ?? [];
			expect(delivery).toMatchObject({ status: "delivered", nextAttemptAtMs: null, event: event.id });
			expect(delivery?.attempts.map(({ outcome, status }) => [outcome, status])).toEqual([
				["refused", 503],
				["unreachable", null],
				["refused", 500],
				["refused", 502],
				["delivered", 200],
			]);
		}));

	it("for longer than a day: gets ten attempts, and the delivery stays listed as failed", () =>
		withWebhooks("forever", async ({ service, create, publish, runFor }) => {
			const to = receiver("forever");
			await to.behave({ status: 500 });
			const { id } = create(to.url);
			publish("forever");
			const alarms = await runFor(3 * DAY);
			expect(await to.received()).toHaveLength(10);
			expect(alarms.at(-1)).toBeLessThanOrEqual(26.5 * HOUR);
			expect(service.page(id, { limit: 10 })?.deliveries).toMatchObject([{ status: "failed", nextAttemptAtMs: null }]);
		}));

	it("asks for a pause by Retry-After, and gets it", () =>
		withWebhooks("pause", async ({ create, publish, runFor }) => {
			const to = receiver("pause");
			await to.behave({ status: 429, headers: { "Retry-After": "600" } }, { status: 204 });
			create(to.url);
			publish("pause");
			const alarms = await runFor(HOUR);
			expect(await to.received()).toHaveLength(2);
			expect(alarms).toEqual([expect.any(Number), expect.any(Number)]);
			expect((alarms[1] ?? 0) - (alarms[0] ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE);
		}));

	it("does not hold up other receivers, nor other events", () =>
		withWebhooks("others", async ({ create, publish, runFor }) => {
			const [down, up] = [receiver("others-down"), receiver("others-up")];
			await down.behave({ status: 500 });
			create(down.url);
			create(up.url);
			for (let index = 0; index < 20; index += 1) publish(`others-${index}`);
			await runFor(SECOND);
			expect(new Set(idsOf(await up.received())).size).toBe(20);
			expect(new Set(idsOf(await down.received())).size).toBe(20);
		}));
});

describe("events", () => {
	it("that are handed over again are sent once, also weeks later", () =>
		withWebhooks("again", async ({ service, create, publish, runFor, wait }) => {
			const to = receiver("again");
			create(to.url);
			const event = publish("again");
			service.publish([event, event]);
			await runFor(MINUTE);
			for (const days of [1, 20, 8, 2, 60]) {
				wait(days * DAY);
				service.publish([event]);
				await runFor(MINUTE);
			}
			expect(await to.received()).toHaveLength(1);
		}));

	it("that occurred before a receiver was added are not sent to it", () =>
		withWebhooks("before", async ({ service, create, runFor }) => {
			const to = receiver("before");
			create(to.url);
			service.publish([eventOf("before", Date.now() - HOUR)]);
			await runFor(MINUTE);
			expect(await to.received()).toEqual([]);
		}));

	it("go only to receivers that asked for them", () =>
		withWebhooks("asked", async ({ create, publish, runFor }) => {
			const [all, some, none] = ["asked-all", "asked-some", "asked-none"].map(receiver);
			create(String(all?.url));
			create(String(some?.url), ["study.full", "session.completed"]);
			create(String(none?.url), ["study.full"]);
			publish("asked");
			await runFor(MINUTE);
			expect(await Promise.all([all, some, none].map(async (to) => (await to?.received())?.length))).toEqual([1, 1, 0]);
		}));

	it("are forgotten after thirty days", () =>
		withWebhooks("forgotten", async ({ service, create, publish, runFor, wait }) => {
			const { id } = create(receiver("forgotten").url);
			publish("first");
			await runFor(MINUTE);
			wait(31 * DAY);
			publish("second");
			await runFor(MINUTE);
			expect(service.page(id, { limit: 10 })?.deliveries).toHaveLength(1);
		}));
});

describe("a delivery that is sent again", () => {
	it("has the same id and body, and a new schedule", () =>
		withWebhooks("resent", async ({ service, create, publish, runFor }) => {
			const to = receiver("resent");
			await to.behave({ status: 500 });
			const { id } = create(to.url);
			const event = publish("resent");
			await runFor(3 * DAY);
			await to.behave({ status: 500 }, { status: 204 });
			const [delivery] = service.page(id, { limit: 1 })?.deliveries ?? [];
			expect(service.resend(delivery?.id ?? "")).toMatchObject({ ok: true, value: { status: "pending" } });
			await runFor(MINUTE);
			const received = await to.received();
			expect(received).toHaveLength(12);
			expect(new Set(idsOf(received))).toEqual(new Set([event.id]));
			expect(service.page(id, { limit: 1 })?.deliveries).toMatchObject([{ status: "delivered" }]);
			expect(service.page(id, { limit: 1 })?.deliveries[0]?.attempts).toHaveLength(12);
		}));
});

describe("the list of deliveries", () => {
	it("has pages without gaps or repeats, the newest first", () =>
		withWebhooks("pages", async ({ service, create, publish }) => {
			const { id } = create(receiver("pages").url);
			const published = Array.from({ length: 7 }, (_, index) => publish(`pages-${index}`).id);
			const seen: string[] = [];
			for (let after: string | null | undefined; after !== null; ) {
				const page = service.page(id, { limit: 3, ...(after && { after }) });
				seen.push(...(page?.deliveries ?? []).map(({ event }) => event));
				after = page?.next ?? null;
			}
			expect(seen).toEqual(published.reverse());
		}));
});
