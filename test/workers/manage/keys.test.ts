import { beforeAll, describe, expect, it } from "vitest";
import { expectContract, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const mint = async (json: object, key = KEY) => {
	const response = await send("/v1/keys", { method: "POST", json: { name: "test", ...json }, key });
	return (await expectContract("POST", "/v1/keys", response)) as { id: string; key: string; studies: string[] | null };
};
const listed = async () =>
	((await expectContract("GET", "/v1/keys", await send("/v1/keys"))) as { keys: Record<string, unknown>[] }).keys;
const statusOf = async (path: string, key: string, more = {}) => (await send(path, { key, ...more })).status;

beforeAll(async () => {
	for (const slug of ["mine", "theirs"]) await openStudy(fetchWorker, KEY, smallStudy({ slug }));
});

describe("a key that is bound to a study", () => {
	it("works only for this study and its sessions", async () => {
		const { key, studies } = await mint({ scopes: ["studies:read", "data:read", "admin"], studies: ["mine"] });
		expect(studies).toHaveLength(1);
		expect(await statusOf("/v1/studies/mine/flow", key)).toBe(200);
		expect(await statusOf("/v1/studies/theirs/flow", key)).toBe(403);
		expect(await statusOf("/v1/studies/nothing/flow", key)).toBe(403);
		for (const path of ["/v1/keys", "/v1/audit"]) expect(await statusOf(path, key)).toBe(403);
		const seen = await readJson(await send("/v1/studies", { key }));
		expect(seen.studies).toMatchObject([{ slug: "mine" }]);
		const [own, other] = [await enrol(fetchWorker, KEY, "mine", "a"), await enrol(fetchWorker, KEY, "theirs", "b")];
		for (const { session } of [own, other]) await drain(session);
		expect(await statusOf(`/v1/sessions/${own.session}/summary`, key)).toBe(200);
		expect(await statusOf(`/v1/sessions/${other.session}/summary`, key)).toBe(403);
	});

	it("needs a study that exists", async () => {
		const response = await send("/v1/keys", {
			method: "POST",
			json: { name: "x", scopes: ["admin"], studies: ["no"] },
		});
		expect(await problemIn(response)).toMatchObject({ pointers: ["/studies"] });
	});
});

describe("the list of keys", () => {
	it("has no secret and no hash, and says when a key was last used", async () => {
		const { id, key } = await mint({ scopes: ["studies:read"] });
		await send("/v1/studies", { key });
		const used = await eventually(async () => {
			const found = (await listed()).find((row) => row.id === id);
			return found?.lastUsedAt ? found : null;
		}, "the use is recorded");
		expect(String(used.lastUsedAt)).toMatch(/:00:00\.000Z$/);
		const text = JSON.stringify(await listed());
		expect(text).not.toContain(key);
		const [row] = await rows<{ hash: string }>("SELECT hash FROM api_keys WHERE id = ?", id);
		expect(text).not.toContain(String(row?.hash));
	});
});

describe("a key with an end", () => {
	it("is refused after it", async () => {
		const { id, key } = await mint({ scopes: ["studies:read"], expiresAt: "2999-01-01T00:00:00Z" });
		expect(await statusOf("/v1/studies", key)).toBe(200);
		await rows("UPDATE api_keys SET expires_at = '2026-01-01T00:00:00.000Z' WHERE id = ?", id);
		expect(await statusOf("/v1/studies", key)).toBe(401);
		const past = { name: "x", scopes: ["admin"], expiresAt: "2020-01-01T00:00:00Z" };
		expect(await problemIn(await send("/v1/keys", { method: "POST", json: past }))).toMatchObject({
			pointers: ["/expiresAt"],
		});
	});
});

describe("the rotation of a key", () => {
	const rotate = (id: string, json = { overlapHours: 0 }) => send(`/v1/keys/${id}/rotate`, { method: "POST", json });

	it("gives the same rights under a new secret, and revokes the old one at once", async () => {
		const old = await mint({ scopes: ["studies:read"], studies: ["mine"] });
		const next = await expectContract("POST", "/v1/keys/{key}/rotate", await rotate(old.id));
		expect(next).toMatchObject({ scopes: ["studies:read"], studies: old.studies });
		expect(await statusOf("/v1/studies/mine/flow", String(next.key))).toBe(200);
		expect(await statusOf("/v1/studies/mine/flow", old.key)).toBe(401);
		expect((await rotate(old.id)).status).toBe(404);
		expect((await listed()).find((row) => row.id === next.id)).toMatchObject({ replaces: old.id });
	});

	it("lets the old one work during the overlap", async () => {
		const old = await mint({ scopes: ["studies:read"] });
		expect((await rotate(old.id, { overlapHours: 2 })).status).toBe(201);
		expect(await statusOf("/v1/studies", old.key)).toBe(200);
		await rows("UPDATE api_keys SET revoked_at = '2026-01-01T00:00:00.000Z' WHERE id = ?", old.id);
		expect(await statusOf("/v1/studies", old.key)).toBe(401);
	});
});

describe("a key that can unblind", () => {
	it("is on the record of the studies that it can unblind", async () => {
		const { id } = await mint({ scopes: ["unblind"], studies: ["mine"] });
		const own = await rows(
			"SELECT slug FROM audit JOIN studies ON studies.id = study_id WHERE action = 'key.unblind' AND target = ?",
			id,
		);
		expect(own).toEqual([{ slug: "mine" }]);
		const all = await mint({ scopes: ["unblind"] });
		expect(await rows("SELECT 1 FROM audit WHERE action = 'key.unblind' AND target = ?", all.id)).toHaveLength(2);
	});

	it("is made only by a key that can unblind", async () => {
		const { key } = await mint({ scopes: ["admin", "data:read"] });
		const response = await send("/v1/keys", { method: "POST", json: { name: "x", scopes: ["unblind"] }, key });
		expect(await problemIn(response)).toMatchObject({ code: "forbidden" });
	});

	it("loses that scope if it was added in the database", async () => {
		const { id, key } = await mint({ scopes: ["unblind", "studies:read"], studies: ["mine"] });
		await rows("UPDATE api_keys SET studies = NULL WHERE id = ?", id);
		const response = await send("/v1/studies/theirs/unblind", { method: "POST", json: { reason: "Curiosity." }, key });
		expect(response.status).toBe(403);
	});
});
