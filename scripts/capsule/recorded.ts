import type { Json } from "../../src/shared/json.ts";
import type { CapsuleTable, Row } from "./format.ts";

/** An answered form. */
export type RecordedForm = {
	readonly form: string;
	/** The number of its conversation, from 1. Null for a form about the study. */
	readonly conversation: number | null;
	readonly answers: Readonly<Record<string, Json>>;
	/** The answered items in display order. */
	readonly shown: readonly string[];
	readonly elapsedMs: number | null;
	readonly moves: Readonly<Record<string, Json>>;
	readonly behaviour: Json | null;
};

export type RecordedReport = { readonly slot: string; readonly kind: string; readonly note: string | null };

export type RecordedTurn = {
	readonly turn: number;
	readonly text: string;
	readonly behaviour: Json | null;
	readonly chosen: string | null;
	readonly scores: Readonly<Record<string, number>>;
	readonly reports: readonly RecordedReport[];
};

/** `place`: from 1. */
export type RecordedConversation = {
	readonly place: number;
	readonly ended: boolean;
	readonly turns: readonly RecordedTurn[];
};

/** The acts of one participant, as far as the exports contain them. */
export type RecordedSession = {
	readonly session: string;
	readonly participant: string;
	readonly source: string;
	readonly pool: string;
	readonly status: string;
	readonly attributes: Readonly<Record<string, Json>>;
	readonly consented: boolean;
	readonly startedAt: string;
	readonly endedAt: string | null;
	/** In the order of answering. */
	readonly forms: readonly RecordedForm[];
	readonly conversations: readonly RecordedConversation[];
	/** The exit by which a researcher ended the session. */
	readonly endedByResearcher: string | null;
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const orNull = (value: unknown): string | null => (typeof value === "string" ? value : null);
const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null);

type Tables = ReadonlyMap<CapsuleTable, readonly Row[]>;

/** The acts of each participant, from the exports. */
export function recordedSessions(tables: Tables): RecordedSession[] {
	const rows = (name: CapsuleTable) => Map.groupBy(tables.get(name) ?? [], ({ session }) => text(session));
	const [conversations, transcripts, answers] = [rows("conversations"), rows("transcripts"), rows("answers")];
	const [ratings, behaviour, reports] = [rows("ratings"), rows("behaviour"), rows("reply-reports")];
	const deviations = rows("deviations");
	return (tables.get("sessions") ?? []).map((row) => {
		const session = text(row.session);
		const own = conversations.get(session) ?? [];
		const placeOf = new Map(own.map((one) => [text(one.conversation_id), Number(one.position)]));
		const typed = behaviour.get(session) ?? [];
		return {
			session,
			participant: text(row.participant),
			source: text(row.source),
			pool: text(row.pool),
			status: text(row.status),
			attributes: Object(row.attributes),
			consented: row.consented_at !== null,
			startedAt: text(row.started_at),
			endedAt: orNull(row.ended_at),
			forms: formsOf(answers.get(session) ?? [], typed, placeOf),
			conversations: own.map((one) => {
				const isOwn = ({ conversation_id }: Row): boolean => conversation_id === one.conversation_id;
				const said = (transcripts.get(session) ?? []).filter(isOwn);
				const about = { typed: typed.filter(isOwn), reports: (reports.get(session) ?? []).filter(isOwn) };
				const scores = (ratings.get(session) ?? []).filter((row) => isOwn(row) && row.source === "choice");
				return {
					place: Number(one.position),
					ended: one.ended_at !== null,
					turns: turnsOf(said, { ...about, scores }),
				};
			}),
			endedByResearcher: exitByResearcher(deviations.get(session) ?? []),
		};
	});
}

const exitByResearcher = (deviations: readonly Row[]): string | null =>
	orNull(deviations.find(({ kind }) => kind === "ended_by_researcher")?.handling);

function formsOf(answers: readonly Row[], typed: readonly Row[], placeOf: ReadonlyMap<string, number>): RecordedForm[] {
	const asked = answers.filter((row) => row.asked !== false);
	const groups = Map.groupBy(asked, (row) => `${text(row.answered_at)} ${row.form} ${row.conversation_id ?? ""}`);
	// Groups with the same time keep the order of the export.
	const ordered = [...groups.values()].toSorted(([one], [other]) =>
		text(one?.answered_at) < text(other?.answered_at) ? -1 : Number(one?.answered_at !== other?.answered_at),
	);
	return ordered.flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const { form, conversation_id } = first;
		const shown = group.toSorted((one, other) => Number(one.position) - Number(other.position));
		return [
			{
				form: text(form),
				conversation: placeOf.get(text(conversation_id)) ?? null,
				answers: Object.fromEntries(group.map((row) => [text(row.item), row.value as Json])),
				shown: shown.map(({ item }) => text(item)),
				elapsedMs: numberOrNull(first.elapsed_ms),
				moves: Object.fromEntries(
					group.flatMap(({ item, changes, history }) =>
						typeof changes === "number" ? [[text(item), { changes, history: (history ?? []) as Json }] as const] : [],
					),
				),
				behaviour: behaviourIn(typed, (row) => row.form === form && row.conversation_id === conversation_id),
			},
		];
	});
}

type AboutTurns = { readonly typed: readonly Row[]; readonly reports: readonly Row[]; readonly scores: readonly Row[] };

function turnsOf(said: readonly Row[], { typed, reports, scores }: AboutTurns): RecordedTurn[] {
	const messages = said.filter(({ role }) => role === "participant");
	return messages.map((message) => {
		const isOwn = ({ turn }: Row): boolean => turn === message.turn;
		const chosen = said.find((row) => isOwn(row) && row.role === "assistant" && row.chosen === true);
		return {
			turn: Number(message.turn),
			text: text(message.text),
			behaviour: behaviourIn(typed, (row) => row.form === null && isOwn(row)),
			chosen: orNull(chosen?.slot),
			scores: Object.fromEntries(scores.filter(isOwn).map(({ slot, value }) => [text(slot), Number(value)])),
			reports: reports
				.filter(isOwn)
				.map(({ slot, kind, note }) => ({ slot: text(slot), kind: text(kind), note: orNull(note) })),
		};
	});
}

/** The turn at this place of the session. */
export const turnAt = ({ conversations }: RecordedSession, place: number, turn: number): RecordedTurn | undefined =>
	conversations.find((one) => one.place === place)?.turns.find((one) => one.turn === turn);

function behaviourIn(typed: readonly Row[], isOwn: (row: Row) => boolean): Json | null {
	const row = typed.find(isOwn);
	if (!row) return null;
	const { pasted, pastes, focus_lost, focus_lost_ms, first_key_ms, typing_ms } = row;
	const measured = { pasted, pastes, focusLost: focus_lost, focusLostMs: focus_lost_ms, firstKeyMs: first_key_ms };
	return { ...measured, typingMs: typing_ms } as Json;
}
