import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { enrol, openStudy, walk } from "../../support/participant.ts";
import { smallStudy } from "../../support/small-study.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/worker.ts";

const slug = "rebuilt";
const tables = ["sessions", "conversations", "turns", "candidates", "ratings", "rankings", "answers", "exits"] as const;
const all = async () => Promise.all(tables.map((table) => rows(`SELECT * FROM ${table} ORDER BY 1`)));

describe("when D1 has lost what participants did", () => {
	it("is written again from the logs, row by row the same", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug, layout: "best-of" }));
		const done = await enrol(fetchWorker, KEY, slug, "done");
		await walk(fetchWorker, done);
		const begun = await enrol(fetchWorker, KEY, slug, "begun");
		for (const { session } of [done, begun]) await drain(session);
		const before = await all();
		await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));

		const response = await fetchWorker(`/v1/studies/${slug}/rebuild`, {
			method: "POST",
			headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
			body: '{"after":""}',
		});
		expect(await response.json()).toMatchObject({ sessions: 2 });
		for (const { session } of [done, begun]) await drain(session);
		expect(await all()).toEqual(before);
	});
});
