import type { ReplyTexts } from "../../replies/present/pace.ts";
import { slotsOf } from "../domain/evolve.ts";
import { type Course, currentStep, type SessionState, type StepId, type Study } from "../domain/state.ts";

/** A reply that somebody follows: which one, in which slots, and since when. */
export type FollowedReply = {
	readonly replyId: StepId;
	readonly slots: readonly string[];
	readonly startedAtMs: number;
	readonly conversation: number;
	readonly turn: number;
};

/** The reply of the turn that this step asked for or writes: the latest, where it was tried more than once. */
export function replyOf(study: Study, state: Course, step: string): FollowedReply | null {
	for (const { index, turns } of state.conversations) {
		const turn = turns.findIndex(({ askedBy, replySteps }) => [...askedBy, ...replySteps].some((id) => id === step));
		const found = turns[turn];
		const replyId = found?.replySteps.at(-1);
		if (!found || !replyId || !state.allocated) continue;
		const slots = slotsOf(study, state.allocated.plan, index, turns.slice(0, turn)).map(({ slot }) => slot);
		return { replyId, slots, startedAtMs: found.repliedSinceMs, conversation: index, turn };
	}
	return null;
}

/** How far a reply is: from the log where it is whole, from the stored frames while it is written or after it failed. */
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
