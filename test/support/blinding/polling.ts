import { TABLES } from "../../../src/export/catalogue.ts";
import { dump, ofStudy } from "../d1/database-dump.ts";
import { send } from "../http/http.ts";
import { rows } from "../http/worker.ts";

/** The state of D1, all exports and responses of a study at one time, as lines by name. */
export type Seen = ReadonlyMap<string, readonly string[]>;

type Study = { readonly id: string; readonly slug: string };
type Lines = [name: string, lines: string[]];

const WITH_ROWIDS = ["model_calls", "candidates", "turns", "conversations", "deviations", "sealed_deviations"];

/** Triggers that count every write, even if the row does not change. An attacker with write access to D1 could add them. */
export async function countWrites(): Promise<void> {
	const tables = await rows<{ name: string }>(
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'sqlite_*' AND name <> 'd1_migrations'",
	);
	await rows("CREATE TABLE watched (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID");
	for (const { name } of tables)
		for (const kind of ["INSERT", "UPDATE", "DELETE"]) {
			await rows("INSERT INTO watched VALUES (?, 0)", `${kind} ${name}`);
			await rows(
				`CREATE TRIGGER watch_${kind}_${name} AFTER ${kind} ON ${name} BEGIN UPDATE watched SET n = n + 1 WHERE name = '${kind} ${name}'; END`,
			);
		}
}

async function writesCounted(): Promise<Lines[]> {
	const counts = await rows<{ name: string; n: number }>("SELECT name, n FROM watched ORDER BY name");
	return counts.map(({ name, n }) => [name, [asLine({ n })]]);
}

export async function poll(study: Study): Promise<Seen> {
	const relations = ofStudy(await dump(), study).map(({ name, rows: all }): Lines => [name, all.map(asLine)]);
	const places = await Promise.all(WITH_ROWIDS.map((name) => rowidsOf(name, study)));
	const files = [...TABLES.map(({ name }) => `exports/${name}.jsonl`), "exports/datapackage.json"];
	const answers = await Promise.all([...files, "usage", "flow", "balance", ""].map((path) => answerOf(study, path)));
	return new Map([...relations, ...places, ...(await writesCounted()), ...answers]);
}

/** Gives numbers one length, because the digits of a count do not reveal an arm. Fractions of minutes are noise. */
const asLine = (value: unknown): string => JSON.stringify(value, evened);
function evened(this: unknown, column: string, value: unknown): unknown {
	if (column === "bytes" && isCompressed(this)) return "compressed";
	return typeof value === "number" ? (isCount(column, value) ? String(value) : "fraction").padStart(9) : value;
}

/** The size of a compressed file depends on its ids and times by chance. The same rows as CSV and JSONL are compared to the byte. */
const isCompressed = (resource: unknown): boolean =>
	typeof resource === "object" && resource !== null && "format" in resource && resource.format === "parquet";

/** A duration is the difference of two times, also if it happens to be a whole number. */
const isCount = (column: string, value: number): boolean => Number.isInteger(value) && !/minutes|seconds/.test(column);

/** The differences between a study's rowids. A row that was inserted and deleted leaves a gap. */
async function rowidsOf(name: string, { id }: Study): Promise<Lines> {
	const all = await rows<{ rowid: number }>(`SELECT rowid FROM ${name} WHERE study_id = ? ORDER BY rowid`, id);
	const gaps = all.map(({ rowid }, index) => rowid - (all[index - 1]?.rowid ?? rowid - 1));
	return [`${name} by rowid`, gaps.map((gap, index) => asLine([index, gap]))];
}

async function answerOf({ slug }: Study, path: string): Promise<Lines> {
	const response = await send(`/v1/studies/${slug}/${path}`.replace(/\/$/, ""));
	// Read as bytes, because workerd warns about bodies whose media type is not a text type.
	const text = new TextDecoder().decode(await response.arrayBuffer());
	if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
	const isWhole = !path.endsWith(".jsonl");
	const documents = isWhole ? [text] : text.split("\n").filter((line) => line !== "");
	return [`GET /${path}${isWhole ? WHOLE : ""}`, documents.map((document) => asLine(JSON.parse(document)))];
}

/** Marks a response that is one growing document, so that only its growth belongs to one step. */
const WHOLE = " (whole)";
const KINDS = ["new", "gone", "grown", "shortest", "longest", "numbers"] as const;

/**
 * The changes between two polls as numbers: for each table and response, the lines and bytes that were added and removed, the
 * lengths of the shortest and longest new line, and the sum of its numbers. Ids, ciphertexts and times have fixed lengths, so
 * they do not vary by chance.
 */
export const changes = (before: Seen, after: Seen): number[] =>
	[...after].flatMap(([name, lines]) => {
		const known = new Set(before.get(name));
		const now = new Set(lines);
		const fresh = lines.filter((line) => !known.has(line)).map(({ length }) => length);
		const gone = [...known].filter((line) => !now.has(line)).length;
		const bytes = (some: readonly string[]) => some.reduce((sum, { length }) => sum + length, 0);
		const grown = bytes(lines) - bytes(before.get(name) ?? []);
		// These numbers are random for each participant, whatever their arms.
		const isDrawn = name === "GET /exports/allocations.jsonl";
		const numbers = isDrawn ? 0 : numbersIn(lines) - numbersIn(before.get(name) ?? []);
		const [shortest, longest] = name.endsWith(WHOLE) ? [0, 0] : [Math.min(...fresh, 1e6), Math.max(...fresh, 0)];
		return [fresh.length, gone, grown, shortest, longest, numbers];
	});

/** The weighted sum of all integers in these rows. Each column has its own weight, so that changes do not cancel out. */
const numbersIn = (lines: readonly string[]): number =>
	lines.reduce((sum, line) => {
		for (const [, column = "", number] of line.matchAll(/"(\w+)":" *(\d+)"/g)) sum += weightOf(column) * Number(number);
		return sum;
	}, 0);

const weightOf = (column: string): number =>
	[...column].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);

/** The names of the numbers of `changes`. */
export const namesOfChanges = (seen: Seen): string[] =>
	[...seen.keys()].flatMap((name) => KINDS.map((kind) => `${name}: ${kind}`));

/** The number of lines that changed in tables that depend only on replies. */
export const changedLines = (before: Seen, after: Seen, names: readonly string[]): number =>
	names.reduce((sum, name) => {
		const known = new Set(before.get(name));
		return sum + (after.get(name) ?? []).filter((line) => !known.has(line)).length;
	}, 0);
