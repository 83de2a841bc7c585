import { maskText } from "../../../blinding/masking.ts";
import { timestamp } from "../../../shared/clock.ts";
import type { SessionEvent } from "../../domain/events.ts";
import { evolve } from "../../domain/evolve/evolve.ts";
import {
	type ActiveState,
	type Candidate,
	entryOf,
	initialState,
	type SessionState,
	type StartedState,
	type Study,
} from "../../domain/state.ts";
import { endSeenAtMs } from "../../reply/presented-times.ts";
import { exitOf } from "../exit-view.ts";
import { view } from "../view.ts";
import type { Replay, ReplayEntry } from "./replay-schema.ts";

/** Whether the reader may see what a blinded researcher may not: the names in replies. */
export type Reader = { readonly isBlinded: boolean };

type Moment = {
	readonly study: Study;
	readonly before: SessionState;
	readonly after: StartedState;
	/** The state at the end of the log. When a reply was seen is known only later. */
	readonly last: StartedState;
	readonly reader: Reader;
};

/**
 * The session as its participant saw it, in the log's order. Rounds that failed, retries and the time of writing are left
 * out, because they depend on the arm. Every time here is in a researcher's open rows too.
 */
export function replay(study: Study, log: readonly SessionEvent[], last: StartedState, reader: Reader): Replay {
	const entries: ReplayEntry[] = [];
	let before: SessionState = initialState;
	for (const event of log) {
		const after = evolve(study, before, event);
		if (!("facts" in after)) return { ...headOf(last), entries };
		const moment = { study, before, after, last, reader };
		entries.push(...answerEntries(event, moment), ...conversationEntries(moment), ...endEntries(event, moment));
		before = after;
	}
	return { ...headOf(last), entries };
}

const headOf = ({ facts, status }: StartedState) => ({
	session: facts.sessionId,
	participant: facts.participantId,
	pool: facts.pool,
	status,
});

function answerEntries(event: SessionEvent, moment: Moment): ReplayEntry[] {
	const { study, before } = moment;
	const at = timestamp(event.atMs);
	switch (event.type) {
		case "SessionStarted":
			return [{ kind: "start", at }];
		case "ConsentGiven":
		case "ConsentDeclined": {
			const { text, version } = study.protocol.consent;
			return [{ kind: "consent", at, text, version, accepted: event.type === "ConsentGiven" }];
		}
		case "FormAnswered":
			return before.status === "active" ? [formEntry(study, before, event)] : [];
		case "MessageSent":
			return [{ kind: "message", at, ...placeOf(moment), text: event.text }];
		case "ReplyWritten":
			return replyEntries(moment);
		case "CandidateChosen":
			return [{ kind: "choice", at, ...placeOf(moment), chosen: event.chosen, scores: event.scores }];
		case "ReplyReported": {
			const { conversation, turn, slot: candidate, kind: report, note } = event;
			return [{ kind: "report", at, conversation: conversation + 1, turn: turn + 1, candidate, report, note }];
		}
		default:
			return [];
	}
}

function formEntry(
	study: Study,
	before: ActiveState,
	event: Extract<SessionEvent, { type: "FormAnswered" }>,
): ReplayEntry {
	const { step } = view(study, before);
	const leftOut = new Set(event.leftOut);
	const items = step?.kind === "form" ? step.items : [];
	return {
		kind: "form",
		at: timestamp(event.atMs),
		title: step?.kind === "form" ? step.title : event.form,
		conversation: event.conversation === null ? null : event.conversation + 1,
		items: items.map(({ id, kind, label, options }) => ({
			...{ id, kind, label },
			...(options && { options: options.map((option) => ({ value: option.value, label: option.label })) }),
			shown: !leftOut.has(id),
			answer: event.answers[id] ?? null,
		})),
		seconds: event.elapsedMs === null ? null : event.elapsedMs / 1000,
	};
}

/** Where the newest turn is. The event may already have ended its conversation and begun the next. */
function placeOf({ before, after }: Moment): { conversation: number; turn: number } {
	const index = Math.max(0, ("conversations" in before ? before.conversations.length : 0) - 1);
	return { conversation: index + 1, turn: after.conversations[index]?.turns.length ?? 0 };
}

function replyEntries(moment: Moment): ReplayEntry[] {
	const { study, last, reader } = moment;
	const { conversation, turn } = placeOf(moment);
	const there = last.conversations[conversation - 1]?.turns[turn - 1];
	const plan = last.allocated?.plan;
	if (!there || !plan) return [];
	const isSingle = entryOf(study, plan, conversation - 1).layout === "single";
	return there.candidates.map((candidate) => {
		const seenAtMs = endSeenAtMs(study, last, there, candidate);
		return {
			...{ kind: "reply", conversation, turn, candidate: isSingle ? null : candidate.slot },
			text: readableText(study, candidate, reader),
			seenAt: seenAtMs === null ? null : timestamp(seenAtMs),
			stopped: there.stopped ?? false,
		};
	});
}

/** As in the researcher's rows: under a double blind a name is hidden even if the participant read it. */
function readableText({ protocol }: Study, { text, identified, shown }: Candidate, { isBlinded }: Reader): string {
	const hides = isBlinded && protocol.blinding.level === "double";
	return hides && identified ? maskText(text, identified) : (shown ?? text);
}

function conversationEntries({ study, before, after }: Moment): ReplayEntry[] {
	const had = "conversations" in before ? before.conversations.length : 0;
	const plan = after.allocated?.plan;
	if (!plan || after.conversations.length <= had) return [];
	return after.conversations.slice(had).map(({ index, startedAtMs }) => {
		const { title, instructions, layout } = entryOf(study, plan, index);
		const of = plan.conversations.length;
		const at = timestamp(startedAtMs);
		return { kind: "conversation", at, conversation: index + 1, of, title, instructions, layout };
	});
}

function endEntries(event: SessionEvent, { study, before, after }: Moment): ReplayEntry[] {
	if (after.status === "active" || after.status === before.status) return [];
	const { reason: exit, code } = exitOf(study, after);
	const byResearcher = event.type === "SessionEndedByResearcher";
	// Withdrawing after the end has its own time. The end's own may be later than its event, by the pace.
	const atMs = before.status === "active" ? after.endedAtMs : event.atMs;
	return [{ kind: "end", at: timestamp(atMs), status: after.status, exit, code, byResearcher }];
}
