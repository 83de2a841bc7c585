import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { callWithRetries } from "../../models/calls/call-with-retries.ts";
import type { WholeReply } from "../../models/calls/whole-reply.ts";
import { below, randomStream } from "../../randomisation/draw/generator.ts";
import { timerWait } from "../../replies/wait.ts";
import type { Clock } from "../../shared/clock.ts";
import { sha256Of } from "../../shared/json.ts";
import { outcomeOf } from "../judges/attempt.ts";
import { materialOf } from "../judges/plan.ts";
import { type JudgeRequest, judgeRequest, requestHash } from "../judges/prompt.ts";
import type { NamedJudge } from "../judging-client.ts";
import type { Rubric } from "../rubrics/rubric.ts";
import { unitsOf } from "../units/units.ts";
import type { AnswerStore, JudgementRow, Spent } from "./answer-store.ts";
import type { Batch, Waiting } from "./batch-store.ts";
import { talkOf } from "./talks.ts";

const TIMEOUT_MS = 60_000;
const MOST_CHARACTERS = 20_000;

export type JudgeDeps = {
	readonly env: Env;
	readonly clock: Clock;
	readonly batch: Batch;
	readonly rubric: Rubric;
	readonly judge: NamedJudge;
	readonly answers: AnswerStore;
	/** Whether the batch may ask once more. */
	readonly maySpend: () => boolean;
	/** Each call, also one that fails. */
	readonly onCall: (spent: Spent) => void;
};

/** `gone`: the text was erased, or is not what was planned. `wait`: the budget is spent. Throws if the judge does not answer. */
export async function judgeUnit(deps: JudgeDeps, judgement: Waiting): Promise<JudgementRow | "gone" | "wait"> {
	const { env, batch, rubric, answers, clock } = deps;
	const talk = await talkOf(database(env.DB), batch.studyId, judgement.place.conversation);
	const unit = talk && unitsOf(talk, rubric.judges).find(({ id }) => id === judgement.unit);
	const request = unit ? judgeRequest(rubric, materialOf(unit, judgement)) : null;
	if (request === null || requestHash(request) !== judgement.request) return "gone";
	const first = answers.first(judgement.id) ?? (await asked(deps, judgement, request, 1));
	const { index: _, ...planned } = judgement;
	const row = { batch: batch.batch, judgement: planned, atMs: clock() };
	const outcome = outcomeOf(rubric, request, [first.text]);
	if (outcome.kind !== "ask_again") return { ...row, ...resultOf(outcome), ...spentOn(first) };
	// Kept, because it is paid for: after a restart only the second request is sent.
	answers.keepFirst(judgement.id, first);
	if (!deps.maySpend()) return "wait";
	const second = await asked(deps, judgement, outcome.request, 2);
	return { ...row, ...resultOf(outcomeOf(rubric, request, [first.text, second.text])), ...spentOn(first, second) };
}

const resultOf = (outcome: ReturnType<typeof outcomeOf>): Pick<JudgementRow, "answers" | "fault"> =>
	outcome.kind === "judged" ? { answers: outcome.items, fault: null } : { answers: null, fault: outcome.fault };

async function asked(
	{ env, clock, judge, onCall }: JudgeDeps,
	{ id }: Waiting,
	{ messages, schema }: JudgeRequest,
	attempt: number,
): Promise<Spent & { readonly text: string }> {
	const [system, ...thread] = messages;
	const calls: Spent[] = [];
	const record = (reply: WholeReply) => {
		const spent = {
			inputTokens: reply.inputTokens ?? 0,
			outputTokens: reply.outputTokens ?? 0,
			cost: reply.cost ?? null,
		};
		calls.push(spent);
		onCall(spent);
	};
	const asking = { bindings: env, atOnce: true, record, wait: (ms: number) => timerWait(ms) };
	const reply = await callWithRetries(asking, judge.model, {
		system: system?.text ?? "",
		thread: thread.map(({ role, text }) => ({ role: role === "assistant" ? role : "participant", text })),
		...{ schema, clock, timeoutMs: TIMEOUT_MS, characters: MOST_CHARACTERS },
		seed: below(randomStream(sha256Of(id).slice("sha256:".length), ["judge", attempt]), 2 ** 32),
	});
	return { text: reply.text, ...spentOn(...calls) };
}

const spentOn = (...calls: readonly Spent[]): Spent => ({
	inputTokens: calls.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
	outputTokens: calls.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
	cost: calls.every(({ cost }) => cost === null) ? null : calls.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
});
