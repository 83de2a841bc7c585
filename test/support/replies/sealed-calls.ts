import type { OpenReply } from "../../../src/blinding/seals/sealed-reply.ts";

type Call = OpenReply["calls"][number];
type Deviation = OpenReply["deviations"][number];

const PLACE: OpenReply["place"] = {
	studyId: `sy_${"x".repeat(24)}`,
	protocolHash: `sha256:${"f".repeat(64)}`,
	sessionId: `se_${"x".repeat(24)}`,
	conversationId: `cv_${"x".repeat(24)}`,
	turn: 100,
	slot: "a",
	label: "K7",
};
const TURN = { id: `ms_${"x".repeat(24)}`, retries: 100 };

/** A call in which all fields have their maximum length, except prompt, names and texts. */
export const callOf = (number: number, more: Partial<Call> = {}): Call => ({
	...PLACE,
	id: `mc_${String(number).padStart(24, "0")}`,
	startedAt: "2026-01-01T00:00:00.000Z",
	attempt: 300 + number,
	provider: "openai-compatible",
	model: "m",
	servedModel: null,
	adapter: null,
	adapterStoodIn: false,
	inputTokens: Number.MAX_SAFE_INTEGER,
	outputTokens: Number.MAX_SAFE_INTEGER,
	countedBy: "estimate",
	cost: Number.MIN_VALUE,
	currency: "USD",
	firstFrameMs: 120_000,
	lastFrameMs: 120_000,
	finishReason: "content-filter",
	failure: "self_identified",
	prompt: null,
	...more,
});

export const deviationOf = (number: number): Deviation => ({
	studyId: PLACE.studyId,
	protocolHash: PLACE.protocolHash,
	sessionId: PLACE.sessionId,
	conversationId: PLACE.conversationId,
	turn: PLACE.turn,
	slot: PLACE.slot,
	label: PLACE.label,
	id: `st_${"x".repeat(24)}/a/100/${number}`,
	kind: "self_identification",
	handling: "regenerate",
	sealed: JSON.stringify({ start: 100_000, end: 100_000, identifies: "instructions" }),
	occurredAt: "2026-01-01T00:00:00.000Z",
});

export const replyOf = (calls: readonly Call[], deviations: readonly Deviation[] = []): OpenReply => ({
	place: PLACE,
	turn: TURN,
	calls,
	deviations,
});

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** As many calls and deviations as fit into a row. */
export const longestReply = (more: Partial<Call>): OpenReply =>
	replyOf(
		range(10).map((number) => callOf(number, more)),
		range(8).map(deviationOf),
	);
