import { describe, expect, it } from "vitest";
import { expectContract, problemIn, readJson, send } from "../../support/http/http.ts";
import { createStudy, openStudy } from "../../support/http/participant.ts";
import { fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const validated = async (json: unknown) =>
	expectContract("POST", "/v1/studies/validate", await send("/v1/studies/validate", { method: "POST", json }));

describe("the validation of a protocol", () => {
	it("returns faults and warnings, and stores nothing", async () => {
		const good = await validated(smallStudy({ slug: "checked" }));
		expect(good).toMatchObject({ valid: true, errors: [] });
		const bad = await validated({ ...smallStudy({ slug: "checked" }), flow: ["consent", "abuot"], stray: 1 });
		expect(bad).toMatchObject({ valid: false, warnings: [] });
		expect((bad.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toContain("/stray");
		expect(await rows("SELECT 1 FROM studies WHERE slug = 'checked'")).toEqual([]);
	});
});

describe("a draft", () => {
	it("can be deleted, and the audit keeps that it existed", async () => {
		await createStudy(fetchWorker, KEY, smallStudy({ slug: "mistake" }));
		expect((await send("/v1/studies/mistake", { method: "DELETE" })).status).toBe(204);
		expect((await send("/v1/studies/mistake")).status).toBe(404);
		expect(await rows("SELECT 1 FROM study_versions")).toEqual([]);
		const [entry] = await rows<{ detail: string }>("SELECT detail FROM audit WHERE action = 'study.delete'");
		expect(JSON.parse(String(entry?.detail))).toMatchObject({ slug: "mistake" });
		await createStudy(fetchWorker, KEY, smallStudy({ slug: "mistake" }));
	});

	it("is made of an opened study by a copy, which keeps everything but its name", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "first-version" }));
		const copy = { method: "POST", json: { slug: "second-version" } };
		const made = await expectContract(
			"POST",
			"/v1/studies/{study}/copies",
			await send("/v1/studies/first-version/copies", copy),
		);
		const { slug: _, ...protocol } = (await readJson(await send("/v1/studies/first-version"))).protocol as Record<
			string,
			unknown
		>;
		expect(made).toMatchObject({ status: "draft", slug: "second-version", protocol });
		expect(await problemIn(await send("/v1/studies/first-version/copies", copy))).toMatchObject({
			code: "study_exists",
		});
	});

	it("is the only thing that can be deleted", async () => {
		expect(await problemIn(await send("/v1/studies/first-version", { method: "DELETE" }))).toMatchObject({
			code: "study_not_draft",
		});
	});
});
