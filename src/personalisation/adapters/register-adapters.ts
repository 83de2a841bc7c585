import type { Database } from "../../db/database.ts";
import type { ArmInput } from "../../randomisation/allocator/allocator-client.ts";
import { type Json, sha256Of } from "../../shared/json.ts";
import { type Leave, recordChange } from "../../studies/inputs/input-changes.ts";
import type { OpenKey } from "../../studies/lifecycle/study-key.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { ownInput, sharedInput, usesAdapters } from "../arms/arm-inputs.ts";
import { type AdapterInput, type AdapterRow, adapterRows, adaptersNamed, adapterUpsert } from "./adapters.ts";

export type Registration = { readonly name: string; readonly input: AdapterInput };

type Registering = {
	readonly db: Database;
	readonly study: StudyRecord & OpenKey;
	/** Null if no record is needed. */
	readonly leave: Leave | null;
	readonly nowMs: number;
};

/**
 * Registers adapters in one transaction. After a double-blind study has opened, the change is recorded before the adapters can
 * be served, and the id of the record is returned.
 */
export async function registerAdapters(
	{ db, study, leave, nowMs }: Registering,
	registrations: readonly Registration[],
): Promise<string | null> {
	const statements = registrations.map(({ name, input }) => adapterUpsert(db, study, name, input, nowMs));
	const [first, ...rest] = statements;
	if (!first) return null;
	const names = registrations.map(({ name }) => name);
	const before = leave ? await adaptersNamed(db, study.id, names) : [];
	await db.batch([first, ...rest]);
	if (!leave) return null;
	const after = await adaptersNamed(db, study.id, names);
	const inputs = await inputsOf(db, study, [...before, ...after]);
	const values = { before: before.map(deviationEntry), after: after.map(deviationEntry) };
	return recordChange(leave, { kind: "adapters_changed", inputs, values }, nowMs);
}

/** Every arm input that these rows could have changed, including the former owner of an adapter. */
async function inputsOf(db: Database, { id, protocol }: StudyRecord, rows: readonly AdapterRow[]): Promise<ArmInput[]> {
	if (!usesAdapters(protocol)) return [];
	const participants = [...new Set(rows.flatMap(({ participantId }) => participantId ?? []))];
	const shared = [...new Set(rows.map(({ name }) => name))];
	const now = await adapterRows(db, id, { participants, shared });
	const isOf = (participant: string) => now.filter(({ participantId }) => participantId === participant);
	return [
		...shared.map((name) =>
			sharedInput(
				name,
				now.find((row) => row.name === name),
			),
		),
		...participants.map((participant) => ownInput(participant, isOf(participant))),
	];
}

/** Shown at unblinding. Provenance may be long, and its hash is enough to see whether it changed. */
const deviationEntry = ({ name, participantId, servedName, status, base, method, provenance }: AdapterRow): Json => ({
	adapter: name,
	participant: participantId,
	servedName,
	status,
	base,
	method,
	provenance: provenance === null ? null : sha256Of(JSON.stringify(provenance)),
});
