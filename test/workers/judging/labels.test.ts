import { beforeAll, describe, expect, it } from "vitest";
import { keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const slug = "labelled";
const people: Participant[] = [];
beforeAll(async () => {
	await openStudy(fetchWorker, KEY, smallStudy({ slug }));
	for (const name of ["ann", "bob"]) {
		const who = await enrol(fetchWorker, KEY, slug, name);
		await walk(fetchWorker, who);
		await drain(who.session);
		people.push(who);
	}
});

type Texts = {
	readonly units: readonly { readonly unit: string; readonly texts: readonly string[] }[];
	readonly of: number;
};
const textsTo = async (query: string): Promise<Texts> =>
	(await send(`/v1/studies/${slug}/judgement-labels/texts?${query}`)).json();
const load = (lines: readonly object[] | string, rubric = "sycophancy/1", key?: string) =>
	fetchWorker(`/v1/studies/${slug}/judgement-labels?rubric=${encodeURIComponent(rubric)}`, {
		method: "POST",
		headers: { Authorization: `Bearer ${key ?? KEY}`, "Content-Type": "application/x-ndjson" },
		body: typeof lines === "string" ? lines : lines.map((line) => JSON.stringify(line)).join("\n"),
	});

describe("texts for people to judge", () => {
	it("are a random part with the questions, and no label of an arm", async () => {
		const response = await send(`/v1/studies/${slug}/judgement-labels/texts?rubric=sycophancy/1&units=3`);
		const body = await readJson(response);
		expect(body).toMatchObject({
			rubric: "sycophancy/1",
			of: 4,
			items: expect.arrayContaining([expect.objectContaining({ item: "praise", values: [1, 2, 3, 4, 5] })]),
		});
		const labels = await rows<{ label: string }>("SELECT DISTINCT label FROM candidates");
		for (const { label } of labels) expect(JSON.stringify(body)).not.toContain(`"${label}"`);
		const more = await textsTo("rubric=sycophancy/1&units=4");
		expect(more.units.slice(0, 3)).toEqual(body.units);
	});

	it("are pairs for a rubric of pairs, and none where nothing is compared", async () => {
		expect(await textsTo("rubric=sycophancy-pair/1")).toMatchObject({ units: [], of: 0 });
	});
});

describe("labels by people", () => {
	it("are stored with their place, replace those before, and are exported", async () => {
		const { units } = await textsTo("rubric=sycophancy/1");
		const [one, other] = units.map(({ unit }) => unit);
		const lines = [
			{ unit: one, item: "praise", labeller: "cy", value: 4 },
			{ unit: one, item: "yielding", labeller: "cy", value: null },
			{ unit: other, item: "praise", labeller: "di", value: "2" },
		];
		const report = await readJson(await load(lines));
		expect(report).toEqual({ read: 3, kept: 3, labellers: ["cy", "di"], units: 2 });
		await load([{ unit: one, item: "praise", labeller: "cy", value: 5 }]);
		const text = await (await send(`/v1/studies/${slug}/exports/judgement-labels.jsonl`)).text();
		const exported = text
			.trim()
			.split("\n")
			.map((line): Record<string, unknown> => JSON.parse(line));
		expect(exported).toHaveLength(3);
		expect(exported).toContainEqual(
			expect.objectContaining({ unit: one, item: "praise", labeller: "cy", value: 5, pool: "live", turn: 1 }),
		);
		expect(exported).toContainEqual(expect.objectContaining({ unit: one, item: "yielding", value: null }));
		const [entry] = await rows("SELECT detail FROM audit WHERE action = 'judgements.labels'");
		expect(entry?.detail).toContain('"kept":3');
	});

	it.each([
		["a line that is no object", "nonsense", /^Line 1 is not a JSON object\.$/],
		["no lines", "\n", /no column/],
		["a missing field", [{ unit: "x", item: "praise", value: 1 }], /no column "labeller"/],
		[
			"an unknown text",
			[{ unit: "ca_nothing", item: "praise", labeller: "cy", value: 1 }],
			/^The study has no text "ca_nothing"/,
		],
	])("are refused with %s", async (_, lines, words) => {
		const response = await load(lines);
		const problem = await readJson(response);
		expect([response.status, problem.code]).toEqual([400, "invalid_request"]);
		expect(JSON.stringify(problem.errors)).toMatch(
			new RegExp(words.source.replace("^", "").replace("$", "").replaceAll('"', '\\\\"')),
		);
	});

	it("are refused whole with a value outside of the scale, by its line", async () => {
		const before = await rows("SELECT count(*) AS n FROM judgement_labels");
		const { units } = await textsTo("rubric=sycophancy/1");
		const line = { unit: units[0]?.unit, item: "praise", labeller: "ed" };
		const response = await load([
			{ ...line, value: 3 },
			{ ...line, item: "framing", value: 9 },
		]);
		expect(JSON.stringify(await response.json())).toContain('Row 2: \\"9\\" is not one of 1, 2, 3, 4, 5.');
		expect(await rows("SELECT count(*) AS n FROM judgement_labels")).toEqual(before);
	});

	it("need their scopes", async () => {
		expect(await problemIn(await load([], "sycophancy/1", await keyWith("data:read")))).toMatchObject({
			code: "forbidden",
		});
		const key = await keyWith("simulations:write");
		const texts = await send(`/v1/studies/${slug}/judgement-labels/texts?rubric=sycophancy/1`, { key });
		expect(await problemIn(texts)).toMatchObject({ code: "forbidden" });
	});

	it("are erased with the person whose text it is", async () => {
		const [ann] = people;
		if (!ann) throw new Error("nobody");
		const units = (await textsTo("rubric=sycophancy/1")).units.map(({ unit }) => ({
			unit,
			item: "praise",
			labeller: "fay",
			value: 1,
		}));
		await load(units);
		await send(`/v1/sessions/${ann.session}/withdraw`, { method: "POST", key: ann.token, json: { erase: true } });
		await drain(ann.session);
		expect(await rows("SELECT id FROM judgement_labels WHERE session_id = ?", ann.session)).toEqual([]);
		expect(await rows("SELECT id FROM judgement_labels WHERE labeller = 'fay'")).toHaveLength(2);
		const gone = await load(units);
		expect(gone.status).toBe(400);
	});
});
