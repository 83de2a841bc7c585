import { Webhook as Reference } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { attempt } from "../../../src/webhooks/delivery/attempt.ts";
import { newSecret } from "../../../src/webhooks/receiver/secret.ts";
import { receiver } from "../../support/webhooks/receiver.ts";
import { withWebhooks } from "../../support/webhooks/webhook-scene.ts";

const [MINUTE, HOUR] = [60_000, 3_600_000];
const secret = newSecret((length) => new Uint8Array(length).fill(7));
const message = { id: "ev_receivers", body: '{"type":"webhook.test"}' };
const deps = { clock: Date.now, resolve: null, timeoutMs: 20_000 };
const sendTo = (url: string, over: Partial<typeof deps> = {}) =>
	attempt({ ...message, url, secrets: [secret] }, { ...deps, ...over });

describe("a receiver", () => {
	it("that checks the signature with the reference library accepts it", () =>
		withWebhooks("checked", async ({ service, create, publish, runFor }) => {
			const to = receiver("checked");
			const { id, secret } = create(to.url);
			await to.behave({ secret, status: 200 });
			publish("checked");
			await runFor(MINUTE);
			expect(service.page(id, { limit: 5 })?.deliveries).toMatchObject([{ status: "delivered" }]);
			const [got] = await to.received();
			expect(got?.headers).toMatchObject({ "content-type": "application/json", "user-agent": "Crossover-Webhooks/1" });
		}));

	it("with the wrong secret refuses the event, and accepts it once it has the right one", () =>
		withWebhooks("wrong", async ({ service, create, publish, runFor }) => {
			const to = receiver("wrong");
			const { id, secret: right } = create(to.url);
			await to.behave({ secret: secret.secret });
			publish("wrong");
			await runFor(MINUTE);
			expect(service.page(id, { limit: 5 })?.deliveries[0]?.attempts).toMatchObject([{ status: 401 }, { status: 401 }]);
			await to.behave({ secret: right });
			service.resend(service.page(id, { limit: 1 })?.deliveries[0]?.id ?? "");
			await runFor(1000);
			expect(service.page(id, { limit: 5 })?.deliveries).toMatchObject([{ status: "delivered" }]);
		}));

	it("that gets events out of order, or twice, recognises each by its id", () =>
		withWebhooks("order", async ({ create, publish, runFor }) => {
			const to = receiver("order");
			const { secret } = create(to.url);
			await to.behave({ status: 500 }, { status: 204 });
			const first = publish("order-first");
			await runFor(1000);
			const second = publish("order-second");
			await runFor(MINUTE);
			const received = await to.received();
			expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([first.id, second.id, first.id]);
			for (const { body, headers } of received) expect(() => new Reference(secret).verify(body, headers)).not.toThrow();
		}));

	it("notices a message that is replayed with another time or id", () =>
		withWebhooks("replayed", async ({ create, publish, runFor }) => {
			const to = receiver("replayed");
			const { secret } = create(to.url);
			publish("replayed");
			await runFor(MINUTE);
			const [got] = await to.received();
			const { body = "", headers = {} } = got ?? {};
			const verify = (changed: Record<string, string>) =>
				new Reference(secret).verify(body, { ...headers, ...changed });
			expect(() => verify({})).not.toThrow();
			expect(() => verify({ "webhook-timestamp": String(Number(headers["webhook-timestamp"]) - 600) })).toThrow();
			expect(() => verify({ "webhook-id": "ev_replayed" })).toThrow();
		}));

	it("gets signatures by both secrets for a day after a change", () =>
		withWebhooks("rotated", async ({ service, create, publish, runFor, wait }) => {
			const to = receiver("rotated");
			const { id, secret: before } = create(to.url);
			const after = service.rotate(id)?.secret ?? "";
			expect(after).not.toBe(before);
			await to.behave({ secret: before }, { secret: after }, { secret: before });
			publish("rotated-1");
			await runFor(1000);
			publish("rotated-2");
			await runFor(1000);
			expect(service.page(id, { limit: 5 })?.deliveries.map(({ status }) => status)).toEqual([
				"delivered",
				"delivered",
			]);
			wait(24 * HOUR);
			publish("rotated-3");
			await runFor(1000);
			expect((await to.received()).at(-1)?.headers["webhook-signature"]?.split(" ")).toHaveLength(1);
			expect(service.list()).toMatchObject([{ previousSecretUntilMs: null }]);
		}));

	it("that answers 410 is disabled, gets nothing more, and cannot be sent to", () =>
		withWebhooks("gone", async ({ service, create, publish, runFor }) => {
			const to = receiver("gone");
			await to.behave({ status: 410 });
			const { id } = create(to.url);
			publish("gone-1");
			publish("gone-2");
			await runFor(MINUTE);
			const before = (await to.received()).length;
			publish("gone-3");
			await runFor(48 * HOUR);
			expect(await to.received()).toHaveLength(before);
			expect(service.list()).toMatchObject([{ disabledAtMs: expect.any(Number) }]);
			const deliveries = service.page(id, { limit: 5 })?.deliveries ?? [];
			expect(deliveries.map(({ status }) => status)).toEqual(["failed", "failed"]);
			expect(service.resend(deliveries[0]?.id ?? "")).toEqual({ ok: false, error: "disabled" });
			expect(service.sendTest(id)).toEqual({ ok: false, error: "disabled" });
		}));

	it.each([301, 302, 303, 307, 308])("that answers %i is not followed, which is a failure", async (status) => {
		const [from, to] = [receiver(`redirects-${status}`), receiver(`redirected-${status}`)];
		await from.behave({ status, headers: { Location: to.url } });
		expect(await sendTo(from.url)).toEqual({ kind: "redirected", status, retryAfterMs: null });
		expect(await to.received()).toEqual([]);
	});

	it("that is slow is given up after the time limit", async () => {
		const to = receiver("slow");
		await to.behave({ manner: "silent" });
		expect(await sendTo(to.url, { timeoutMs: 300 })).toEqual({ kind: "timed_out", status: null, retryAfterMs: null });
	});

	it("that breaks the connection, or is not there, is unreachable", async () => {
		const to = receiver("cut");
		await to.behave({ manner: "cut" });
		expect(await sendTo(to.url)).toMatchObject({ kind: "unreachable", status: null });
		expect(await sendTo("http://localhost:1/")).toMatchObject({ kind: "unreachable", status: null });
	});

	it.each([200, 500])("that answers %i with a body without an end is not read", async (status) => {
		const to = receiver(`endless-${status}`);
		await to.behave({ status, manner: "endless" });
		expect(await sendTo(to.url)).toMatchObject({ status });
	});
});

