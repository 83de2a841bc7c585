import { and, eq, inArray, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "../../db/database.ts";
import { candidates, turns } from "../../db/tables/conversations.ts";
import { judgementLabels } from "../../db/tables/judgements.ts";
import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import { type Rubric, rubricName } from "../rubrics/rubric.ts";
import { talksIn } from "../run/talks.ts";
import { type UnitPlace, unitsOf } from "../units/units.ts";
import type { HumanLabel } from "./read-labels.ts";

/** D1 takes 100 parameters in a statement. */
const IDS_AT_ONCE = 90;
const STATEMENTS_AT_ONCE = 50;

/** Where each of these units stands. Units that the study does not have are left out. */
export async function placesOf(
	db: Database,
	studyId: string,
	{ judges }: Rubric,
	units: readonly string[],
): Promise<ReadonlyMap<string, UnitPlace>> {
	const table = judges === "reply" ? candidates : turns;
	// A pair is named by its message and two slots.
	const bases = [...new Set(units.map((unit) => unit.split(":")[0] ?? unit))];
	const conversations = new Set<string>();
	for (const ids of chunked(bases, IDS_AT_ONCE)) {
		const rows = await db
			.select({ conversation: table.conversationId })
			.from(table)
			.where(and(inArray(table.id, ids), eq(table.studyId, studyId)));
		for (const { conversation } of rows) conversations.add(conversation);
	}
	const places = new Map<string, UnitPlace>();
	const wanted = new Set(units);
	for (const ids of chunked([...conversations], IDS_AT_ONCE))
		for (const talk of await talksIn(db, studyId, ids))
			for (const { id, place } of unitsOf(talk, judges)) if (wanted.has(id)) places.set(id, place);
	return places;
}

export async function storeLabels(
	db: Database,
	studyId: string,
	rubric: Rubric,
	labels: readonly HumanLabel[],
	places: ReadonlyMap<string, UnitPlace>,
	nowMs: number,
): Promise<number> {
	const statements = labels.flatMap((label): BatchItem<"sqlite">[] => {
		const place = places.get(label.unit);
		return place ? [upsert(db, studyId, rubric, label, place, nowMs)] : [];
	});
	for (const some of chunked(statements, STATEMENTS_AT_ONCE)) {
		const [first, ...others] = some;
		if (first) await db.batch([first, ...others]);
	}
	return statements.length;
}

function upsert(
	db: Database,
	studyId: string,
	rubric: Rubric,
	{ unit, item, labeller, value }: HumanLabel,
	place: UnitPlace,
	nowMs: number,
): BatchItem<"sqlite"> {
	const name = rubricName(rubric);
	const { session, conversation, turn, slot, otherSlot } = place;
	return db
		.insert(judgementLabels)
		.values({
			id: derivedId("judgementLabel", studyId, name, unit, item, labeller),
			...{ studyId, sessionId: session, conversationId: conversation, turn, slot, otherSlot },
			...{ unit, rubric: name, item, labeller, value, loadedAt: timestamp(nowMs) },
		})
		.onConflictDoUpdate({
			target: judgementLabels.id,
			set: { value: sql`excluded.value`, loadedAt: sql`excluded.loaded_at` },
		});
}

const chunked = <T>(all: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(all.length / size) }, (_, chunk) => all.slice(chunk * size, (chunk + 1) * size));
