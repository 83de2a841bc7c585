/** A study's rows for the report, of all pools. Names are those of the exports. */
export type StudyTables = {
	readonly study: StudyFacts;
	readonly sessions: readonly SessionRow[];
	readonly conversations: readonly ConversationRow[];
	readonly ratings: readonly RatingRow[];
	readonly rankings: readonly RankingRow[];
	/** Answers to all items of forms. */
	readonly answers: readonly AnswerRow[];
	readonly replies: readonly ReplyRow[];
	/** Participants' messages with their texts. Empty if the caller reads no texts, as the Worker does. */
	readonly messages: readonly MessageRow[];
	readonly deviations: readonly DeviationRow[];
	readonly studyDeviations: readonly { readonly kind: string; readonly occurredAt: string }[];
	/** CONSORT's counts by pool. */
	readonly flow: readonly FlowRow[];
	readonly guesses: readonly GuessRow[];
	/** Empty while the study is blinded. */
	readonly arms: readonly ArmKeyRow[];
	/** Model calls with their tokens; calls that are still sealed are left out. */
	readonly calls: readonly CallRow[];
	/** Which participant each simulated session stands for. */
	readonly twins: readonly TwinRow[];
	/** What judge models judged, one row for each item; a judgement without a usable answer is a row without an item. */
	readonly judgements: readonly JudgementRow[];
	/** What people judged. */
	readonly labels: readonly LabelRow[];
	/** What the protocol planned. Null if the source has no protocol. */
	readonly plan: Plan | null;
};

export type StudyFacts = {
	readonly slug: string;
	readonly title: string;
	readonly version: string;
	readonly protocolHash: string;
	readonly seedCommitment: string | null;
	/** The time of the data, RFC 3339. */
	readonly created: string;
};

export type Plan = {
	readonly arms: readonly string[];
	readonly design: string;
	readonly order: string;
	readonly level: string;
	readonly conversations: readonly { readonly id: string; readonly title: string }[];
	readonly analysis: readonly PlannedAnalysis[];
};

/** An analysis that stands in the protocol, and is hashed with it. */
export type PlannedAnalysis = {
	readonly id: string;
	readonly outcome: string;
	readonly formula?: string | undefined;
	readonly ranking?: string | undefined;
	readonly contrasts?: readonly (readonly string[])[] | undefined;
	readonly adjust?: "none" | "holm" | "bh" | undefined;
};

export type Pool = "live" | "pilot" | "simulated";

type OfSession = { readonly session: string; readonly participant: string; readonly pool: Pool };

export type SessionRow = OfSession & {
	readonly status: string;
	readonly stratum: string | null;
	/** The labels in the order drawn. */
	readonly sequence: readonly string[];
	readonly randomisedAt: string | null;
};

export type ConversationRow = OfSession & {
	readonly conversation: string;
	readonly conversationId: string;
	readonly layout: string;
	readonly position: number;
	/** The labels by slot. */
	readonly labels: readonly string[];
	readonly predecessor: string | null;
	readonly turns: number;
	readonly endedAt: string | null;
};

export type RatingRow = OfSession & {
	readonly conversation: string;
	readonly conversationId: string;
	readonly layout: string;
	readonly position: number;
	readonly predecessor: string | null;
	readonly label: string;
	/** `choice` for a score of one reply, `form` for an item about the conversation. */
	readonly source: string;
	readonly turn: number | null;
	readonly slot: string | null;
	readonly form: string | null;
	readonly item: string | null;
	/** Null for "does not apply". */
	readonly value: number | null;
	readonly min: number | null;
	readonly max: number | null;
	readonly chosen: boolean | null;
};

export type RankingRow = OfSession & {
	readonly form: string;
	readonly item: string;
	readonly label: string;
	readonly rank: number;
	readonly position: number;
	readonly conversationId: string;
	readonly slot: string | null;
};

export type AnswerRow = OfSession & {
	readonly form: string;
	readonly item: string;
	readonly kind: string;
	readonly conversationId: string | null;
	/** A number, a text, or texts. Null for "does not apply". */
	readonly value: number | string | readonly string[] | null;
	/** For attention checks. */
	readonly correct: boolean | null;
};

export type ReplyRow = OfSession & {
	readonly conversationId: string;
	readonly turn: number;
	readonly slot: string | null;
	readonly label: string;
	readonly chosen: boolean | null;
	readonly style: ReplyStyle;
};

/** What the report uses of a reply's text. */
export type ReplyStyle = { readonly characters: number; readonly formatting: number; readonly questions: number };

export type MessageRow = OfSession & {
	readonly conversation: string;
	readonly conversationId: string;
	readonly position: number;
	readonly turn: number;
	readonly text: string;
	/** A BCP 47 tag; null if nobody has recognised the language. */
	readonly language: string | null;
};

export type JudgementRow = OfSession & {
	readonly judgement: string;
	readonly conversationId: string;
	readonly turn: number;
	readonly slot: string | null;
	readonly unit: string;
	readonly rubric: string;
	readonly judge: string;
	readonly repeat: number;
	readonly swapped: boolean;
	/** Null if the judge gave no usable answer. */
	readonly item: string | null;
	/** As a text. Null if the item does not apply. */
	readonly value: string | null;
};

export type LabelRow = OfSession & {
	readonly unit: string;
	readonly rubric: string;
	readonly item: string;
	readonly labeller: string;
	readonly value: string | null;
};

export type DeviationRow = OfSession & { readonly kind: string; readonly label: string | null };
export type FlowRow = { readonly pool: string; readonly counts: Readonly<Record<string, number>> };
export type GuessRow = OfSession & { readonly arm: string | null; readonly guessedArm: string | null };
export type ArmKeyRow = { readonly label: string; readonly arm: string; readonly pool: Pool | null };
export type TwinRow = {
	readonly session: string;
	/** The person; empty for a persona that is nobody's twin. */
	readonly participant: string;
	readonly condition: string;
	/** Whether the session's labels are those of the person's own session, as where a simulator judges a person's conversations. */
	readonly hasLabelsOfPerson: boolean;
};

export type CallRow = {
	readonly session: string | null;
	readonly conversationId: string | null;
	readonly label: string;
	readonly inputTokens: number | null;
	readonly outputTokens: number | null;
	readonly cost: number | null;
	readonly currency: string | null;
	readonly firstFrameMs: number | null;
	readonly lastFrameMs: number | null;
	readonly failure: string | null;
};
