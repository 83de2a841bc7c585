import { maskText } from "../../blinding/masking.ts";
import type { CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { StartCall } from "../../models/model-types.ts";
import { Finder, findSelfIdentification, type Span } from "../../self-identification/finder.ts";
import type { Lexicon } from "../../self-identification/names/lexicon.ts";
import { isBlank } from "../../shared/visible-text.ts";
import { type Pace, shownTexts } from "../present/pace.ts";
import { type Screening, SelfIdentificationFilter, type StoredTexts } from "../present/self-identification-filter.ts";
import { NOTHING_STORED } from "./frame.ts";
import { recordCutOff } from "./write-candidate.ts";
import type { ReplyRequest } from "./write-reply.ts";

export type KeptCandidate = KeptText & {
	readonly slot: string;
	/** All its calls. A running one is recorded as stopped. */
	readonly calls: readonly Sealed<CallRecord>[];
	readonly discarded?: readonly (readonly Span[])[];
};

type KeptNow = {
	readonly stored: StoredTexts;
	readonly startCall: StartCall;
	readonly lexicon: Lexicon;
	readonly nowMs: number;
};

/** A reply that is stopped now, in the order of the request's candidates. Null if nothing can be kept yet. */
export function keptReply(
	{ startedAtMs, pace, screening, arms, candidates }: ReplyRequest,
	{ stored, startCall, lexicon, nowMs }: KeptNow,
): { readonly candidates: readonly KeptCandidate[] } | null {
	const texts = keptTexts(stored, { startedAtMs, nowMs, pace, screening, lexicon });
	if (texts === null) return null;
	return {
		candidates: candidates.map((candidate): KeptCandidate => {
			const { slot } = candidate;
			const { calls, open, discarded } = stored.reply[slot] ?? NOTHING_STORED;
			const cutOff = { arms, candidate, open, text: stored.texts[slot] ?? "", startCall, signal: AbortSignal.abort() };
			const running = recordCutOff(cutOff, "stopped");
			const { text, identified } = texts[slot] ?? { text: "", identified: [] };
			const all = running ? [...calls, running] : calls;
			return { slot, text, identified, calls: all, ...(discarded && { discarded }) };
		}),
	};
}

/** The part of a candidate that was shown: the original text up to there, and its self-identifications. */
export type KeptText = { readonly text: string; readonly identified: readonly Span[] };

type KeptAt = {
	readonly startedAtMs: number;
	readonly nowMs: number;
	readonly pace: Pace;
	/** Absent if replies are shown unchanged. */
	readonly screening?: Screening | undefined;
	readonly lexicon: Lexicon;
};

/**
 * The text of each candidate that a reader at this pace has seen, by slot. It depends only on the shown text, never on
 * how much the model has written beyond it. Null while a candidate has no visible text: an empty reply is no reply.
 */
export function keptTexts(
	stored: StoredTexts,
	{ startedAtMs, nowMs, pace, screening, lexicon }: KeptAt,
): Readonly<Record<string, KeptText>> | null {
	const progress = new SelfIdentificationFilter(screening).shownOf(stored);
	const shown = shownTexts({ ...progress, ended: false }, { startedAtMs, nowMs }, pace);
	if (Object.values(shown).some(isBlank)) return null;
	return Object.fromEntries(
		Object.entries(shown).map(([slot, text]) => {
			const original = stored.texts[slot] ?? "";
			if (!screening) return [slot, unmasked(original, text.length, lexicon)];
			const isWriting = screening.handling === "mask" && stored.writing.includes(slot);
			return [slot, underMasks(original, text.length, spansShown(original, isWriting, screening.lexicon))];
		}),
	);
}

/** Characters beyond the shown text that are searched, for the rest of a name or of its sentence. */
const LOOKAHEAD = 200;

/**
 * Researchers must not read half of a name either, so the search goes beyond what was shown. Not through all that was
 * written: the time for that would show how fast the model is.
 */
function unmasked(original: string, shownLength: number, lexicon: Lexicon): KeptText {
	const identified = findSelfIdentification(original.slice(0, shownLength + LOOKAHEAD), lexicon)
		.filter(({ start }) => start < shownLength)
		.map((span) => ({ ...span, end: Math.min(span.end, shownLength) }));
	return { text: original.slice(0, shownLength), identified };
}

/** The spans that `GrowingMask` hides. Those of a part are not the spans of the part alone: later text decides too. */
const spansShown = (original: string, isWriting: boolean, lexicon: Lexicon): readonly Span[] =>
	new Finder(lexicon).examine(original, !isWriting).flatMap(({ spans }) => spans);

/** A mask is one sign: if its beginning was shown, all of it is kept. */
function underMasks(original: string, shownLength: number, spans: readonly Span[]): KeptText {
	let [at, shown] = [0, 0];
	const identified: Span[] = [];
	for (const span of spans) {
		if (shown + span.start - at >= shownLength) break;
		shown += maskText(original, [span], { start: at, end: span.end }).length;
		at = span.end;
		identified.push(span);
	}
	return { text: original.slice(0, at + Math.max(0, shownLength - shown)), identified };
}
