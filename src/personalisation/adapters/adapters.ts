import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { MAX_ADAPTER_BYTES } from "../../blinding/seals/block-size.ts";
import type { Database } from "../../db/database.ts";
import { adapters } from "../../db/tables/personalisation.ts";
import { timestamp } from "../../shared/clock.ts";
import { jsonBytes } from "../../shared/json.ts";
import { changeReason } from "../../studies/inputs/input-changes.ts";
import { externalId, sourceName } from "../import/crossover-format.ts";
import { participantNamed, type StudyKeys } from "../profiles/people.ts";

export type AdapterRow = typeof adapters.$inferSelect;

/** Fit for a path of the API. A protocol's names of shared ones are among them. */
export const adapterName = z.string().regex(/^[A-Za-z0-9][\w.-]{0,99}$/, "letters, digits, ., - and _, 100 at most");

const short = z.string().trim().min(1).max(300);

const adapterFields = z.strictObject({
	servedName: short
		.refine((name) => jsonBytes(name) <= MAX_ADAPTER_BYTES, `${MAX_ADAPTER_BYTES} bytes at most`)
		.optional()
		.describe("As the model's server names it: what {{adapter}} stands for. Needed once it is ready."),
	participant: externalId
		.optional()
		.describe("Whose it is: a pseudonym (`pt_…`), or the id under which they were loaded. Without it, shared."),
	source: sourceName.optional().describe("The source that the profile was loaded with, if any."),
	base: short.optional().describe("The model that it was trained on."),
	method: short.optional().describe("Such as p-dpo."),
	provenance: z
		.record(z.string().max(100), z.json())
		.optional()
		.describe(
			"What it can be traced by: `dataHash` of what it was trained on, `commit` of the trainer, and whatever else you need.",
		),
	status: z
		.enum(["missing", "ready", "failed"])
		.default("ready")
		.describe("missing: to be trained. failed: could not be. Only a ready one is served."),
});

const isNamed = ({ status, servedName }: z.output<typeof adapterFields>): boolean =>
	status !== "ready" || servedName !== undefined;
const UNNAMED = { path: ["servedName"], message: "A ready adapter has the name under which it is served." };

/** An adapter as it is registered. */
export const adapterSchema = adapterFields.refine(isNamed, UNNAMED);

/** The same with the reason for a change after the study has opened. */
export const changedAdapterSchema = adapterFields.extend({ reason: changeReason.optional() }).refine(isNamed, UNNAMED);

export type AdapterInput = z.output<typeof adapterSchema>;

/** The insert of one adapter; the same name again replaces it. */
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

/** Of these adapters those that are not to be served any more: registered as failed or as missing, or taken out. */
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

/** One that is ready, by both its names. */
export type ServedAdapter = { readonly name: string; readonly servedName: string };

export type ServedAdapters = {
	/** The participant's own, null where none is ready. */
	readonly own: ServedAdapter | null;
	/** Shared ones that are ready, by their name in the registry. */
	readonly shared: Readonly<Record<string, ServedAdapter>>;
};

/** The adapters of these pseudonyms and the shared ones of these names, whatever their status, as they were registered. */
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

/** What of these can be served to a participant now. Of several adapters of one person the one that was registered last. */
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
