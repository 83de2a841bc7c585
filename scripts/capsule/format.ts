import { createHash } from "node:crypto";
import { unzipSync, zipSync } from "fflate";
import { z } from "zod";
import { err, ok, type Result } from "../../src/shared/result.ts";
import type { RecordedSession } from "./recorded.ts";
import type { RecordedReply } from "./replies.ts";

/** Changes with every change of a file's meaning. */
export const CAPSULE_FORMAT = "crossover-capsule/1";

/** The exports in a capsule. */
export const CAPSULE_TABLES = [
	"sessions",
	"conversations",
	"transcripts",
	"ratings",
	"rankings",
	"answers",
	"guesses",
	"behaviour",
	"reply-reports",
	"deviations",
	"study-deviations",
	"flow",
	"arms",
	"model-calls",
	"allocations",
	"simulated-participants",
	"simulation-answers",
] as const;
export type CapsuleTable = (typeof CAPSULE_TABLES)[number];

export type Row = Readonly<Record<string, unknown>>;

const manifestSchema = z.object({
	format: z.literal(CAPSULE_FORMAT),
	created: z.string(),
	/** The version of Crossover that made the capsule and its reports. */
	crossover: z.string(),
	study: z.object({
		slug: z.string(),
		title: z.string(),
		version: z.string(),
		protocolHash: z.string(),
		seedCommitment: z.string(),
		seed: z.string(),
		algorithm: z.string(),
	}),
	/** How the reports were made. The same draws and seed give the same report. */
	report: z.object({ draws: z.number(), seed: z.string(), pools: z.array(z.enum(["live", "pilot", "simulated"])) }),
	/** The arms' models: the names in the protocol, and the names that the servers reported. */
	models: z.array(z.object({ arm: z.string(), model: z.string(), served: z.array(z.string()) })),
	/** SHA-256 of each other file. */
	files: z.record(z.string(), z.string()),
});

export type Manifest = z.output<typeof manifestSchema>;

export type Capsule = {
	readonly manifest: Manifest;
	readonly protocol: unknown;
	readonly tables: ReadonlyMap<CapsuleTable, readonly Row[]>;
	/** The acts of each participant, which the replay sends again. Their results are in the tables. */
	readonly participants: readonly RecordedSession[];
	/** The models' replies, which the replay's model server sends again. */
	readonly replies: readonly RecordedReply[];
	/** The recorded report of each pool, as JSON. */
	readonly reports: ReadonlyMap<string, unknown>;
	readonly readme: string;
};

const MANIFEST = "capsule.json";
const PARTICIPANTS = "participants.jsonl";
const REPLIES = "replies.jsonl";
const tablePath = (name: string): string => `tables/${name}.jsonl`;
const reportPath = (pool: string): string => `report-${pool}.json`;

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The zip of a capsule. The same capsule gives the same bytes. */
export function zipOfCapsule({
	manifest,
	protocol,
	tables,
	participants,
	replies,
	reports,
	readme,
}: Capsule): Uint8Array {
	const encoder = new TextEncoder();
	const texts: Record<string, string> = {
		"README.md": readme,
		"protocol.json": `${JSON.stringify(protocol, null, "\t")}\n`,
		[PARTICIPANTS]: jsonLines(participants),
		[REPLIES]: jsonLines(replies),
		...Object.fromEntries([...tables].map(([name, rows]) => [tablePath(name), jsonLines(rows)])),
		...Object.fromEntries([...reports].map(([pool, report]) => [reportPath(pool), `${JSON.stringify(report)}\n`])),
	};
	const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, encoder.encode(text)]));
	const hashes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
	const described = `${JSON.stringify({ ...manifest, files: hashes }, null, "\t")}\n`;
	return zipSync({ [MANIFEST]: encoder.encode(described), ...files }, { mtime: new Date("2000-01-01T00:00:00Z") });
}

/** Reads a capsule, and refuses one whose files are not those of its manifest. */
export function capsuleFrom(bytes: Uint8Array): Result<Capsule, string> {
	const entries = attempt(() => unzipSync(bytes));
	if (!entries) return err("It is no zip.");
	const decoder = new TextDecoder();
	const textOf = (name: string): string => decoder.decode(entries[name] ?? new Uint8Array());
	if (!entries[MANIFEST]) return err(`It has no ${MANIFEST}. A capsule is made by crossover capsule.`);
	const manifest = manifestSchema.safeParse(attempt(() => JSON.parse(textOf(MANIFEST))));
	if (!manifest.success) return err(`Its ${MANIFEST} is not of the format ${CAPSULE_FORMAT}.`);
	const { files, report } = manifest.data;
	const changed = Object.entries(files).filter(([name, hash]) => sha256(entries[name] ?? new Uint8Array()) !== hash);
	if (changed.length > 0)
		return err(`${changed.map(([name]) => name).join(", ")}: the hash in ${MANIFEST} is of another file.`);
	const lacking = ["protocol.json", PARTICIPANTS, REPLIES, ...report.pools.map(reportPath)].filter(
		(name) => !entries[name],
	);
	const tables = CAPSULE_TABLES.filter((name) => entries[tablePath(name)]);
	const absent = [...lacking, ...CAPSULE_TABLES.map(tablePath).filter((path) => !entries[path])];
	if (absent.length > 0) return err(`It lacks ${absent.join(", ")}.`);
	return ok({
		manifest: manifest.data,
		protocol: JSON.parse(textOf("protocol.json")),
		tables: new Map(tables.map((name) => [name, rowsIn(textOf(tablePath(name)))])),
		participants: linesIn<RecordedSession>(textOf(PARTICIPANTS)),
		replies: linesIn<RecordedReply>(textOf(REPLIES)),
		reports: new Map(report.pools.map((pool) => [pool, JSON.parse(textOf(reportPath(pool)))])),
		readme: textOf("README.md"),
	});
}

const linesIn = <T>(text: string): T[] =>
	text
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line));

export const rowsIn = linesIn<Row>;

const jsonLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

function attempt<T>(work: () => T): T | null {
	try {
		return work();
	} catch {
		return null;
	}
}
