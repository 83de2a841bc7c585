import type { ThreadMessage } from "../../models/model-types.ts";
import { callSeed } from "../../randomisation/plan/orders.ts";
import type { Screening } from "../../replies/present/self-identification-filter.ts";
import { REPLY_LIMITS } from "../../replies/write/reply-limits.ts";
import type { ReplyRequest } from "../../replies/write/write-reply.ts";
import { lexiconOf } from "../../self-identification/names/lexicon.ts";
import { currentConversation, planOf, slotsOf } from "../domain/conversation.ts";
import { type ActiveState, currentStep, entryOf, type Study, type Turn } from "../domain/state.ts";
import { paceOf } from "./presented-times.ts";

/** The reply that this state waits for, or null. The same state always gives the same request, seeds included. */
export function pendingReply(study: Study, state: ActiveState): ReplyRequest | null {
	if (state.stage.kind !== "generating" || !state.allocated) return null;
	const { kept, sinceMs } = state.stage;
	const { index, turns } = currentConversation(state);
	const plan = planOf(state);
	const before = turns.slice(0, -1);
	const round = turns.at(-1)?.replySteps.length ?? 1;
	const screening = screeningOf(study);
	const again = screening?.handling === "regenerate";
	const candidates = slotsOf(study, plan, index, before).map(({ slot, label }) => ({
		slot,
		label,
		thread: threadOf(entryOf(study, plan, index).layout, turns, slot),
		seed: callSeed(plan.seed, index, turns.length, slot, round),
		...(again && {
			laterSeeds: DISCARD_NUMBERS.map((time) => callSeed(plan.seed, index, turns.length, `${slot}/${time}`, round)),
		}),
		kept: kept.find((candidate) => candidate.slot === slot)?.text ?? null,
	}));
	return {
		replyId: currentStep(state),
		startedAtMs: sinceMs,
		arms: state.allocated.arms,
		firstAttempt: (turns.at(-1)?.attempts ?? 0) + 1,
		pace: paceOf(study, state),
		...(screening && { screening }),
		candidates,
	};
}

/** One for each text that may be discarded. */
const DISCARD_NUMBERS = Array.from({ length: REPLY_LIMITS.discards }, (_, place) => place + 1);

/** How self-identifications are handled before a reply is shown. Undefined if replies are shown unchanged. */
export function screeningOf({ protocol }: Study): Screening | undefined {
	const handling = protocol.blinding.selfIdentification;
	return handling === "record" ? undefined : { handling, lexicon: lexiconOf(protocol) };
}

/** The messages that the model of a slot gets: its own replies under `side-by-side`, otherwise the chosen ones. */
function threadOf(
	layout: "single" | "best-of" | "side-by-side",
	turns: readonly Turn[],
	slot: string,
): ThreadMessage[] {
	return turns.flatMap(({ text, candidates, chosen }): ThreadMessage[] => {
		const wanted = layout === "best-of" ? chosen : slot;
		const reply = candidates.find((candidate) => candidate.slot === wanted);
		const message: ThreadMessage = { role: "participant", text };
		return reply ? [message, { role: "assistant", text: reply.text }] : [message];
	});
}
