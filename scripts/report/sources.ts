import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import type { RawRow } from "../../src/analysis/report/tables/read-rows.ts";
import { NEEDED, OPTIONAL, type TableName } from "../../src/analysis/report/tables/table-names.ts";
import type { RowSource } from "../../src/analysis/report/tables/tables-from-rows.ts";
import { parseProtocol, protocolHash } from "../../src/protocol/parse/parse.ts";
import { err, ok, type Result } from "../../src/shared/result.ts";

type Found = Omit<RowSource, "languagesOf">;

/** Reads a file of a data package as text; null if it has no such file. */
type Files = (path: string) => string | null;

/** A folder with a data package, its datapackage.json, or a zip of it. */
export function packageAt(path: string): Result<Found, string> {
	if (!existsSync(path)) return err(`There is nothing at ${path}.`);
	if (statSync(path).isDirectory()) return fromPackage(inFolder(path), path);
	if (path.endsWith(".zip")) return fromPackage(inZip(readFileSync(path)), path);
	return path.endsWith(".json")
		? fromPackage(inFolder(dirname(path)), path)
		: err(`${path} is no data package. Give its folder, its datapackage.json or its zip.`);
}

const inFolder =
	(folder: string): Files =>
	(name) => {
		const path = join(folder, name);
		return existsSync(path) ? readFileSync(path, "utf8") : null;
	};

/** Archivers may put the files into a folder of the zip. */
function inZip(bytes: Uint8Array): Files {
	const entries = unzipSync(bytes);
	const manifest = Object.keys(entries).find((name) => /(^|\/)datapackage\.json$/.test(name)) ?? "datapackage.json";
	const folder = manifest.slice(0, -"datapackage.json".length);
	const decoder = new TextDecoder();
	return (name) => {
		const entry = entries[`${folder}${name}`];
		return entry ? decoder.decode(entry) : null;
	};
}

function fromPackage(files: Files, where: string): Result<Found, string> {
	const manifest = files("datapackage.json");
	if (manifest === null) return err(`${where} has no datapackage.json. Export it with the tables.`);
	const described: Readonly<Record<string, unknown>> = JSON.parse(manifest);
	const rows = new Map<TableName, readonly RawRow[]>();
	for (const name of [...NEEDED, ...OPTIONAL]) {
		const found = rowsOf(files, name, pathsOf(described.resources));
		if (found) rows.set(name, found);
	}
	const absent = NEEDED.filter((name) => !rows.has(name));
	if (absent.includes("sessions"))
		return err(`${where} has no sessions.jsonl or sessions.csv. Export the tables: ${absent.join(", ")}.`);
	return ok({
		rows: (name) => rows.get(name) ?? [],
		facts: {
			slug: String(described.name ?? "study"),
			title: String(described.title ?? described.name ?? "Study"),
			version: String(described.version ?? ""),
			protocolHash: String(described.protocolHash ?? ""),
			seedCommitment: typeof described.seedCommitment === "string" ? described.seedCommitment : null,
			created: String(described.created ?? ""),
		},
		protocol: described.protocol ?? protocolFile(files),
	});
}

/** A blinded study's package has a part of the protocol, which suffices to mark prespecified analyses. */
const PROTOCOLS = ["documentation/protocol.json", "documentation/protocol-blinded.json", "protocol.json"];

function protocolFile(files: Files): unknown {
	const [text] = PROTOCOLS.flatMap((name) => files(name) ?? []);
	return text === undefined ? null : JSON.parse(text);
}

/** A protocol from a file, or the reason why it cannot be used: another protocol would mark other analyses as prespecified. */
export function protocolAt(path: string, expectedHash: string): unknown {
	if (!existsSync(path)) return `There is nothing at ${path}.`;
	const document: unknown = JSON.parse(readFileSync(path, "utf8"));
	// What `crossover studies show --json` writes has the protocol as one of its fields.
	const parsed = parseProtocol(Object(document).protocol ?? document);
	if (!parsed.ok) return `${path} is no protocol: ${parsed.error[0]?.detail ?? "it cannot be read"}`;
	const hash = protocolHash(parsed.value);
	return hash === expectedHash
		? parsed.value
		: `The protocol in ${path} has the hash ${hash}, and the data are of ${expectedHash}. Give the study's own version: the field \`protocol\` of GET /v1/studies/{study}.`;
}

/** The path of each resource by name. In a whole study's zip, the tables are in a folder, under longer names. */
function pathsOf(resources: unknown): ReadonlyMap<string, string> {
	const listed: readonly unknown[] = Array.isArray(resources) ? resources : [];
	return new Map(
		listed.flatMap((resource) => {
			const { name, path } = Object(resource);
			// A package from elsewhere must not name files outside its folder.
			const isInside = typeof path === "string" && !path.startsWith("/") && !path.split("/").includes("..");
			return typeof name === "string" && isInside ? [[name, path] as const] : [];
		}),
	);
}

function rowsOf(files: Files, name: TableName, paths: ReadonlyMap<string, string>): readonly RawRow[] | null {
	const lines = files(paths.get(`${name}-jsonl`) ?? `${name}.jsonl`) ?? files(`${name}.jsonl`);
	if (lines !== null) return jsonLines(lines);
	const cells = files(paths.get(name) ?? `${name}.csv`) ?? files(`${name}.csv`);
	return cells === null ? null : parse(cells, { columns: true, bom: true, skip_empty_lines: true });
}

const jsonLines = (text: string): RawRow[] =>
	text
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line));

/** A package from a deployment's API. */
export async function studyAt(address: string, study: string, key: string): Promise<Result<Found, string>> {
	const base = address.replace(/\/+$/, "");
	const get = async (path: string): Promise<Result<Response, string>> => {
		const response = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${key}` } });
		return response.ok ? ok(response) : err(`${path} answered ${response.status}: ${await detailOf(response)}`);
	};
	const described = await get(`/v1/studies/${encodeURIComponent(study)}`);
	if (!described.ok) return described;
	const facts: Readonly<Record<string, unknown>> = await described.value.json();
	const rows = new Map<TableName, readonly RawRow[]>();
	for (const name of NEEDED) {
		const table = await get(`/v1/studies/${encodeURIComponent(study)}/exports/${name}.jsonl`);
		if (!table.ok) return table;
		rows.set(name, jsonLines(await table.value.text()));
	}
	for (const name of OPTIONAL) {
		const table = await get(`/v1/studies/${encodeURIComponent(study)}/exports/${name}.jsonl`);
		if (table.ok) rows.set(name, jsonLines(await table.value.text()));
	}
	return ok({
		rows: (name) => rows.get(name) ?? [],
		facts: {
			slug: String(facts.slug),
			title: String(facts.title),
			version: String(facts.version),
			protocolHash: String(facts.protocolHash),
			seedCommitment: typeof facts.seedCommitment === "string" ? facts.seedCommitment : null,
			created: new Date().toISOString(),
		},
		protocol: facts.protocol,
	});
}

async function detailOf(response: Response): Promise<string> {
	const problem: unknown = await response.json().catch(() => null);
	return problem !== null && typeof problem === "object" && "detail" in problem ? String(problem.detail) : "no detail";
}
