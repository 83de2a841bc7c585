import { meanEstimate } from "../../agreement/ranking-agreement.ts";
import { mean } from "../../numeric/arrays.ts";
import { type Estimate, fromInterval } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";

/** A mean at one place of a course: a turn of a conversation, or a period of a session. */
export type TrajectoryPoint = {
	readonly what: string;
	readonly label: string;
	readonly at: number;
} & Estimate;

const METHOD = "Mean of participants' means at this place; t interval";

export type Point = {
	readonly what: string;
	readonly label: string;
	readonly at: number;
	readonly session: string;
	readonly value: number;
};

/** Ratings at their period, replies' scores at their turn, and the words of messages at their turn. */
export function pointsOf(pool: PoolTables): Point[] {
	const rated = pool.ratings.flatMap((row) =>
		row.value === null
			? []
			: [
					{
						what: row.source === "choice" ? "choice" : `${row.form}.${row.item}`,
						label: pool.nameOf(row.label),
						at: row.source === "choice" ? (row.turn ?? 0) : row.position,
						session: row.session,
						value: row.value,
					},
				],
	);
	const messages = pool.messages.map(({ turn, text, session }) => ({
		what: "words of a message",
		label: "all",
		at: turn,
		session,
		value: text.split(/\s+/u).filter((word) => word !== "").length,
	}));
	return [...rated, ...messages];
}

/** The course of ratings over periods by arm, of replies' scores over turns, and of messages' words over turns. */
export function trajectoriesOf(pool: PoolTables): TrajectoryPoint[] {
	const groups = Map.groupBy(pointsOf(pool), ({ what, label, at }) => JSON.stringify([what, label, at]));
	return [...groups.values()]
		.map((own) => {
			const bySession = Map.groupBy(own, ({ session }) => session);
			const means = [...bySession.values()].map((some) => mean(some.map(({ value }) => value)));
			const { what = "", label = "", at = 0 } = own[0] ?? {};
			return { what, label, at, ...fromInterval(meanEstimate(means), METHOD) };
		})
		.sort((one, other) => order(one).localeCompare(order(other), "en", { numeric: true }));
}

const order = ({ what, label, at }: { what: string; label: string; at: number }): string => `${what} ${label} ${at}`;
