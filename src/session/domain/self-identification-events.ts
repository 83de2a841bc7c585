import { findSelfIdentification, type Span } from "../../self-identification/finder.ts";
import { lexiconOf } from "../../self-identification/names/lexicon.ts";
import type { KeptReply, ReplyOutcome } from "./command.ts";
import type { EventOf } from "./events.ts";
import type { StepId, Study } from "./state.ts";

type SelfIdentified = EventOf<"SelfIdentified">;

/** For every candidate: its discarded texts and, once the reply is complete, its final text. */
export function selfIdentifications(
	{ protocol }: Study,
	{ candidates }: ReplyOutcome,
	{ step, atMs }: { readonly step: StepId; readonly atMs: number },
): readonly SelfIdentified[] {
	const isComplete = candidates.every(({ complete }) => complete);
	const found = candidates.map((candidate) => ({
		...candidate,
		identified: isComplete ? findSelfIdentification(candidate.text, lexiconOf(protocol)) : [],
	}));
	return eventsOf({ protocol }, { candidates: found }, { step, atMs });
}

/** The same for a reply that was stopped. Its spans were found before it was cut. */
export const eventsOf = (
	{ protocol }: Study,
	{ candidates }: { readonly candidates: readonly Omit<KeptReply["candidates"][number], "text">[] },
	{ step, atMs }: { readonly step: StepId; readonly atMs: number },
): readonly SelfIdentified[] =>
	candidates.flatMap(({ slot, identified, discarded = [] }) => {
		const event = (spans: readonly Span[], handling: SelfIdentified["handling"], place: number | null) =>
			({ type: "SelfIdentified", atMs, step, slot, spans, handling, discarded: place }) as const;
		const finalHandling = protocol.blinding.selfIdentification === "record" ? "record" : "mask";
		return [
			...discarded.map((spans, place) => event(spans, "regenerate", place + 1)),
			...(identified.length > 0 ? [event(identified, finalHandling, null)] : []),
		];
	});
