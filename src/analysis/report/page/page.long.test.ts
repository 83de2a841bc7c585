import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { plantedStudy } from "../../../../test/support/report/planted-study.ts";
import { reportOf } from "../report.ts";
import { reportPage } from "./page.ts";
import { tableCsv } from "./table-csv.ts";
import { reportTables } from "./tables/report-tables.ts";

const OPTIONS = { pool: "live", draws: 0, seed: "1" } as const;
const tables = plantedStudy({ participants: 24 });
const report = reportOf(tables, OPTIONS);

describe("the page of a report", () => {
	const html = reportPage(report);

	it("loads nothing and runs nothing", () => {
		expect(html).not.toMatch(/<(link|img|iframe|object)\b|\bsrc=|url\(|@import/);
		expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/json" id="report">']);
		expect(
			[...html.matchAll(/href="([^"]{0,5})/g)].every(([, start]) => start?.startsWith("#") || start === "data:"),
		).toBe(true);
	});

	it("holds the whole report as JSON", () => {
		const json = /id="report">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
		expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)));
	});

	it("leaves out a column that is empty in every row", () => {
		const models = report.ratings.models.map(({ id, kind, outcome, given, formula }) => ({
			...{ id, kind, outcome, given, formula, notes: [], missing: "no variation" },
		}));
		const empty = reportPage({ ...report, ratings: { ...report.ratings, models } });
		expect(empty).toContain("no variation");
		expect(empty).not.toMatch(/: \.|: <\/p>/);
	});

	it("shows participants' and researchers' texts as texts", () => {
		const title = '</script><script>alert("1")</script>';
		const hostile = reportPage(reportOf({ ...tables, study: { ...tables.study, title } }, OPTIONS));
		expect(hostile).not.toContain("<script>alert");
		expect(hostile).toContain("&lt;script&gt;alert");
	});

	it("says once what holds for an outcome's model with and without length and style", () => {
		const note = "The fit is singular: (1 | participant).";
		const [own, other] = ["Only of the first.", "Only of the second."];
		const models = report.ratings.models.map((model) =>
			"missing" in model ? model : { ...model, notes: [note, model.kind === "main" ? own : other] },
		);
		const page = reportPage({ ...report, ratings: { ...report.ratings, models } });
		const outcomes = models.filter(({ kind }) => kind === "main").length;
		const times = (text: string) => (page.split('<script type="application/json"')[0] ?? "").split(text).length - 1;
		expect([times(note), times(own)]).toEqual([outcomes, outcomes]);
		expect(times(`With length and style: ${other}`)).toBe(outcomes);
	});

	it("shows differences with judged scores held constant, and judged scores of simulations", () => {
		expect(html).not.toContain("judged scores held constant");
		const judged = reportPage(reportOf(plantedStudy({ participants: 40, praise: [2, 2, 3, 4] }), OPTIONS));
		expect(judged).toContain("experience.liking: differences with judged scores held constant too");
		expect(judged).toContain("sycophancy/1 of the replies");
	});

	it("shows every table in a section, and has a link to its data", () => {
		const links = [...html.matchAll(/download="([\w-]+)\.csv"/g)].map(([, name]) => name);
		// The page shows these in another form, with related columns side by side.
		const others = ["rating-contrasts", "reply-contrasts", "simulators-summary"];
		for (const { name } of reportTables(report))
			expect([name, links.filter((one) => one === name).length]).toEqual([name, others.includes(name) ? 1 : 2]);
	});

	it("says in words what cannot be estimated", () => {
		const empty = {
			sessions: [],
			answers: [],
			conversations: [],
			ratings: [],
			rankings: [],
			replies: [],
			messages: [],
			guesses: [],
		};
		const page = reportPage(reportOf({ ...tables, ...empty }, OPTIONS));
		expect(page).toContain("There are no answers of this kind in this pool.");
		expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
	});

	it("has a sentence for each section without numbers, and no stray values", () => {
		expect(html).not.toMatch(/>[^<]*(NaN|undefined|\[object)[^<]*</);
	});
});

describe("the tables of a report", () => {
	it("are CSV with a row for each result and its method", () => {
		for (const table of reportTables(report)) {
			const rows = parse(tableCsv(table), { columns: true });
			expect(rows.length).toBe(table.rows.length);
		}
		const means = parse(tableCsv(reportTables(report).find(({ name }) => name === "rating-means") ?? never()), {
			columns: true,
		}) as Record<string, string>[];
		expect(means[0]).toMatchObject({
			model: "main",
			n: expect.stringMatching(/^\d+$/),
			method: expect.stringMatching(/\w/),
		});
	});

	it("have names that are different file names", () => {
		const names = reportTables(report).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const name of names) expect(name).toMatch(/^[a-z-]+$/);
	});
});

function never(): never {
	throw new Error("no such table");
}
