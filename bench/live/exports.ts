import { type Fetch, openStudy } from "../../test/support/http/participant.ts";
import { type Section, spreadOf, spreadText } from "../section.ts";
import { benchStudy, peopleOf } from "./answering.ts";
import { load } from "./load.ts";
import { cpuDuring, type Running } from "./process.ts";

const PEOPLE = 300;
const ROUNDS = 5;
const PER_ROWS = 10_000;
const SLUG = "exports";
const FILES = ["answers", "transcripts"].flatMap((table) =>
	["csv", "jsonl", "parquet"].map((format) => `${table}.${format}`),
);

/** In a round, because the clock of CPU counts hundredths of a second. */
const TIMES = 5;

type Cost = { readonly cpuMs: number; readonly bytes: number };
type Asked = { readonly what: string; readonly path: string; readonly rows: number };
type Resource = { readonly path: string; readonly format: string; readonly rows: number };
type Get = (path: string) => Promise<Uint8Array>;

async function complete(worker: Running, request: Fetch, key: string): Promise<void> {
	await openStudy(request, key, benchStudy(SLUG));
	const people = peopleOf(request, key, SLUG);
	await cpuDuring(worker, () =>
		load(PEOPLE, async (index) => {
			for (await people.enrol(index); !people.isDone(index); ) await people.answer(index);
		}),
	);
}

async function cost(worker: Running, get: Get, path: string): Promise<Cost> {
	let bytes = 0;
	const cpuMs = await cpuDuring(worker, async () => {
		for (let time = 0; time < TIMES; time += 1) bytes = (await get(path)).length;
	});
	return { cpuMs: cpuMs / TIMES, bytes };
}

async function whatIsAsked(get: Get): Promise<Asked[]> {
	const manifest = JSON.parse(new TextDecoder().decode(await get("/exports/datapackage.json")));
	const resources: readonly Resource[] = manifest.resources;
	const rowsOf = (file: string) => resources.find(({ path }) => path === file)?.rows ?? Number.NaN;
	const all = resources.filter(({ format }) => format === "jsonl").reduce((sum, { rows }) => sum + rows, 0);
	return [
		...FILES.map((file) => ({ what: `\`${file}\``, path: `/exports/${file}`, rows: rowsOf(file) })),
		{ what: "`all.zip`", path: "/exports/all.zip", rows: all },
		{ what: "the report, as JSON", path: "/analysis", rows: all },
	];
}

/** What an export costs in a study of completed sessions, which all came over HTTP. */
export async function exports(worker: Running, key: string): Promise<Section> {
	const request: Fetch = (path, init) => fetch(worker.url + path, init);
	const get: Get = async (path) => {
		const response = await request(`/v1/studies/${SLUG}${path}`, { headers: { Authorization: `Bearer ${key}` } });
		const bytes = new Uint8Array(await response.arrayBuffer());
		if (!response.ok) throw new Error(`${response.status}: ${new TextDecoder().decode(bytes)}`);
		return bytes;
	};
	await complete(worker, request, key);
	const found = (await whatIsAsked(get)).map((asked) => ({ ...asked, costs: [] as Cost[] }));
	for (let round = 0; round <= ROUNDS; round += 1)
		for (const { path, costs } of found) {
			const measured = await cost(worker, get, path);
			if (round > 0) costs.push(measured);
		}
	return {
		title: "Exports and the report",
		about: `Of a study with ${PEOPLE} completed sessions of two turns, for each ${PER_ROWS.toLocaleString("en")} rows, in ${ROUNDS} rounds of ${TIMES} each. CPU is that of workerd, with the local database. The package and the report are divided by the rows of all tables. The report is the one of the API, without bootstrap intervals; its models are fitted, which takes more or less by the answers that this run drew.`,
		columns: ["what", "rows", "kB", "CPU for 10,000 rows"],
		rows: found.map(({ what, rows, costs }) => {
			const cpu = spreadOf(costs.map(({ cpuMs }) => (cpuMs * PER_ROWS) / rows));
			const kilobytes = (costs[0]?.bytes ?? 0) / 1000;
			return [what, rows.toLocaleString("en"), kilobytes.toFixed(0), `${spreadText(cpu, 0)} ms`];
		}),
	};
}
