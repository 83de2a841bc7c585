import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { plantedStudy } from "../../../../test/support/report/planted-study.ts";
import { reportOf } from "../report.ts";
import { reportPage } from "./page.ts";
import { reportTables } from "./report-tables.ts";
import { tableCsv } from "./table-csv.ts";

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

	it("shows participants' and researchers' texts as texts", () => {
		const title = '</script><script>alert("1")</script>';
		const hostile = reportPage(reportOf({ ...tables, study: { ...tables.study, title } }, OPTIONS));
		expect(hostile).not.toContain("<script>alert");
		expect(hostile).toContain("&lt;script&gt;alert");
	});

	it("says in words what cannot be estimated", () => {
		const empty = {
			sessions: [],
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
