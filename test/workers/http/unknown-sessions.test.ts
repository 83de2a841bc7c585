import { env, evictDurableObject, listDurableObjectIds, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { newSessionId, objectNameOf } from "../../../src/access/session/session-id.ts";
import { newId } from "../../../src/shared/id.ts";
import { problemIn, send } from "../../support/http/http.ts";
import { operations } from "../../support/http/operations.ts";
import { enrol, see } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const madeUp = () => newId("session", random);
const withMac = (): string => newSessionId(madeUp(), env);

const idsIn = async (namespace: DurableObjectNamespace) =>
	(await listDurableObjectIds(namespace)).map((id) => id.toString());

const ofSession = operations.filter(
	({ template }) => template.includes("{session}") && !template.includes("/studies/"),
);

/** Valid bodies, so that only the id is wrong. For other routes an empty object is valid. */
const BODIES: Readonly<Record<string, unknown>> = {
	"/v1/sessions/{session}/reports": { message: "ms_000000000000000000000000", kind: "harmful" },
};

beforeAll(async () => {
	await send("/v1/studies", { method: "POST", json: smallStudy({ slug: "known" }) });
	await send("/v1/studies/known/open", { method: "POST" });
});

describe("an invented session id", () => {
	it.each(ofSession.map((operation) => [`${operation.method} ${operation.template}`, operation] as const))(
		"wakes no object: %s",
		async (_, { method, template, takesBody }) => {
			for (const id of [madeUp(), `${madeUp()}${"0".repeat(16)}`]) {
				const path = template.replace("{session}", id).replace("{step}", "st_000000000000000000000000");
				const json = BODIES[template] ?? {};
				const response = await send(path, { method, key: "a token", ...(takesBody && { json }) });
				expect(response.status).toBe(404);
				expect(await idsIn(env.SESSIONS)).not.toContain(env.SESSIONS.idFromName(objectNameOf(id)).toString());
			}
		},
	);

	it("does not wake a study's object either", async () => {
		const before = await Promise.all([env.ALLOCATORS, env.USAGE, env.HEALTH].map(idsIn));
		for (const { method, path, takesBody } of operations) await send(path, { method, ...(takesBody && { json: {} }) });
		expect(await Promise.all([env.ALLOCATORS, env.USAGE, env.HEALTH].map(idsIn))).toEqual(before);
	});

	it("stores nothing, even with a valid MAC", async () => {
		const id = withMac();
		expect((await send(`/v1/sessions/${id}`, { key: "a token" })).status).toBe(404);
		expect((await send(`/s/${id}`, { key: null })).status).toBe(404);
		const tables = await runInDurableObject(sessionStub(id), (_, { storage }) =>
			storage.sql.exec("SELECT name FROM sqlite_master").toArray(),
		);
		expect(tables).toEqual([]);
	});

	it("is refused in the same way as a wrong token", async () => {
		const { session } = await enrol(fetchWorker, KEY, "known", "refused-alike");
		const [unknown, wrong] = await Promise.all(
			[withMac(), session].map(async (id) => problemIn(await send(`/v1/sessions/${id}`, { key: "a token" }))),
		);
		expect(unknown).toEqual(wrong);
	});
});

describe("the id of a session", () => {
	it("has its MAC wherever it is stored", async () => {
		const who = await enrol(fetchWorker, KEY, "known", "with-mac");
		expect(who.session).toMatch(/^se_[0-9a-z]{40}$/);
		expect(who.view.id).toBe(who.session);
		await drain(who.session);
		expect(await rows("SELECT id FROM sessions WHERE id = ?", who.session)).toHaveLength(1);
	});

	it("gives no access without its MAC", async () => {
		const who = await enrol(fetchWorker, KEY, "known", "mac-cut-off");
		await drain(who.session);
		expect((await send(`/v1/sessions/${objectNameOf(who.session)}`, { key: who.token })).status).toBe(404);
	});
});

describe("a session from before ids had a MAC", () => {
	/** Starts a session as before MACs: its id in the object and in D1 is only the name. */
	async function fromBefore(id: string) {
		const who = await enrol(fetchWorker, KEY, "known", id);
		const old = objectNameOf(who.session);
		await drain(who.session);
		await runInDurableObject(sessionStub(old), async (_, { storage }) => {
			storage.sql.exec("UPDATE events SET event = replace(event, ?, ?)", who.session, old);
		});
		await env.DB.prepare("UPDATE sessions SET id = ? WHERE id = ?").bind(old, who.session).run();
		await evictDurableObject(sessionStub(old));
		return { session: old, token: who.token };
	}

	it("continues under its old id", async () => {
		const old = await fromBefore("before-mac");
		expect(await see(fetchWorker, old)).toMatchObject({ id: old.session, status: "active" });
		expect((await send(`/s/${old.session}`, { key: null })).status).toBe(200);
	});

	it("is resumed when its participant returns", async () => {
		const old = await fromBefore("back-before-mac");
		const again = await enrol(fetchWorker, KEY, "known", "back-before-mac");
		expect(again).toMatchObject({ session: old.session, token: old.token });
	});
});
