import { outcomesOf } from "../ratings/rating-table.ts";
import type { PoolTables } from "../tables/one-pool.ts";

/** Missing answers. They are never imputed. */
export type Missingness = {
	readonly outcome: string;
	readonly label: string;
	/** Conversations that ended, after which the item could be answered. */
	readonly n: number;
	readonly answered: number;
	readonly notApplicable: number;
	readonly unanswered: number;
};

/** For each item about conversations and each arm. Scores of single replies are part of a choice, so none can be missing. */
export function missingness(pool: PoolTables): Missingness[] {
	return outcomesOf(pool)
		.filter(({ id }) => id !== "choice")
		.flatMap((outcome) => {
			const topics = new Set(outcome.rows.map(({ conversation }) => conversation));
			const [form, item] = splitId(outcome.id);
			const asked = pool.ratings.filter((row) => row.form === form && row.item === item);
			const ended = pool.conversations
				.filter(({ endedAt, conversation }) => endedAt !== null && topics.has(conversation))
				.flatMap(({ labels, conversationId }) => [...new Set(labels)].map((label) => ({ label, conversationId })));
			const ratedPlaces = Map.groupBy(asked, (row) => `${row.conversationId} ${row.label}`);
			const byArm = Map.groupBy(ended, ({ label }) => pool.nameOf(label));
			return [...byArm]
				.sort(([one], [other]) => (one < other ? -1 : 1))
				.map(([label, places]) => {
					const rows = places.map((place) => ratedPlaces.get(`${place.conversationId} ${place.label}`) ?? []);
					const answered = rows.filter((own) => own.some(({ value }) => value !== null)).length;
					const notApplicable = rows.filter((own) => own.length > 0 && own.every(({ value }) => value === null)).length;
					const n = places.length;
					return { outcome: outcome.id, label, n, answered, notApplicable, unanswered: n - answered - notApplicable };
				});
		});
}

function splitId(id: string): readonly [string, string] {
	const dot = id.indexOf(".");
	return [id.slice(0, dot), id.slice(dot + 1)];
}
