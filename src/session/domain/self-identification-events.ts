import { findSelfIdentification, type Span } from "../../self-identification/finder.ts";
import { lexiconOf } from "../../self-identification/names/lexicon.ts";
import type { ReplyOutcome } from "./command.ts";
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
	const finalHandling = protocol.blinding.selfIdentification === "record" ? "record" : "mask";
	return candidates.flatMap(({ slot, text, discarded = [] }) => {
		const event = (spans: readonly Span[], handling: SelfIdentified["handling"], place: number | null) =>
			({ type: "SelfIdentified", atMs, step, slot, spans, handling, discarded: place }) as const;
		const found = isComplete ? findSelfIdentification(text, lexiconOf(protocol)) : [];
		return [
			...discarded.map((spans, place) => event(spans, "regenerate", place + 1)),
			...(found.length > 0 ? [event(found, finalHandling, null)] : []),
		];
	});
}
