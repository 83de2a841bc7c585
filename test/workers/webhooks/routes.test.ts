import { createExecutionContext, env, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app/app.ts";
import { expectContract, keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { createStudy } from "../../support/http/participant.ts";
import { eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";
import { idsOf, receiver, typesOf } from "../../support/webhooks/receiver.ts";

const PATH = "/v1/studies/{study}/webhooks";
const DELIVERIES = `${PATH}/{webhook}/deliveries`;
const slugs = ["routes", "routes-many", "routes-refused", "routes-test", "routes-idempotent", "routes-other"];
beforeAll(async () => {
	for (const slug of slugs) await createStudy(fetchWorker, KEY, smallStudy({ slug }));
});

const post = (path: string, json?: unknown, headers: Record<string, string> = {}) =>
	send(`/v1/studies/${path}`, { method: "POST", headers, ...(json !== undefined && { json }) });
const create = async (slug: string, url: string, events: readonly string[] = []) =>
	(await expectContract("POST", PATH, await post(`${slug}/webhooks`, { url, events }))) as {
		id: string;
		secret: string;
	};

describe("a webhook", () => {
	const slug = "routes";

	it("is created with a secret that is shown once, listed, and deleted", async () => {
		const { id, secret } = await create(slug, receiver("routes").url, ["session.completed"]);
		expect(secret).toMatch(/^whsec_/);
		const listed = await send(`/v1/studies/${slug}/webhooks`);
		expect(await expectContract("GET", PATH, listed)).toMatchObject({
			webhooks: [{ id, events: ["session.completed"], disabledAt: null, previousSecretUntil: null }],
		});
		expect(JSON.stringify(await readJson(await send(`/v1/studies/${slug}/webhooks`)))).not.toContain("whsec_");
		const rotated = await post(`${slug}/webhooks/${id}/secret`);
		const after = await expectContract("POST", `${PATH}/{webhook}/secret`, rotated);
		expect(after).toMatchObject({ id, previousSecretUntil: expect.any(String) });
		expect(after.secret).not.toBe(secret);
		expect((await send(`/v1/studies/${slug}/webhooks/${id}`, { method: "DELETE" })).status).toBe(204);
		expect(await problemIn(await send(`/v1/studies/${slug}/webhooks/${id}`, { method: "DELETE" }))).toMatchObject({
			code: "not_found",
		});
		expect(await readJson(await send(`/v1/studies/${slug}/webhooks`))).toEqual({ webhooks: [] });
		const entries = await rows<{ action: string; detail: string }>(
			"SELECT action, detail FROM audit WHERE target = ? ORDER BY at, id",
			id,
		);
		expect(entries.map(({ action }) => action).sort()).toEqual(["webhook.create", "webhook.delete", "webhook.rotate"]);
		expect(JSON.stringify(entries)).not.toMatch(/whsec_|hooks\/routes/);
	});

	it("stores neither its address nor its secret readable", async () => {
		const { id, secret } = await create(slug, `${receiver("concealed").url}?token=of-the-receiver`);
		const [study] = await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug);
		const stored = await runInDurableObject(
			env.WEBHOOKS.get(env.WEBHOOKS.idFromName(study?.id ?? "")),
			(_object, { storage }) => JSON.stringify(storage.sql.exec("SELECT * FROM endpoints").toArray()),
		);
		expect(stored).toContain(id);
		expect(stored).not.toMatch(new RegExp(`of-the-receiver|${secret.slice(6, 20).replace(/\W/g, ".")}`));
	});

	it("is one of five at most", async () => {
		for (let index = 0; index < 5; index += 1) await create("routes-many", receiver(`many-${index}`).url);
		const sixth = await post("routes-many/webhooks", { url: receiver("many-6").url });
		expect(await problemIn(sixth)).toMatchObject({ code: "study_state", detail: expect.stringContaining("at most 5") });
	});

	it.each<[string, unknown, string[]]>([
		["no address", {}, ["/url"]],
		["an address that is none", { url: "receiver" }, ["/url"]],
		["another scheme", { url: "ftp://receiver.example.org/" }, ["/url"]],
		["a password", { url: "https://user:password@receiver.example.org/" }, ["/url"]],
		["an address that is too long", { url: `https://receiver.example.org/${"x".repeat(2000)}` }, ["/url"]],
		["an unknown event", { url: "https://receiver.example.org/", events: ["session.started"] }, ["/events/0"]],
		["an event twice", { url: "https://receiver.example.org/", events: ["study.full", "study.full"] }, ["/events"]],
		["a secret of one's own", { url: "https://receiver.example.org/", secret: "whsec_x" }, ["/secret"]],
	])("is refused with %s, and the pointer names the field", async (_, json, pointers) => {
		const refused = await post("routes-refused/webhooks", json);
		expect(refused.status).toBe(400);
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers });
	});

	it.each(["http://receiver.example.org/", "https://localhost/", "https://127.0.0.1/", "https://[::1]/"])(
		"is refused at %s in a deployment",
		async (url) => {
			const headers = { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" };
			const body = JSON.stringify({ url });
			const request = new Request("https://crossover.test/v1/studies/routes-refused/webhooks", {
				...{ method: "POST", headers, body },
			});
			const deployed = { ...env, WEBHOOKS_LOCAL: "" };
			const refused = await createApp().fetch(request, deployed, createExecutionContext());
			expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: ["/url"] });
		},
	);

	it("is created once for one Idempotency-Key, with the same secret", async () => {
		const again = () =>
			post("routes-idempotent/webhooks", { url: receiver("idempotent").url }, { "Idempotency-Key": "one" });
		const [first, second] = [await readJson(await again()), await readJson(await again())];
		expect(second).toEqual(first);
		expect(await readJson(await send("/v1/studies/routes-idempotent/webhooks"))).toMatchObject({
			webhooks: [{ id: first.id }],
		});
	});

	it("needs studies:write to be made, and studies:read to be seen", async () => {
		const reader = await keyWith("studies:read");
		const path = "/v1/studies/routes/webhooks";
		expect((await send(path, { key: reader })).status).toBe(200);
		const made = await send(path, { method: "POST", key: reader, json: { url: "https://receiver.example.org/" } });
		expect(await problemIn(made)).toMatchObject({ code: "forbidden" });
	});
});

