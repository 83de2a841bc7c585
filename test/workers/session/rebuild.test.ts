import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { problemIn } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const slug = "rebuilt";
const tables = [
	"sessions",
	"conversations",
	"turns",
	"candidates",
	"ratings",
	"rankings",
	"form_answers",
	"exits",
] as const;
const all = async () => Promise.all(tables.map((table) => rows(`SELECT * FROM ${table} ORDER BY 1`)));

describe("when D1 has lost the sessions' rows", () => {
	it("writes the same rows again from the sessions' logs", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug, layout: "best-of" }));
		const done = await enrol(fetchWorker, KEY, slug, "done");
		await walk(fetchWorker, done);
		const begun = await enrol(fetchWorker, KEY, slug, "begun");
		for (const { session } of [done, begun]) await drain(session);
		const before = await all();
		await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));

		expect(await problemIn(await rebuild(slug, "{}"))).toMatchObject({
			errors: [
				{ pointer: "/after", detail: "Send an empty text in the first call, and then `next` of the call before." },
			],
		});
		const response = await rebuild(slug);
		expect(await response.json()).toMatchObject({ sessions: 2 });
		for (const { session } of [done, begun]) await drain(session);
		expect(await all()).toEqual(before);
	});
});

describe("when a session was erased before its start was reported", () => {
	it("rebuilds its row in the participant flow too", async () => {
		const study = "erased-at-once";
		await openStudy(fetchWorker, KEY, smallStudy({ slug: study }));
		const { session, token } = await enrol(fetchWorker, KEY, study, "gone");
		const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
		await fetchWorker(`/v1/sessions/${session}/withdraw`, { method: "POST", headers, body: '{"erase":true}' });
		await drain(session);
		const row = () => rows("SELECT * FROM sessions WHERE id = ?", session);
		const before = await row();
		expect(before).toMatchObject([{ source: "erased" }]);
		await env.DB.prepare("DELETE FROM sessions WHERE id = ?").bind(session).run();
		expect(await (await rebuild(study)).json()).toMatchObject({ sessions: 1 });
		await drain(session);
		expect(await row()).toEqual(before);
	});
});

describe("when D1 was restored to a time before an erasure", () => {
	it("deletes the erased rows again", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "restored" }));
		const { session, token } = await enrol(fetchWorker, KEY, "restored", "gone");
		await walk(fetchWorker, { session, token });
		await drain(session);
		const personal = [...tables, "participant_identities"] as const;
		const history = await Promise.all(personal.map((table) => rows(`SELECT * FROM ${table}`)));
		const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
		await fetchWorker(`/v1/sessions/${session}/withdraw`, { method: "POST", headers, body: '{"erase":true}' });
		await drain(session);
		const erased = await Promise.all(personal.map((table) => rows(`SELECT * FROM ${table}`)));
		expect(erased).not.toEqual(history);

		for (const [index, table] of personal.entries()) await restore(table, history[index] ?? []);
		await rebuild("restored");
		await drain(session);
		expect(await Promise.all(personal.map((table) => rows(`SELECT * FROM ${table}`)))).toEqual(erased);
	});
});

/** Restores a table as D1's Time Travel does. */
async function restore(table: string, history: readonly Record<string, unknown>[]): Promise<void> {
	const inserts = history.map((row) => {
		const values = Object.values(row);
		const places = values.map(() => "?").join(", ");
		return env.DB.prepare(`INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${places})`).bind(...values);
	});
	await env.DB.batch([env.DB.prepare(`DELETE FROM ${table}`), ...inserts]);
}

const rebuild = (study: string, body = '{"after":""}') =>
	fetchWorker(`/v1/studies/${study}/rebuild`, {
		method: "POST",
		headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
		body,
	});
