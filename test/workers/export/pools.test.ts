import { beforeAll, describe, expect, it } from "vitest";
import { POOLS } from "../../../src/randomisation/draw/pool.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { expectContract, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const SLUG = "pools";
const EXPORTS = `/v1/studies/${SLUG}/exports`;
const DIVIDED = ["sessions", "conversations", "ratings", "rankings", "answers", "transcripts", "flow"];
const WHOLE = ["model-calls", "unblindings", "allocations", "items", "simulated-participants", "simulation-answers"];

const linesOf = async (path: string): Promise<Record<string, unknown>[]> =>
	(await (await send(path)).text())
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line));

beforeAll(async () => {
	await openStudy(fetchWorker, KEY, smallStudy({ slug: SLUG }));
	for (const source of ["test", "pilot", "simulated"]) {
		const who = await enrol(fetchWorker, KEY, SLUG, "somebody", { source });
		await walk(fetchWorker, who);
		await drain(who.session);
	}
});

describe.each(DIVIDED)("the export %s", (name) => {
	it.each(["live", "pilot", "simulated"])(
		"has only the rows of the pool %s if that pool is requested",
		async (pool) => {
			const all = await linesOf(`${EXPORTS}/${name}.jsonl`);
			const own = await linesOf(`${EXPORTS}/${name}.jsonl?pool=${pool}`);
			expect(own).toEqual(all.filter((row) => row.pool === pool));
			expect(own.length).toBeGreaterThan(0);
		},
	);
});

describe("a status", () => {
	it("limits the sessions of a table, with a pool and in each format", async () => {
		const left = await enrol(fetchWorker, KEY, SLUG, "declines");
		await walk(fetchWorker, left, undefined, () => ({ accept: false }));
		await drain(left.session);
		const all = await linesOf(`${EXPORTS}/sessions.jsonl?pool=live`);
		expect(new Set(all.map(({ status }) => status))).toEqual(new Set(["completed", "declined"]));
		for (const status of ["completed", "declined"]) {
			const own = await linesOf(`${EXPORTS}/sessions.jsonl?pool=live&status=${status}`);
			expect(own).toEqual(all.filter((row) => row.status === status));
		}
		expect(await linesOf(`${EXPORTS}/ratings.jsonl?status=declined`)).toEqual([]);
		const manifest = await readJson(await send(`${EXPORTS}/datapackage.json?pool=live&status=declined`));
		expect(manifest).toMatchObject({ pool: "live", status: "declined" });
		const counts = (manifest.resources as { path: string; rows: number }[]).filter(({ path }) =>
			path.startsWith("sessions."),
		);
		expect(counts.map(({ path, rows: n }) => [path, n])).toEqual([
			["sessions.jsonl", 1],
			["sessions.csv", 1],
			["sessions.parquet", 1],
		]);
	});

	it("is refused for tables that are not about sessions, and if it is unknown", async () => {
		for (const name of ["flow", "model-calls"])
			expect((await problemIn(await send(`${EXPORTS}/${name}.csv?status=completed`))).pointers).toEqual(["/status"]);
		expect((await problemIn(await send(`${EXPORTS}/sessions.csv?status=gone`))).pointers).toEqual(["/status"]);
	});
});

describe.each(WHOLE)("the export %s", (name) => {
	it("refuses a pool, because it is not divided by pool", async () => {
		const refused = await send(`${EXPORTS}/${name}.csv?pool=live`);
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: ["/pool"] });
	});
});

it("describes in the manifest the files that the same query returns", async () => {
	const manifest = await readJson(await send(`${EXPORTS}/datapackage.json?pool=live`));
	const resources = manifest.resources as { path: string; bytes: number }[];
	const named = (format: string) => [
		...DIVIDED.map((table) => `${table}.${format}?pool=live`),
		...WHOLE.map((table) => `${table}.${format}`),
	];
	for (const name of [...named("csv"), ...named("parquet")]) {
		const body = await (await send(`${EXPORTS}/${name}`)).arrayBuffer();
		expect(resources.find(({ path }) => path === name.split("?")[0])?.bytes, name).toBe(body.byteLength);
	}
});

