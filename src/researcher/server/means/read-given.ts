import { sql } from "drizzle-orm";
import type { Database } from "../../../db/database.ts";
import type { Pool } from "../../../randomisation/draw/pool.ts";
import { type Given, keyOf, type Order, sharesWon } from "./means.ts";

/**
 * Sessions of one query. Ratings are grouped here and not in SQL, which would sort every rating of the study: five times as long for
 * 5,000 sessions.
 */
const SESSIONS_AT_ONCE = 500;

type Asked = { readonly studyId: string; readonly pool: Pool };

/** For each session of the pool, its participant's values for each arm. */
export async function* givenBySession(
	db: Database,
	asked: Asked,
): AsyncGenerator<{ readonly ratings: readonly Given[]; readonly wins: readonly Given[] }> {
	const ids = await sessionsOf(db, asked);
	// A promise, because drizzle's statements run once for each `then`.
	const readFrom = async (from: number): Promise<Found[]> => {
		const some = ids.slice(from, from + SESSIONS_AT_ONCE);
		return some.length === 0 ? [] : await db.all<Found>(query(JSON.stringify(some)));
	};
	let reading = readFrom(0);
	for (let from = 0; from < ids.length; from += SESSIONS_AT_ONCE) {
		const found = await reading;
		// The database reads the next sessions while these are counted.
		reading = readFrom(from + SESSIONS_AT_ONCE);
		reading.catch(() => {});
		for (const own of found) yield givenIn(own);
	}
}

function givenIn(found: Found): { readonly ratings: readonly Given[]; readonly wins: readonly Given[] } {
	const [rankings, choices] = [rowsOf<Ranked>(found.rankings), rowsOf<Choice>(found.choices)];
	const wins = [...ordersOf(rankings), ...choicesOf(choices)].flatMap(sharesWon);
	return { ratings: rowsOf<Rated>(found.ratings).map(rating), wins };
}

async function sessionsOf(db: Database, { studyId, pool }: Asked): Promise<string[]> {
	const rows = await db.all<{ id: string }>(
		sql`SELECT id FROM sessions WHERE study_id = ${studyId} AND pool = ${pool} AND sequence IS NOT NULL ORDER BY id`,
	);
	return rows.map(({ id }) => id);
}

const query = (ids: string) => sql`
	SELECT
		(SELECT json_group_array(json_array(source, form, item, label, value, min, max))
			FROM ratings WHERE session_id = own.value AND ratings.value IS NOT NULL) AS ratings,
		(SELECT json_group_array(json_array(form, item, iif(slot IS NULL, ranked_at, conversation_id), label, rank))
			FROM rankings WHERE session_id = own.value) AS rankings,
		(SELECT json_group_array(json_array(candidates.turn_id, candidates.label, candidates.chosen))
			FROM conversations JOIN turns ON turns.conversation_id = conversations.id JOIN candidates ON candidates.turn_id = turns.id
			WHERE conversations.session_id = own.value AND conversations.layout <> 'single' AND candidates.chosen IS NOT NULL) AS choices
	FROM json_each(${ids}) AS own`;

type Found = { readonly ratings: string; readonly rankings: string; readonly choices: string };
type Rated = readonly [
	source: "choice" | "form",
	form: string | null,
	item: string | null,
	label: string,
	value: number,
	min: number | null,
	max: number | null,
];
type Ranked = readonly [form: string, item: string, where: string, label: string, rank: number];
type Choice = readonly [turn: string, label: string, chosen: number];

/**
 * Not checked by a schema: the query above makes the rows, and for 160,000 rows a schema would take longer than the
 * queries.
 */
const rowsOf = <Row>(json: string): Row[] => JSON.parse(json) as Row[];

const rating = ([source, form, item, label, value, min, max]: Rated): Given => ({
	...{ source, form, item, label, value, min, max },
});

/** Panes are ranked within each conversation, conversations all at once. */
function ordersOf(rankings: readonly Ranked[]): Order[] {
	const asked = Map.groupBy(rankings, ([form, item, where]) => keyOf(form, item, where));
	return [...asked.values()].map((rows) => {
		const [form, item] = rows[0] ?? [null, null];
		const ranks = Map.groupBy(rows, ([, , , , rank]) => rank);
		const best = [...ranks.entries()].sort(([one], [other]) => one - other);
		return { source: "ranking", form, item, groups: best.map(([, tied]) => tied.map(([, , , label]) => label)) };
	});
}

function choicesOf(choices: readonly Choice[]): Order[] {
	const turns = Map.groupBy(choices, ([turn]) => turn);
	return [...turns.values()].map((rows) => {
		const labels = (chosen: number) => rows.filter((row) => row[2] === chosen).map(([, label]) => label);
		return { source: "choice", form: null, item: null, groups: [labels(1), labels(0)] };
	});
}
