import { describe, expect, it } from "vitest";
import { requestsDuring } from "../../support/d1/counted-requests.ts";
import { readJson, send } from "../../support/http/http.ts";
import { createStudy, openStudy } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const start = (slug: string, id: string) =>
	send(`/v1/studies/${slug}/sessions`, { method: "POST", json: { participant: { id, source: "tool" } } });

/** What a request asks D1 for, without the rows that an object writes meanwhile. */
const reads = async (work: () => Promise<unknown>) =>
	(await requestsDuring(work)).filter((first) => /^select/i.test(first) && !/^select "unblinded_at" from/i.test(first));

describe("an arrival by a survey tool's call", () => {
	it("asks D1 once for the study and the person, after the first arrival of the study", async () => {
		const slug = "asked-together";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		const first = await readJson(await start(slug, "a"));
		await drain(String(first.session));
		expect(await reads(() => start(slug, "b"))).toHaveLength(1);
		// A person whom D1 knows is found by the same request.
		let again: Record<string, unknown> = {};
		const asked = await reads(async () => {
			again = await readJson(await start(slug, "a"));
		});
		expect(again).toMatchObject({ session: first.session, created: false });
		expect(asked).toHaveLength(1);
	});

	it("finds the study that has the slug now", async () => {
		const slug = "a-slug-that-moves";
		await createStudy(fetchWorker, KEY, smallStudy({ slug }));
		expect((await start(slug, "a")).status).toBe(409);
		expect((await send(`/v1/studies/${slug}`, { method: "DELETE" })).status).toBe(204);
		expect((await start(slug, "a")).status).toBe(404);
		await createStudy(fetchWorker, KEY, smallStudy({ slug }));
		expect((await start(slug, "a")).status).toBe(409);
		expect((await send(`/v1/studies/${slug}`, { method: "DELETE" })).status).toBe(204);
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		const started = await readJson(await start(slug, "a"));
		await drain(String(started.session));
		const found = await rows(
			"select 1 from sessions join studies on studies.id = sessions.study_id where sessions.id = ? and studies.slug = ?",
			started.session,
			slug,
		);
		expect(found).toHaveLength(1);
	});
});