it("refuses an unknown pool", async () => {
	expect((await problemIn(await send(`${EXPORTS}/sessions.csv?pool=everybody`))).pointers).toEqual(["/pool"]);
});

describe("the pool of the numbers", () => {
	const answered = async (path: string) => readJson(await send(`/v1/studies/${SLUG}/${path}`));

	it.each(["flow", "progress", "sessions", "deviations", "balance", "means"])(
		"is the live one in %s, unless another is asked for",
		async (path) => {
			expect(await answered(path)).toEqual(await answered(`${path}?pool=live`));
		},
	);

	it("is the live one in the report", async () => {
		expect(await answered("analysis")).toMatchObject({ study: { pool: "live" } });
	});

	it("can be each of the pools in the balance, with the labels of that pool", async () => {
		const labels: string[] = [];
		for (const pool of POOLS) {
			const asked = await send(`/v1/studies/${SLUG}/balance?pool=${pool}`);
			const balance = await expectContract("GET", "/v1/studies/{study}/balance", asked);
			expect(balance).toMatchObject({ pool, pace: null });
			const sequences = balance.sequences as { sequence: string[]; confirmed: number }[];
			expect(sequences.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(1);
			labels.push(...new Set(sequences.flatMap(({ sequence }) => sequence)));
			const drawn = await rows(
				"SELECT sequence FROM v_participants WHERE study = ? AND pool = ? AND session_status = 'completed'",
				SLUG,
				pool,
			);
			const confirmed = sequences.filter((row) => row.confirmed === 1);
			expect(confirmed.map(({ sequence }) => sequence.join(" "))).toEqual(drawn.map(({ sequence }) => sequence));
		}
		expect(new Set(labels).size).toBe(POOLS.length * ARM_IDS.length);
		expect((await problemIn(await send(`/v1/studies/${SLUG}/balance?pool=all`))).pointers).toEqual(["/pool"]);
	});
});

describe("the participant flow", () => {
	const flowOf = async (query = "") =>
		expectContract("GET", "/v1/studies/{study}/flow", await send(`/v1/studies/${SLUG}/flow${query}`));

	it("has the same names in the route and in the view", async () => {
		const [row] = await rows("SELECT * FROM v_flow WHERE study = ? AND pool = 'live'", SLUG);
		const { excluded, randomised, ...counts } = (await flowOf("?pool=live")) as Record<string, Record<string, number>>;
		const { total: excludedTotal, ...before } = excluded ?? {};
		const { total: randomisedTotal, ...after } = randomised ?? {};
		const { assessed, not_yet_randomised } = counts;
		const named = { assessed, not_yet_randomised, randomised: randomisedTotal, ...before, ...after };
		expect(row).toMatchObject(named);
		const { study: _, pool: __, left_before, ...columns } = row ?? {};
		expect(Object.keys(named).toSorted()).toEqual(Object.keys(columns).toSorted());
		expect(excludedTotal).toBe(Object.values(before).reduce((sum, n) => sum + n, 0));
		expect(left_before).toBe((before.withdrawn_before ?? 0) + (before.expired_before ?? 0));
	});

	it("names arms as the balance does: by label while the study is blinded, then by id", async () => {
		const namesIn = async (path: string) => {
			const { sequences } = await readJson(await send(`/v1/studies/${SLUG}/${path}`));
			return new Set((sequences as { sequence: string[] }[]).flatMap(({ sequence }) => sequence));
		};
		const blinded = await namesIn("flow?pool=live");
		expect(blinded).toEqual(await namesIn("balance"));
		for (const arm of ARM_IDS) expect(blinded).not.toContain(arm);
		await send(`/v1/studies/${SLUG}/close`, { method: "POST" });
		await closeAndUnblind(SLUG);
		expect(await namesIn("flow?pool=live")).toEqual(new Set(ARM_IDS));
		expect(await namesIn("balance")).toEqual(new Set(ARM_IDS));
	});
});
