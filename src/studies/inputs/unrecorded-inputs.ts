import { recordAudit } from "../../access/audit.ts";
import { database } from "../../db/database.ts";
import { warnings } from "../../db/tables/studies.ts";
import type { Env } from "../../env.ts";
import { type ArmInput, allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import { sha256Of } from "../../shared/json.ts";
import type { StudyRecord } from "../study-queries.ts";

const INPUTS_DIFFER = "inputs_differ";

/**
 * The arm inputs of a participant that differ from those fixed at the opening of a double-blind study or by a recorded
 * change. They must not be used: somebody who changed them in the database or in the Worker's environment would see which
 * label changed. Each difference is recorded once. Empty for old studies, whose inputs were not fixed.
 */
export async function unrecordedInputs(
	env: Env,
	{ id, protocol }: Pick<StudyRecord, "id" | "protocol">,
	inputs: readonly ArmInput[],
	nowMs: number,
): Promise<readonly ArmInput[]> {
	if (protocol.blinding.level !== "double" || inputs.length === 0) return [];
	const fixed = await allocatorOf(env.ALLOCATORS, id).fixedInputs(inputs.map(({ name }) => name));
	const differing = fixed ? inputs.filter(({ name, hash }) => (fixed[name] ?? null) !== hash) : [];
	if (differing.length > 0) await report(env, id, differing, nowMs);
	return differing;
}

/** Names people by pseudonym, and adapters, as the registry does. */
async function report(env: Env, studyId: string, differing: readonly ArmInput[], nowMs: number): Promise<void> {
	const db = database(env.DB);
	const entries = differing.map(({ name, hash }) => {
		const once = sha256Of(JSON.stringify([INPUTS_DIFFER, studyId, name, hash]));
		const detail = { field: "inputs", input: name };
		return recordAudit(db, { actor: "system", action: "study.difference", studyId, detail, once }, nowMs);
	});
	const id = derivedId("warning", studyId, INPUTS_DIFFER);
	const row = { id, studyId, kind: INPUTS_DIFFER, detail: {}, raisedAt: timestamp(nowMs) };
	await db.batch([db.insert(warnings).values(row).onConflictDoNothing(), ...entries]);
}
