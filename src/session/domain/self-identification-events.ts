import { findSelfIdentification, type Span } from "../../self-identification/finder.ts";
import { lexiconOf } from "../../self-identification/names/lexicon.ts";
import type { ReplyOutcome } from "./command.ts";
import type { EventOf } from "./events.ts";
import type { StepId, Study } from "./state.ts";

type SelfIdentified = EventOf<"SelfIdentified">;

/** Of every candidate alike: the texts that were thrown away, and, once a reply is whole, the one that stands. */
export function selfIdentifications(
	{ protocol }: Study,
	{ candidates }: ReplyOutcome,
	{ step, atMs }: { readonly step: StepId; readonly atMs: number },
): readonly SelfIdentified[] {
	const whole = candidates.every(({ complete }) => complete);
	const standing = protocol.blinding.selfIdentification === "record" ? "record" : "mask";
	return candidates.flatMap(({ slot, text, discarded = [] }) => {
		const event = (spans: readonly Span[], handling: SelfIdentified["handling"], place: number | null) =>
			({ type: "SelfIdentified", atMs, step, slot, spans, handling, discarded: place }) as const;
		const found = whole ? findSelfIdentification(text, lexiconOf(protocol)) : [];
		return [
			...discarded.map((spans, place) => event(spans, "regenerate", place + 1)),
			...(found.length > 0 ? [event(found, standing, null)] : []),
		];
	});
}
