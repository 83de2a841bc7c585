import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { keyWith, problemIn, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const SLUG = "survey-ids";
const PATH = `/v1/studies/${SLUG}/exports/survey-ids.csv`;
/** A number that loses digits if it is read as one. */
const LONG_ID = "12345678901234567890";
let live: Participant;
let key: string;

const idsOf = async (query = ""): Promise<Record<string, string>[]> =>
	parse(await (await send(PATH + query, { key })).text(), { columns: true });

beforeAll(async () => {
	await openStudy(fetchWorker, KEY, smallStudy({ slug: SLUG }));
	key = await keyWith("ids:read");
	live = await enrol(fetchWorker, KEY, SLUG, LONG_ID, { source: "qualtrics" });
	const pilot = await enrol(fetchWorker, KEY, SLUG, "of-the-pilot", { source: "pilot" });
	const erased = await enrol(fetchWorker, KEY, SLUG, "of-nobody");
	await walk(fetchWorker, live);
	await fetchWorker(`/v1/sessions/${erased.session}/withdraw`, {
		method: "POST",
		headers: { Authorization: `Bearer ${erased.token}`, "Content-Type": "application/json" },
		body: '{ "erase": true }',
	});
	for (const { session } of [live, pilot, erased]) await drain(session);
});

describe("the export of survey ids", () => {
	it("has each participant's id at the survey, under the pseudonym of the other exports", async () => {
		const all = await idsOf("?pool=live");
		expect(all).toMatchObject([
			{ session: live.session, survey_id: LONG_ID, source: "qualtrics", session_status: "completed" },
		]);
		const ratings = await (await send(`/v1/studies/${SLUG}/exports/ratings.csv?pool=live`)).text();
		expect(ratings).toContain(all[0]?.participant);
		expect(ratings).not.toContain(LONG_ID);
	});

	it("has no erased participant", async () => {
		expect((await idsOf()).map(({ survey_id }) => survey_id).toSorted()).toEqual([LONG_ID, "of-the-pilot"]);
	});

	it("needs the scope ids:read, which data:read does not include", async () => {
		const refused = await problemIn(await send(PATH, { key: await keyWith("data:read") }));
		expect(refused).toMatchObject({ code: "forbidden" });
		expect((await send(`/v1/studies/${SLUG}/exports/ratings.csv`, { key })).status).toBe(403);
		const other = await send(`/v1/studies/${SLUG}/exports/survey-ids.jsonl`);
		expect((await problemIn(other)).code).toBe("not_found");
	});

	it("is in no package and no manifest", async () => {
		for (const name of ["all.zip", "datapackage.json"]) {
			const file = await (await send(`/v1/studies/${SLUG}/exports/${name}`)).arrayBuffer();
			expect(new TextDecoder().decode(file)).not.toMatch(new RegExp(`${LONG_ID}|survey-?ids_data|survey_id`));
		}
	});

	it("is recorded in the audit, each time", async () => {
		const count = async () =>
			(await rows<{ n: number }>("SELECT count(*) AS n FROM audit WHERE action = 'ids.read'"))[0]?.n ?? 0;
		const before = await count();
		await idsOf("?pool=pilot");
		expect(await count()).toBe(before + 1);
		const [entry] = await rows<{ actor: string; detail: string }>(
			"SELECT actor, detail FROM audit WHERE action = 'ids.read' ORDER BY at DESC LIMIT 1",
		);
		expect(entry?.actor).toMatch(/^ak_/);
		expect(JSON.parse(entry?.detail ?? "{}")).toMatchObject({ pool: "pilot" });
	});
});