describe("a test event", () => {
	const slug = "routes-test";

	it("is delivered, listed, and sent again with the same id by both addresses", async () => {
		const to = receiver("routes-test");
		const { id } = await create(slug, to.url);
		const sent = await expectContract("POST", `${PATH}/{webhook}/test`, await post(`${slug}/webhooks/${id}/test`));
		expect(sent).toMatchObject({ webhook: id, type: "webhook.test", status: "pending" });
		const arrived = (n: number) => eventually(async () => (await to.received()).length >= n, `delivery ${n}`);
		await arrived(1);
		const nested = await post(`${slug}/webhooks/${id}/deliveries/${sent.id}/resend`);
		await expectContract("POST", `${DELIVERIES}/{delivery}/resend`, nested);
		await arrived(2);
		const short = await post(`${slug}/deliveries/${sent.id}/resend`);
		await expectContract("POST", "/v1/studies/{study}/deliveries/{delivery}/resend", short);
		await arrived(3);
		expect(new Set(idsOf(await to.received()))).toEqual(new Set([sent.event]));
		expect(new Set(typesOf(await to.received()))).toEqual(new Set(["webhook.test"]));
		const listed = async () =>
			(await expectContract("GET", DELIVERIES, await send(`/v1/studies/${slug}/webhooks/${id}/deliveries`))) as {
				deliveries: { status: string; attempts: unknown[] }[];
			};
		const done = await eventually(async () => {
			const { deliveries } = await listed();
			return deliveries[0]?.attempts.length === 3 && deliveries;
		}, "three attempts in the list");
		expect(done).toMatchObject([{ id: sent.id, status: "delivered", nextAttemptAt: null }]);
	});

	it.each([
		["a webhook that is not there", `${slug}/webhooks/wh_none/test`],
		["a delivery that is not there", `${slug}/deliveries/dl_none/resend`],
		["the secret of a webhook that is not there", `${slug}/webhooks/wh_none/secret`],
	])("is refused for %s", async (_, path) => {
		expect(await problemIn(await post(path))).toMatchObject({ code: "not_found" });
	});

	it("is refused for a webhook of another study", async () => {
		const { id } = await create("routes-other", receiver("other").url);
		expect((await post(`${slug}/webhooks/${id}/test`)).status).toBe(404);
		expect((await send(`/v1/studies/${slug}/webhooks/${id}/deliveries`)).status).toBe(404);
	});

	it("is refused in a list after a delivery that is not there", async () => {
		const { id } = await create("routes-other", receiver("paged").url);
		const page = await send(`/v1/studies/routes-other/webhooks/${id}/deliveries?after=dl_none`);
		expect(await problemIn(page)).toMatchObject({ code: "not_found" });
	});
});
