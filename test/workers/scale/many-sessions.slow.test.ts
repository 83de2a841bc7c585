import { beforeAll, describe, expect, it } from "vitest";
import guide from "../../../docs/how-to/query-the-data.md?raw";
import preset from "../../../seeds/prism-x.json";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { copyPlaces, copySessions } from "../../support/d1/many-sessions.ts";
import { statementsDuring } from "../../support/d1/recorded-statements.ts";
import { send } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";

/**
 * What the dashboard's routes and the documented queries read, with 5,000 completed sessions of PRISM-X and 200 that are stuck. Rows are
 * asserted, because they repeat exactly; times are printed, because they are this machine's.
 */
const SLUG = "prism-x";
const PEOPLE = ["a", "b", "c", "d"];
const COPIES = 1249;
const STUCK_COPIES = 199;
const SESSIONS = PEOPLE.length * (COPIES + 1) + STUCK_COPIES + 1;
const WITHIN_MS = 900_000;

/** A page counts sessions or conversations, and reads no answers. The means read ratings and rankings, 36 for each session. */
const MOST_ROWS_OF_A_PAGE = 15 * SESSIONS;
const MOST_ROWS_OF_MEANS = 60 * SESSIONS;
/** A view reads each row of its study a few times at the most, whatever else it computes. */
const MOST_ROWS_OF_A_QUERY = 100 * SESSIONS;

beforeAll(async () => {
	const study = { ...preset, blinding: { ...preset.blinding, pace: "as-is" } } as ProtocolInput;
	await openStudy(fetchWorker, KEY, study, "?acceptLateReplies=true");
	const done: string[] = [];
	for (const id of PEOPLE) {
		const who = await enrol(fetchWorker, KEY, SLUG, id);
		await walk(fetchWorker, who);
		await drain(who.session);
		done.push(who.session);
	}
	const stuck = await enrol(fetchWorker, KEY, SLUG, "stuck");
	await walk(fetchWorker, stuck, ({ conversation }) => conversation?.index === 2);
	await drain(stuck.session);
	const [row] = await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", SLUG);
	await copySessions(done, COPIES);
	await copySessions([stuck.session], STUCK_COPIES);
	await copyPlaces(row?.id ?? "", COPIES);
}, WITHIN_MS);

/** How many rows of D1 the work reads, and how long it takes once everything is loaded. */
async function rowsRead(what: string, work: () => Promise<unknown>): Promise<number> {
	const statements = await statementsDuring(work);
	const from = performance.now();
	await work();
	const ms = Math.round(performance.now() - from);
	const slowest = Math.round(Math.max(0, ...statements.map((each) => each.ms)));
	const read = statements.reduce((sum, each) => sum + each.rowsRead, 0);
	// biome-ignore lint/suspicious/noConsole: the measurement is the result.
	console.log(`${ms} ms, the slowest of ${statements.length} statements ${slowest} ms, ${read} rows: ${what}`);
	return read;
}

const get = (path: string) => async () => {
	const response = await send(path);
	expect(response.status).toBe(200);
	return response.arrayBuffer();
};

const OF_STUDY = `/v1/studies/${SLUG}`;

it("has as many sessions as it says", { timeout: WITHIN_MS }, async () => {
	// Slow tests have one worker, whose storage is emptied before its first file alone.
	const ofStudy = "study_id = (SELECT id FROM studies WHERE slug = ?)";
	const counted = await rows(
		`SELECT status, count(*) AS n FROM sessions WHERE ${ofStudy} GROUP BY status ORDER BY n`,
		SLUG,
	);
	expect(counted).toEqual([
		{ status: "active", n: STUCK_COPIES + 1 },
		{ status: "completed", n: 5000 },
	]);
});

describe("a page of the dashboard", () => {
	it.each([
		"/v1/studies?limit=20",
		OF_STUDY,
		`${OF_STUDY}/progress`,
		`${OF_STUDY}/usage`,
		`${OF_STUDY}/flow`,
		`${OF_STUDY}/balance`,
		`${OF_STUDY}/deviations?limit=20`,
		`${OF_STUDY}/sessions?limit=50`,
		`${OF_STUDY}/sessions?status=completed&limit=50`,
		`${OF_STUDY}/sessions?stuck=true&limit=50`,
		`${OF_STUDY}/sessions?ended=true&limit=50`,
	])("reads few rows for each session: %s", { timeout: WITHIN_MS }, async (path) => {
		expect(await rowsRead(path, get(path))).toBeLessThanOrEqual(MOST_ROWS_OF_A_PAGE);
	});

	it("reads each rating once for the means", { timeout: WITHIN_MS }, async () => {
		const path = `${OF_STUDY}/means`;
		expect(await rowsRead(path, get(path))).toBeLessThanOrEqual(MOST_ROWS_OF_MEANS);
	});
});

describe("a documented query", () => {
	const queries = [...guide.matchAll(/--command "([^"]+)"/g)].map(([, sql = ""]) => sql.replaceAll(/\s+/g, " "));

	it.each(queries)("reads few rows for each session: %s", { timeout: WITHIN_MS }, async (sql) => {
		expect(await rowsRead(sql.slice(0, 120), () => rows(sql))).toBeLessThanOrEqual(MOST_ROWS_OF_A_QUERY);
	});
});
