import { judgedRows } from "./judged-rows.ts";
import {
	answerRow,
	armKeyRow,
	callRow,
	conversationRow,
	deviationRow,
	flowRow,
	guessRow,
	isReply,
	judgementRow,
	labelRow,
	messageRow,
	type RawRow,
	rankingRow,
	ratingRow,
	replyRow,
	sessionRow,
	studyDeviationRow,
	twinRow,
} from "./read-rows.ts";
import type { MessageRow, Plan, PlannedAnalysis, StudyFacts, StudyTables } from "./study-tables.ts";
import type { TableName } from "./table-names.ts";

export type RowSource = {
	readonly rows: (name: TableName) => readonly RawRow[];
	readonly facts: StudyFacts;
	/** The protocol as JSON; null if the source has none. */
	readonly protocol: unknown;
	/** The language of each message of a participant, in their order. By default unknown. */
	readonly languagesOf?: (texts: readonly string[]) => readonly (string | null)[];
};

export function tablesFromRows({ rows, facts, protocol, languagesOf }: RowSource): StudyTables {
	const judged = judgedRows(rows("simulation-answers"));
	const transcripts = rows("transcripts");
	return {
		study: facts,
		sessions: [...rows("sessions").map(sessionRow), ...judged.sessions],
		conversations: rows("conversations").map(conversationRow),
		ratings: [...rows("ratings").map(ratingRow), ...judged.ratings],
		rankings: [...rows("rankings").map(rankingRow), ...judged.rankings],
		answers: rows("answers").flatMap((row) => answerRow(row) ?? []),
		replies: transcripts.filter(isReply).map(replyRow),
		messages: withLanguages(transcripts.filter((row) => !isReply(row)).map(messageRow), languagesOf),
		deviations: rows("deviations").map(deviationRow),
		studyDeviations: rows("study-deviations").map(studyDeviationRow),
		flow: rows("flow").map(flowRow),
		guesses: rows("guesses").map(guessRow),
		arms: rows("arms").map(armKeyRow),
		calls: rows("model-calls").flatMap((row) => callRow(row) ?? []),
		twins: [...rows("simulated-participants").flatMap((row) => twinRow(row) ?? []), ...judged.twins],
		judgements: rows("judgements").map(judgementRow),
		labels: rows("judgement-labels").map(labelRow),
		plan: planOf(protocol),
	};
}

function withLanguages(messages: readonly MessageRow[], languagesOf: RowSource["languagesOf"]): MessageRow[] {
	const languages = languagesOf?.(messages.map(({ text }) => text)) ?? [];
	return messages.map((message, index) => ({ ...message, language: languages[index] ?? message.language }));
}

type Loose = { readonly [name: string]: unknown };
const isObject = (value: unknown): value is Loose => value !== null && typeof value === "object";
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** What the report uses of a protocol. The server validated it; another source is read as far as it goes. */
export function planOf(protocol: unknown): Plan | null {
	if (!isObject(protocol) || !Array.isArray(protocol.arms)) return null;
	const design = isObject(protocol.design) ? protocol.design : {};
	const blinding = isObject(protocol.blinding) ? protocol.blinding : {};
	return {
		arms: list(protocol.arms).map(({ id }) => text(id)),
		design: text(design.kind) || "crossover",
		order: text(design.order) || "williams",
		level: text(blinding.level) || "double",
		conversations: list(protocol.conversations).map(({ id, title }) => ({ id: text(id), title: text(title) })),
		analysis: list(protocol.analysis).map(analysisOf),
	};
}

function analysisOf({ id, outcome, formula, ranking, adjust }: Loose): PlannedAnalysis {
	return {
		id: text(id),
		outcome: text(outcome),
		...(typeof formula === "string" ? { formula } : {}),
		...(typeof ranking === "string" ? { ranking } : {}),
		...(adjust === "none" || adjust === "holm" || adjust === "bh" ? { adjust } : {}),
	};
}
