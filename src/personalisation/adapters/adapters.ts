import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { MAX_ADAPTER_BYTES } from "../../blinding/seals/sealed-size.ts";
import type { Database } from "../../db/database.ts";
import { adapters } from "../../db/tables/personalisation.ts";
import { timestamp } from "../../shared/clock.ts";
import { jsonBytes } from "../../shared/json.ts";
import { changeReason } from "../../studies/inputs/input-changes.ts";
import { externalId, sourceName } from "../import/crossover-format.ts";
import { participantNamed, type StudyKeys } from "../profiles/people.ts";

export type AdapterRow = typeof adapters.$inferSelect;

/** Safe in a path of the API. The protocol's names of shared adapters match it too. */
export const adapterName = z.string().regex(/^[A-Za-z0-9][\w.-]{0,99}$/, "use at most 100 letters, digits, ., - and _");

const short = z.string().trim().min(1).max(300);

const adapterFields = z.strictObject({
	servedName: short
		.refine((name) => jsonBytes(name) <= MAX_ADAPTER_BYTES, `at most ${MAX_ADAPTER_BYTES} bytes`)
		.optional()
		.describe("The adapter's name on the model server, which replaces {{adapter}}. Required if the status is ready."),
	participant: externalId
		.optional()
		.describe(
			"The participant of this adapter: a pseudonym (`pt_…`), or the id under which they were loaded. A shared adapter has none.",
		),
	source: sourceName.optional().describe("The source of the participant's id, if the profile was loaded with one."),
	base: short.optional().describe("The base model of the adapter."),
	method: short.optional().describe("The training method, such as p-dpo."),
	provenance: z
		.record(z.string().max(100), z.json())
		.optional()
		.describe(
			"Where the adapter comes from: `dataHash` of its training data, `commit` of the trainer, and any other fields.",
		),
	status: z
		.enum(["missing", "ready", "failed"])
		.default("ready")
		.describe("missing: not trained yet. failed: training failed. Only ready adapters are served."),
});

const isNamed = ({ status, servedName }: z.output<typeof adapterFields>): boolean =>
	status !== "ready" || servedName !== undefined;
const UNNAMED = { path: ["servedName"], message: "A ready adapter needs the name under which it is served." };

/** An adapter in a registration request. */
export const adapterSchema = adapterFields.refine(isNamed, UNNAMED);

/** The same, with a reason for changes after the study has opened. */
export const changedAdapterSchema = adapterFields.extend({ reason: changeReason.optional() }).refine(isNamed, UNNAMED);

export type AdapterInput = z.output<typeof adapterSchema>;

/** The insert of one adapter. The same name replaces it. */
export function adapterUpsert(db: Database, study: StudyKeys, name: string, input: AdapterInput, nowMs: number) {
	const { participant, source, servedName, base, method, provenance, status } = input;
	const row = {
		participantId: participant === undefined ? null : participantNamed(study, participant, source),
		servedName: servedName ?? "",
		base: base ?? null,
		method: method ?? null,
		provenance: provenance ?? null,
		status,
		createdAt: timestamp(nowMs),
	};
	return db
		.insert(adapters)
		.values({ studyId: study.id, name, ...row })
		.onConflictDoUpdate({ target: [adapters.studyId, adapters.name], set: row });
}

export async function findAdapter(db: Database, studyId: string, name: string): Promise<AdapterRow | null> {
	const [row] = await db
		.select()
		.from(adapters)
		.where(and(eq(adapters.studyId, studyId), eq(adapters.name, name)));
	return row ?? null;
}

export const adapterPage = (db: Database, studyId: string, after: string, limit: number): Promise<AdapterRow[]> =>
	db
		.select()
		.from(adapters)
		.where(and(eq(adapters.studyId, studyId), gt(adapters.name, after)))
		.orderBy(asc(adapters.name))
		.limit(limit);

/** Those of these adapters that must not be served any more: failed, missing or removed. */
export async function failedAdapters(
	db: Database,
	studyId: string,
	names: readonly string[],
): Promise<ReadonlySet<string>> {
	const rows = await db
		.select({ name: adapters.name })
		.from(adapters)
		.where(and(eq(adapters.studyId, studyId), inArray(adapters.name, [...names]), eq(adapters.status, "ready")));
	const ready = rows.map(({ name }) => name);
	return new Set(names.filter((name) => !ready.includes(name)));
}

/** A ready adapter, with both of its names. */
export type ServedAdapter = { readonly name: string; readonly servedName: string };

export type ServedAdapters = {
	/** The participant's own adapter; null if none is ready. */
	readonly own: ServedAdapter | null;
	/** Shared adapters that are ready, by their name in the registry. */
	readonly shared: Readonly<Record<string, ServedAdapter>>;
};

/** The adapters of these pseudonyms and the shared adapters of these names, with any status, in order of registration. */
export const adapterRows = (
	db: Database,
	studyId: string,
	{ participants, shared }: { readonly participants: readonly string[]; readonly shared: readonly string[] },
): Promise<AdapterRow[]> =>
	db
		.select()
		.from(adapters)
		.where(
			and(
				eq(adapters.studyId, studyId),
				or(
					inArray(adapters.participantId, [...participants]),
					and(isNull(adapters.participantId), inArray(adapters.name, [...shared])),
				),
			),
		)
		.orderBy(asc(adapters.createdAt), asc(adapters.name));

/** The adapters that a participant can be served now. If they have several, the one registered last. */
export function servedAdapters(rows: readonly AdapterRow[]): ServedAdapters {
	const ready = rows.filter(({ status }) => status === "ready");
	return {
		own: ready.findLast(({ participantId }) => participantId !== null) ?? null,
		shared: Object.fromEntries(ready.flatMap((row) => (row.participantId === null ? [[row.name, row]] : []))),
	};
}

export const adaptersNamed = (db: Database, studyId: string, names: readonly string[]): Promise<AdapterRow[]> =>
	db
		.select()
		.from(adapters)
		.where(and(eq(adapters.studyId, studyId), inArray(adapters.name, [...names])));
