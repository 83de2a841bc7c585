import { sql } from "drizzle-orm";
import type { Database } from "../../../db/database.ts";
import type { Pool } from "../../../randomisation/draw/pool.ts";
import { type About, type Given, keyOf, type Order, sharesWon } from "./means.ts";

/**
 * Sessions of one query. Ratings are grouped here and not in SQL, which would sort every rating of the study: five times as long for
 * 5,000 sessions.
 */
const SESSIONS_AT_ONCE = 500;

type Asked = { readonly studyId: string; readonly pool: Pool };

/** A participant's ratings, and what each is about. Participants of one sequence mostly share that list. */
type Ratings = { readonly about: readonly About[]; readonly values: readonly number[] };

/** Of some participants: each one's ratings, and each one's shares of wins for each arm. */
type GivenBySome = { readonly ratings: readonly Ratings[]; readonly wins: readonly (readonly Given[])[] };

/** All participants of the pool, some at a time. */
export async function* givenBySome(db: Database, asked: Asked): AsyncGenerator<GivenBySome> {
	const [listOf, winsOf] = [lists(), winners()];
	const ids = await sessionsOf(db, asked);
	const readFrom = async (from: number): Promise<readonly [Rated[], Compared[]]> => {
		const some = JSON.stringify(ids.slice(from, from + SESSIONS_AT_ONCE));
		return some === "[]" ? [[], []] : [await db.all<Rated>(ratingsOf(some)), await db.all<Compared>(comparedOf(some))];
	};
	let reading = readFrom(0);
	for (let from = 0; from < ids.length; from += SESSIONS_AT_ONCE) {
		const [rated, compared] = await reading;
		// The database reads the next sessions while these are counted.
		reading = readFrom(from + SESSIONS_AT_ONCE);
		reading.catch(() => {});
		yield {
			ratings: rated.map(({ about, numbers }) => ({ about: listOf(about), values: rowsOf<number>(numbers) })),
			wins: compared.map((own) => winsOf(rowsOf<Ranked>(own.rankings), rowsOf<Choice>(own.choices))),
		};
	}
}

/** With more lists than this, remembering them takes more than reading them. */
const MOST_LISTS = 1_000;

/** Reads each list once: to read one for each participant takes longer than the queries. */
function lists(): (text: string) => readonly About[] {
	const known = new Map<string, readonly About[]>();
	return (text) => {
		const list = known.get(text) ?? text.split("\u0002").map(aboutOf);
		if (known.size < MOST_LISTS) known.set(text, list);
		return list;
	};
}

/** The shares of wins in a session. Participants who ranked alike get one list: there are few ways to rank. */
function winners(): (rankings: readonly Ranked[], choices: readonly Choice[]) => readonly Given[] {
	const known = new Map<string, readonly Given[]>();
	return (rankings, choices) => {
		if (choices.length > 0) return [...ordersOf(rankings), ...choicesOf(choices)].flatMap(sharesWon);
		const places = rankings.map(([, , where]) => where);
		const key = rankings
			.map(([form, item, where, ...rest]) => keyOf(form, item, places.indexOf(where), ...rest))
			.join();
		const wins = known.get(key) ?? ordersOf(rankings).flatMap(sharesWon);
		if (known.size < MOST_LISTS) known.set(key, wins);
		return wins;
	};
}

function aboutOf(text: string): About {
	const [source, form = "", item = "", label = "", min = "", max = ""] = text.split("\u0001");
	const end = (number: string) => (number === "" ? null : Number(number));
	return {
		source: source as Given["source"],
		...{ form: form || null, item: item || null, label, min: end(min), max: end(max) },
	};
}

async function sessionsOf(db: Database, { studyId, pool }: Asked): Promise<string[]> {
	const rows = await db.all<{ id: string }>(
		sql`SELECT id FROM sessions WHERE study_id = ${studyId} AND pool = ${pool} AND sequence IS NOT NULL ORDER BY id`,
	);
	return rows.map(({ id }) => id);
}

/**
 * One row for each session, in the order of the primary key, so that nothing is sorted. What a rating is about is joined to one text:
 * as JSON, it would take twice as long.
 */
const ratingsOf = (ids: string) => sql`
	SELECT
		group_concat(
			concat_ws(char(1), source, ifnull(form, ''), ifnull(item, ''), label, ifnull(min, ''), ifnull(max, '')), char(2)
		) AS about,
		json_group_array(value) AS numbers
	FROM ratings WHERE session_id IN (SELECT value FROM json_each(${ids})) AND value IS NOT NULL GROUP BY session_id`;

const comparedOf = (ids: string) => sql`
	SELECT
		(SELECT json_group_array(json_array(form, item, iif(slot IS NULL, ranked_at, conversation_id), label, rank))
			FROM rankings WHERE session_id = own.value) AS rankings,
		(SELECT json_group_array(json_array(candidates.turn_id, candidates.label, candidates.chosen))
			FROM conversations JOIN turns ON turns.conversation_id = conversations.id JOIN candidates ON candidates.turn_id = turns.id
			WHERE conversations.session_id = own.value AND conversations.layout <> 'single' AND candidates.chosen IS NOT NULL) AS choices
	FROM json_each(${ids}) AS own`;

type Rated = { readonly about: string; readonly numbers: string };
type Compared = { readonly rankings: string; readonly choices: string };
type Ranked = readonly [form: string, item: string, where: string, label: string, rank: number];
type Choice = readonly [turn: string, label: string, chosen: number];

/**
 * Not checked by a schema: the query above makes the rows, and for thousands of sessions a schema would take longer than the
 * queries.
 */
const rowsOf = <Row>(json: string): Row[] => JSON.parse(json) as Row[];

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
