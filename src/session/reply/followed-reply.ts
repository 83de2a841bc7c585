import type { ReplyTexts } from "../../replies/present/pace.ts";
import { slotsOf } from "../domain/conversation.ts";
import { currentStep, type SessionRecord, type SessionState, type StepId, type Study } from "../domain/state.ts";

/** A reply that a client follows: its id, slots and start. */
export type FollowedReply = {
	readonly replyId: StepId;
	readonly slots: readonly string[];
	readonly startedAtMs: number;
	readonly conversation: number;
	readonly turn: number;
};

/** The reply that this step asked for or writes, in its latest round. */
export function replyOf(study: Study, state: SessionRecord, step: string): FollowedReply | null {
	for (const { index, turns } of state.conversations) {
		const turn = turns.findIndex(({ askedBy, replySteps }) => [...askedBy, ...replySteps].some((id) => id === step));
		const found = turns[turn];
		const replyId = found?.replySteps.at(-1);
		if (!found || !replyId || !state.allocated) continue;
		const slots = slotsOf(study, state.allocated.plan, index, turns.slice(0, turn)).map(({ slot }) => slot);
		return { replyId, slots, startedAtMs: found.roundStartedAtMs, conversation: index, turn };
	}
	return null;
}

/** The reply's progress: from the log if it is complete, otherwise from the stored frames. */
export function progressOfReply(
	state: SessionState,
	{ replyId, conversation, turn }: FollowedReply,
	stored: () => Omit<ReplyTexts, "ended">,
): ReplyTexts {
	if (state.status === "new" || state.status === "erased") return { texts: {}, writing: [], arrivals: [], ended: true };
	const candidates = state.conversations[conversation]?.turns[turn]?.candidates ?? [];
	if (candidates.length > 0) {
		return {
			texts: Object.fromEntries(candidates.map(({ slot, text, shown }) => [slot, shown ?? text])),
			writing: [],
			arrivals: [],
			ended: true,
		};
	}
	const { texts, writing, arrivals } = stored();
	const ended = state.status !== "active" || state.stage.kind !== "generating" || currentStep(state) !== replyId;
	return { texts, writing: ended ? [] : writing, arrivals, ended };
}

/** Computes again only if the source is another object than before. */
export function whenChanged<S, R>(source: () => S, compute: () => R): () => R {
	let last: { readonly source: S; readonly result: R } | null = null;
	return () => {
		const now = source();
		if (last === null || last.source !== now) last = { source: now, result: compute() };
		return last.result;
	};
}
