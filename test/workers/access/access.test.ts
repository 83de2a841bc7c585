import { describe, expect, it } from "vitest";
import { expectContract, keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { rows } from "../../support/http/worker.ts";

describe("an API key", () => {
	it("is shown once, and only its hash is stored", async () => {
		const response = await send("/v1/keys", { method: "POST", json: { name: "mine", scopes: ["studies:read"] } });
		const { id, key } = await expectContract("POST", "/v1/keys", response);
		expect(key).toMatch(/^xo_[0-9a-hjkmnp-tv-z]{32}$/);
		const [row] = await rows<{ hash: string }>("select * from api_keys where id = ?", id);
		expect(row?.hash).toMatch(/^sha256:/);
		expect(JSON.stringify(row)).not.toContain(key);
	});

	it("gives no access once it is revoked", async () => {
		const made = await readJson(await send("/v1/keys", { method: "POST", json: { name: "short", scopes: ["admin"] } }));
		const key = String(made.key);
		expect((await send("/v1/audit", { key })).status).toBe(200);
		expect((await send(`/v1/keys/${made.id}`, { method: "DELETE" })).status).toBe(204);
		expect((await send("/v1/audit", { key })).status).toBe(401);
		expect((await send(`/v1/keys/${made.id}`, { method: "DELETE" })).status).toBe(204);
	});

	it("cannot create a key with a scope that it lacks itself", async () => {
		const key = await keyWith("admin", "data:read");
		const make = (...scopes: string[]) => send("/v1/keys", { method: "POST", key, json: { name: "more", scopes } });
		expect((await make("admin", "data:read")).status).toBe(201);
		for (const scope of ["unblind", "studies:write"]) {
			const refused = await problemIn(await make("data:read", scope));
			expect(refused).toMatchObject({ code: "forbidden", detail: expect.stringContaining(scope) });
		}
	});

	it("gets 404 if it does not exist", async () => {
		const response = await send("/v1/keys/ak_none", { method: "DELETE" });
		expect(await problemIn(response)).toMatchObject({ code: "not_found" });
	});

	it("can have only known scopes", async () => {
		const response = await send("/v1/keys", { method: "POST", json: { name: "x", scopes: ["admin", "everything"] } });
		expect((await problemIn(response)).pointers).toEqual(["/scopes/1"]);
	});
});

describe("the audit log", () => {
	it("lists acts with their actors, newest first, page by page", async () => {
		for (let n = 0; n < 5; n += 1) await keyWith("data:read");
		const seen: unknown[] = [];
		let path: string | null = "/v1/audit?limit=2";
		while (path) {
			const page = await expectContract("GET", "/v1/audit", await send(path));
			if (Array.isArray(page.entries)) seen.push(...page.entries.map(({ id }) => id));
			path = typeof page.next === "string" ? `/v1/audit?limit=2&cursor=${encodeURIComponent(page.next)}` : null;
		}
		const all = await rows<{ id: string }>("select id from audit order by at desc, id desc");
		expect(seen).toEqual(all.map(({ id }) => id));
	});

	it("refuses an invented cursor", async () => {
		for (const query of ["cursor=zzz", "cursor=%20", "limit=0", "limit=many", "cursor=YXxi"]) {
			expect((await send(`/v1/audit?${query}`)).status, query).toBe(400);
		}
	});
});
