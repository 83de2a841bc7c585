import type { CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { Span } from "../../self-identification/finder.ts";

/** A running call. Its progress is stored, because after an eviction nothing else is known of it. */
export type RunningCall = {
	readonly attempt: number;
	readonly startedAtMs: number;
	/** Absent before its first text, and in old frames. */
	readonly heard?: {
		readonly firstFrameMs: number;
		readonly lastFrameMs: number;
		/** Number of characters of the candidate's text, or the text itself if it is held back. */
		readonly text: number | string;
	};
};

/** When this many characters of a candidate's text were stored, since the epoch. */
export type TextArrival = readonly [atMs: number, length: number];

/** A candidate as far as it is stored. */
export type StoredCandidate = {
	readonly text: string;
	readonly state: "writing" | "complete" | "failed";
	readonly calls: readonly Sealed<CallRecord>[];
	/** The call whose end is not stored: it is running, or an eviction cut it off. */
	readonly open: RunningCall | null;
	/** The self-identifications of its discarded texts, one entry per text. Absent if none was discarded. */
	readonly discarded?: readonly (readonly Span[])[];
	/** Arrivals of its text, in order, for the pace. Old frames have none. */
	readonly arrivals?: readonly TextArrival[];
	readonly endedAtMs?: number;
	/** How often its text turned out to be thoughts and started anew. Absent: never. */
	readonly restarts?: number;
	/** It failed for a reason that a retry does not change. */
	readonly refused?: true;
};

/** All candidates by slot. A slot without stored data is absent. */
export type StoredReply = Readonly<Record<string, StoredCandidate>>;

/** What was added since the last frame, by slot. One row has the texts of all candidates. */
export type Frame = Readonly<
	Record<
		string,
		{
			readonly text?: string;
			readonly state?: "complete" | "failed";
			readonly calls?: readonly Sealed<CallRecord>[];
			readonly open?: RunningCall | null;
			readonly discarded?: readonly (readonly Span[])[];
			readonly arrivals?: readonly TextArrival[];
			readonly endedAtMs?: number;
			/** Discards all text before this frame. */
			readonly restart?: true;
			readonly refused?: true;
		}
	>
>;

export const NOTHING_STORED: StoredCandidate = { text: "", state: "writing", calls: [], open: null };

/** Merges two frames. Texts, calls and discarded texts are appended, states and open calls replaced. */
export function mergeFrames(older: Frame, newer: Frame): Frame {
	const merged: Record<string, Frame[string]> = { ...older };
	for (const [slot, added] of Object.entries(newer)) {
		const { text: _text, arrivals: _arrivals, ...withoutText } = merged[slot] ?? {};
		const before: Frame[string] = added.restart ? withoutText : (merged[slot] ?? {});
		merged[slot] = {
			...before,
			...added,
			...(before.text !== undefined && { text: before.text + (added.text ?? "") }),
			...(before.calls !== undefined && { calls: [...before.calls, ...(added.calls ?? [])] }),
			...(before.discarded !== undefined && { discarded: [...before.discarded, ...(added.discarded ?? [])] }),
			...(before.arrivals !== undefined && { arrivals: [...before.arrivals, ...(added.arrivals ?? [])] }),
		};
	}
	return merged;
}

export function applyFrame(reply: StoredReply, frame: Frame): StoredReply {
	const applied: Record<string, StoredCandidate> = { ...reply };
	for (const [slot, added] of Object.entries(frame)) {
		const before = applied[slot] ?? NOTHING_STORED;
		const discarded = [...(before.discarded ?? []), ...(added.discarded ?? [])];
		const arrivals = [...((added.restart ? null : before.arrivals) ?? []), ...(added.arrivals ?? [])];
		const endedAtMs = added.endedAtMs ?? before.endedAtMs;
		const restarts = (before.restarts ?? 0) + (added.restart ? 1 : 0);
		applied[slot] = {
			text: (added.restart ? "" : before.text) + (added.text ?? ""),
			state: added.state ?? before.state,
			calls: [...before.calls, ...(added.calls ?? [])],
			open: added.open === undefined ? before.open : added.open,
			...(discarded.length > 0 && { discarded }),
			...(arrivals.length > 0 && { arrivals }),
			...(endedAtMs !== undefined && { endedAtMs }),
			...(restarts > 0 && { restarts }),
			...((added.refused ?? before.refused) && { refused: true as const }),
		};
	}
	return applied;
}

/** The frame with the time of storing. From then on its text may be shown. */
export const stamped = (frame: Frame, atMs: number): Frame =>
	Object.fromEntries(
		Object.entries(frame).map(([slot, added]) => [
			slot,
			{
				...added,
				...(added.text !== undefined && { arrivals: [[atMs, added.text.length]] as const }),
				...(added.state !== undefined && { endedAtMs: atMs }),
			},
		]),
	);

export const textLength = (frame: Frame): number =>
	Object.values(frame).reduce((length, { text }) => length + (text?.length ?? 0), 0);
