import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageAt, protocolAt } from "../../scripts/report/sources.ts";
import type { Report } from "../../src/analysis/report/report-data.ts";
import { tablesFromRows } from "../../src/analysis/report/tables/tables-from-rows.ts";
import { protocolHash } from "../../src/protocol/parse/parse.ts";
import { protocolSchema } from "../../src/protocol/schema/schema.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

/** A small data package: 12 participants, two arms, one rating each and a final ranking. */
const PEOPLE = Array.from({ length: 12 }, (_, index) => index);
const SEQUENCES = [
	["K7", "M2"],
	["M2", "K7"],
];
const who = (person: number) => ({ participant: `pt_${person}`, session: `se_${person}`, pool: "live" });
const met = PEOPLE.flatMap((person) =>
	(SEQUENCES[person % 2] ?? []).map((label, place) => ({
		...who(person),
		conversation: "talk",
		conversation_id: `cv_${person}_${place}`,
		layout: "single",
		position: place + 1,
		label,
	})),
);
const TABLES: Readonly<Record<string, readonly object[]>> = {
	sessions: PEOPLE.map((person) => ({
		...who(person),
		status: "completed",
		sequence: SEQUENCES[person % 2]?.join(" "),
		randomised_at: "2026-11-01T00:00:00Z",
	})),
	conversations: met.map(({ label, ...row }) => ({
		...row,
		labels: label,
		turns: 1,
		ended_at: "2026-11-01T00:00:00Z",
	})),
	ratings: met.map((row, index) => ({
		...row,
		source: "form",
		form: "after",
		item: "liking",
		value: (row.label === "K7" ? -4 : 2) + ((index * 7) % 5),
		min: -10,
		max: 10,
	})),
	rankings: met.map((row) => ({
		...row,
		form: "final",
		item: "order",
		rank: (row.label === "M2") === Number(row.session.slice(3)) % 3 > 0 ? 1 : 2,
	})),
	transcripts: met.flatMap((row, index) => [
		{ ...row, label: null, role: "participant", turn: 1, slot: null, text: "What should I cook?" },
		{ ...row, role: "assistant", turn: 1, slot: "a", text: "Soup. ".repeat(1 + ((index * 3) % 7)) },
	]),
	flow: [{ pool: "live", assessed: 12, randomised: 12, completed: 12 }],
};
const MANIFEST = {
	name: "small",
	title: "A small study",
	version: "1",
	protocolHash: "sha256:0",
	created: "2026-11-29T00:00:00Z",
};

const folder = mkdtempSync(join(tmpdir(), "analyse-"));
const files = { jsonl: join(folder, "jsonl"), csv: join(folder, "csv"), zip: join(folder, "small.zip") };

beforeAll(() => {
	const entries: Record<string, Uint8Array> = {};
	for (const [name, rows] of Object.entries(TABLES)) {
		const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
		write(files.jsonl, `${name}.jsonl`, lines);
		write(files.csv, `${name}.csv`, stringify([...rows], { header: true, escape_formulas: true }));
		entries[`exports/data/study_${name}_data.csv`] = strToU8(
			stringify([...rows], { header: true, quoted_string: true, record_delimiter: "\r\n" }),
		);
	}
	for (const path of [files.jsonl, files.csv]) write(path, "datapackage.json", JSON.stringify(MANIFEST));
	const resources = Object.keys(TABLES).map((name) => ({ name, path: `data/study_${name}_data.csv` }));
	entries["exports/datapackage.json"] = strToU8(JSON.stringify({ ...MANIFEST, resources }));
	writeFileSync(files.zip, zipSync(entries));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, name: string, text: string): void {
	mkdirSync(path, { recursive: true });
	writeFileSync(join(path, name), text);
}

function analyse(from: string): { report: Report; page: string } {
	const out = join(folder, "report.html");
	const text = execFileSync("node", ["scripts/analyse.ts", from, "--out", out, "--json", "-", "--draws", "20"], {
		encoding: "utf8",
	});
	return { report: JSON.parse(text), page: readFileSync(out, "utf8") };
}

function tablesAt(path: string) {
	const found = packageAt(path);
	if (!found.ok) throw new Error(found.error);
	return tablesFromRows(found.value);
}

describe("npm run analyse", () => {
	it("gives the same report from JSON Lines, from CSV and from a zip, with drawings", () => {
		const { report, page } = analyse(files.jsonl);
		const tables = tablesAt(files.jsonl);
		expect(tables.ratings).toHaveLength(24);
		expect(tablesAt(files.csv)).toEqual(tables);
		expect(tablesAt(files.zip)).toEqual(tables);
		expect(report.ratings.contrasts[0]).toMatchObject({ label: "K7 - M2", n: 24 });
		expect(page).toContain("<svg");
		expect(page).toContain('id="figure-forest-after-liking"');
	});

	it("says which pools the data have instead of reporting nobody", () => {
		const { status, stderr } = spawnSync("node", ["scripts/analyse.ts", files.jsonl, "--pool", "simulated"], {
			encoding: "utf8",
		});
		expect(status).toBe(1);
		expect(stderr).toContain("There are no sessions in the pool simulated, but 12 in live. Add --pool live.");
	});

	it("refuses numbers that a spreadsheet has written with decimal commas, instead of leaving them out", () => {
		const path = join(folder, "commas");
		for (const [name, rows] of Object.entries(TABLES)) {
			const changed =
				name === "ratings" ? rows.map((row, place) => ({ ...row, value: place === 4 ? "3,5" : 3 })) : rows;
			write(path, `${name}.csv`, stringify([...changed], { header: true }));
		}
		write(path, "datapackage.json", JSON.stringify(MANIFEST));
		const { status, stderr } = spawnSync("node", ["scripts/analyse.ts", path], { encoding: "utf8" });
		expect([status, stderr]).toEqual([
			1,
			expect.stringContaining('ratings: Row 5 has the value "3,5", which is no number.'),
		]);
	});

	it("takes a protocol only if its hash is that of the data", () => {
		const protocol = protocolSchema.parse(smallStudy({ slug: "small" }));
		const path = join(folder, "protocol.json");
		writeFileSync(path, JSON.stringify(protocol));
		expect(protocolAt(path, protocolHash(protocol))).toMatchObject({ slug: "small" });
		expect(protocolAt(path, "sha256:0")).toMatch(/the data are of sha256:0/);
	});

	it("refuses what is no data package, in words", () => {
		expect(packageAt(folder)).toEqual({ ok: false, error: expect.stringContaining("has no datapackage.json") });
		expect(packageAt(join(folder, "absent"))).toEqual({
			ok: false,
			error: expect.stringContaining("There is nothing"),
		});
	});
});
