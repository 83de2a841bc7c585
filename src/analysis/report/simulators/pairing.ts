import type { PoolTables } from "../tables/one-pool.ts";
import type { StudyTables, TwinRow } from "../tables/study-tables.ts";

/** The simulated sessions of one condition, and the participant that each stands for. */
export type Condition = {
	readonly name: string;
	readonly pool: PoolTables;
	/** The participant of a simulated session; null for a persona that is nobody's twin. */
	readonly personOf: (session: string) => string | null;
};

/** Splits the simulated pool by condition. Sessions without a record of their simulation are one condition of their own. */
export function conditionsOf(tables: StudyTables, simulated: PoolTables, people: PoolTables): Condition[] {
	const twins = new Map(tables.twins.map((twin) => [twin.session, twin]));
	const names = [...new Set(simulated.sessions.map(({ session }) => conditionOf(twins.get(session))))].sort();
	const isJudging = (name: string): boolean =>
		tables.twins.some(({ condition, hasLabelsOfPerson }) => condition === name && hasLabelsOfPerson);
	return names.map((name) => {
		const isOwn = ({ session }: { readonly session: string }): boolean => conditionOf(twins.get(session)) === name;
		return {
			name,
			personOf: (session) => twins.get(session)?.participant || null,
			pool: {
				...simulated,
				// A simulator that judged read people's own conversations, and names them by people's labels.
				...(isJudging(name)
					? {
							nameOf: people.nameOf,
							isUnblinded: people.isUnblinded,
							styleOf: people.styleOf,
							replyStyle: people.replyStyle,
						}
					: {}),
				sessions: simulated.sessions.filter(isOwn),
				conversations: simulated.conversations.filter(isOwn),
				answers: simulated.answers.filter(isOwn),
				ratings: simulated.ratings.filter(isOwn),
				rankings: simulated.rankings.filter(isOwn),
				replies: simulated.replies.filter(isOwn),
				messages: simulated.messages.filter(isOwn),
				deviations: simulated.deviations.filter(isOwn),
				guesses: simulated.guesses.filter(isOwn),
				judgements: simulated.judgements.filter(isOwn),
				labels: simulated.labels.filter(isOwn),
			},
		};
	});
}

const conditionOf = (twin: TwinRow | undefined): string => twin?.condition ?? "simulated";

/** Each session's ranks by arm for one question; an arm that was ranked twice has its mean rank. */
export function ranksBySession(pool: PoolTables, question: string): Map<string, Map<string, number>> {
	const own = pool.rankings.filter(({ form, item }) => `${form}.${item}` === question);
	return averaged(own.map(({ session, label, rank }) => ({ session, arm: pool.nameOf(label), value: rank })));
}

/** Each session's mean rating by arm for one outcome. */
export function ratingsBySession(pool: PoolTables, outcome: string): Map<string, Map<string, number>> {
	const own = pool.ratings.filter(
		({ source, form, item, value }) =>
			value !== null && (source === "choice" ? outcome === "choice" : `${form}.${item}` === outcome),
	);
	return averaged(own.map(({ session, label, value }) => ({ session, arm: pool.nameOf(label), value: value ?? 0 })));
}

type Cell = { readonly session: string; readonly arm: string; readonly value: number };

function averaged(cells: readonly Cell[]): Map<string, Map<string, number>> {
	const bySession = Map.groupBy(cells, ({ session }) => session);
	return new Map(
		[...bySession].map(([session, own]) => {
			const byArm = Map.groupBy(own, ({ arm }) => arm);
			return [
				session,
				new Map([...byArm].map(([arm, some]) => [arm, some.reduce((sum, { value }) => sum + value, 0) / some.length])),
			];
		}),
	);
}

/** Values of the arms that both have, in one order. Null if they share fewer than two. */
export function sharedArms(
	one: ReadonlyMap<string, number>,
	other: ReadonlyMap<string, number>,
): { readonly one: number[]; readonly other: number[] } | null {
	const arms = [...one.keys()].filter((arm) => other.has(arm)).sort();
	if (arms.length < 2) return null;
	return { one: arms.map((arm) => one.get(arm) ?? 0), other: arms.map((arm) => other.get(arm) ?? 0) };
}

export const participantOf = (pool: PoolTables): ReadonlyMap<string, string> =>
	new Map(pool.sessions.map(({ session, participant }) => [session, participant]));

/** The session of each participant. */
export const sessionOf = (pool: PoolTables): ReadonlyMap<string, string> =>
	new Map(pool.sessions.map(({ session, participant }) => [participant, session]));