describe("a private address", () => {
	const remote = { WEBHOOKS_LOCAL: "" };

	it("is not connected to, even if the webhook was created when it was allowed", () =>
		withWebhooks(
			"private",
			async ({ service, create, publish, runFor }) => {
				const to = receiver("private");
				const { id } = create(to.url.replace("localhost", "127.0.0.1"));
				publish("private");
				await runFor(1000);
				expect(await to.received()).toEqual([]);
				const [delivery] = service.page(id, { limit: 5 })?.deliveries ?? [];
				expect(delivery?.attempts).toMatchObject([{ outcome: "private_address", status: null }]);
			},
			remote,
		));

	it("is not connected to behind a name, nor after the name was changed", async () => {
		const to = receiver("rebound");
		const answers = [["10.0.0.1"], ["1.1.1.1", "127.0.0.1"], []];
		const resolve = async () => answers.shift() ?? [];
		const kinds = [];
		for (let index = 0; index < 3; index += 1)
			kinds.push((await attempt({ ...message, url: to.url, secrets: [secret] }, { ...deps, resolve })).kind);
		expect(kinds).toEqual(["private_address", "private_address", "unresolved"]);
		expect(await to.received()).toEqual([]);
	});

	it("is not connected to after a redirect", async () => {
		const [from, to] = [receiver("redirects-inside"), receiver("inside")];
		await from.behave({ status: 302, headers: { Location: to.url.replace("localhost", "127.0.0.1") } });
		expect(await sendTo(from.url)).toMatchObject({ kind: "redirected" });
		expect(await to.received()).toEqual([]);
	});
});

it("keeps nothing of a receiver's words, nor of a failed connection", () =>
	withWebhooks("words", async ({ service, create, publish, runFor }) => {
		const to = receiver("words");
		await to.behave({ status: 500, manner: "endless", headers: { "X-Internal": "10.0.0.1" } }, { manner: "cut" });
		const { id } = create(to.url);
		publish("words");
		await runFor(MINUTE);
		const [delivery] = service.page(id, { limit: 5 })?.deliveries ?? [];
		expect(delivery?.attempts).toEqual([
			{ atMs: expect.any(Number), outcome: "refused", status: 500 },
			{ atMs: expect.any(Number), outcome: "unreachable", status: null },
		]);
	}));
