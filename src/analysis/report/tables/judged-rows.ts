import type { RawRow } from "./read-rows.ts";
import type { RankingRow, RatingRow, SessionRow, TwinRow } from "./study-tables.ts";

/** What simulators answered about people's own conversations, as sessions of the pool `simulated` with the people's labels. */
export type Judged = {
	readonly sessions: readonly SessionRow[];
	readonly ratings: readonly RatingRow[];
	readonly rankings: readonly RankingRow[];
	readonly twins: readonly TwinRow[];
};

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const number = (value: unknown): number | null => {
	const found = typeof value === "string" && value !== "" ? Number(value) : value;
	return typeof found === "number" && Number.isFinite(found) ? found : null;
};

/** Rows of `simulation_answers`, by their exported names. Each run, person and sample is one session. */
export function judgedRows(rows: readonly RawRow[]): Judged {
	const groups = Map.groupBy(rows, ({ run, twin, sample }) => `judge/${run}/${twin}/${sample}`);
	const parts = [...groups].map(([session, own]) => judgedSession(session, own));
	return {
		sessions: parts.map((part) => part.session),
		ratings: parts.flatMap(({ ratings }) => ratings),
		rankings: parts.flatMap(({ rankings }) => rankings),
		twins: parts.map(({ twin }) => twin),
	};
}

function judgedSession(session: string, rows: readonly RawRow[]) {
	const person = text(rows[0]?.twin) ?? "";
	const own = { session, participant: session, pool: "simulated" } as const;
	const labels = [...new Set(rows.flatMap(({ label }) => text(label) ?? []))];
	const place = (row: RawRow) => ({
		conversationId: text(row.conversation_id) ?? "",
		position: number(row.position) ?? 0,
		form: text(row.form) ?? "",
		item: text(row.item) ?? "",
		slot: text(row.slot),
	});
	return {
		session: { ...own, status: "completed", stratum: null, sequence: labels, randomisedAt: null },
		twin: { session, participant: person, condition: "judge", hasLabelsOfPerson: true },
		ratings: rows.flatMap((row): RatingRow[] => {
			const [label, value] = [text(row.label), number(row.value)];
			if (label === null || value === null || number(row.rank) !== null) return [];
			const rest = { conversation: "", layout: "", predecessor: null, source: "form", turn: null };
			return [{ ...own, ...place(row), ...rest, label, value, min: null, max: null, chosen: null }];
		}),
		rankings: rows.flatMap((row): RankingRow[] => {
			const [label, rank] = [text(row.label), number(row.rank)];
			return label === null || rank === null ? [] : [{ ...own, ...place(row), label, rank }];
		}),
	};
}
