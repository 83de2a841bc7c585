import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const create = (idempotencyKey: string, json: unknown, key?: string) =>
	send("/v1/keys", { method: "POST", json, headers: { "Idempotency-Key": idempotencyKey }, ...(key && { key }) });

const body = (name: string) => ({ name, scopes: ["data:read"] });

describe("a POST with an Idempotency-Key", () => {
	it("is worked on once and answered the same again", async () => {
		const first = await create("one", body("one"));
		const second = await create("one", body("one"));
		expect(second.status).toBe(201);
		expect(second.headers.get("Idempotency-Replayed")).toBe("true");
		expect(await second.text()).toBe(await first.text());
		expect(await rows("select id from api_keys where name = 'one'")).toHaveLength(1);
	});

	it("has the address of the created resource, also on a repeat", async () => {
		const post = () =>
			send("/v1/studies", {
				method: "POST",
				json: smallStudy({ slug: "kept" }),
				headers: { "Idempotency-Key": "kept" },
			});
		await post();
		expect((await post()).headers.get("Location")).toBe("https://crossover.test/v1/studies/kept");
	});

	it("means the same with and without quotes", async () => {
		const first = await create('"quoted"', body("quoted"));
		expect(await (await create("quoted", body("quoted"))).text()).toBe(await first.text());
	});

	it("is refused with another body", async () => {
		await create("two", body("two"));
		const response = await create("two", body("other"));
		expect(response.status).toBe(422);
		expect(await problemIn(response)).toMatchObject({ code: "idempotency_mismatch" });
	});

	it("belongs to the API key that sent it", async () => {
		const first = await readJson(await create("three", body("three")));
		const second = await readJson(await create("three", body("three"), await keyWith("admin")));
		expect(second.id).not.toBe(first.id);
	});

	it("runs once when it is sent several times at once", async () => {
		const answers = await Promise.all(Array.from({ length: 5 }, () => create("race", body("race"))));
		const statuses = answers.map(({ status }) => status);
		expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(1);
		expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
		expect(await rows("select id from api_keys where name = 'race'")).toHaveLength(1);
	});

	it("gets 409 while the first request is in progress, until that one is abandoned", async () => {
		const key = { name: "slow", scopes: ["data:read"] };
		await create("slow", key);
		await env.DB.prepare("update idempotency set status = null, body = null where idempotency_key = 'slow'").run();
		const busy = await create("slow", key);
		expect(busy.headers.get("Retry-After")).toBe("1");
		expect(await problemIn(busy)).toMatchObject({ code: "request_in_progress" });
		await env.DB.prepare(
			"update idempotency set created_at = '2020-01-01T00:00:00.000Z' where idempotency_key = 'slow'",
		).run();
		expect((await create("slow", key)).status).toBe(201);
	});

	it("is free again after a refusal, so that the corrected request runs", async () => {
		expect((await create("four", { name: "" })).status).toBe(400);
		expect((await create("four", body("four"))).status).toBe(201);
	});

	it("is free again after a day", async () => {
		const first = await readJson(await create("old", body("old")));
		await env.DB.prepare(
			"update idempotency set created_at = '2020-01-01T00:00:00.000Z' where idempotency_key = 'old'",
		).run();
		expect((await readJson(await create("old", body("old")))).id).not.toBe(first.id);
	});

	it("leaves no secret readable in D1", async () => {
		const { key } = await readJson(await create("secret", body("secret")));
		const dump = JSON.stringify([await rows("select * from idempotency"), await rows("select * from api_keys")]);
		expect(dump).not.toContain(key);
	});

	it("must be printable", async () => {
		expect((await create("a b", body("x"))).status).toBe(400);
	});
});
