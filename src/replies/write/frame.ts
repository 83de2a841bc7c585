import type { CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { Span } from "../../self-identification/finder.ts";

/** A call that is running. What it has said is noted as it goes, for that is all that is known of it if an eviction cuts it off. */
export type RunningCall = {
	readonly attempt: number;
	readonly startedAtMs: number;
	/** Absent before its first text, and in frames from before it was noted. */
	readonly heard?: {
		readonly firstFrameMs: number;
		readonly lastFrameMs: number;
		/** Of the candidate's text so many characters; or, where its text is held back, that text. */
		readonly text: number | string;
	};
};

/** When so many characters of a candidate's text were stored, since the epoch. */
export type TextArrival = readonly [atMs: number, length: number];

/** What a candidate has come to, as far as it is stored. */
export type StoredCandidate = {
	readonly text: string;
	readonly state: "writing" | "complete" | "failed";
	readonly calls: readonly Sealed<CallRecord>[];
	/** The call whose end is not stored: running now, or cut off by an eviction. */
	readonly open: RunningCall | null;
	/** Where the texts named themselves that were thrown away for it, one entry a text. Absent: none was. */
	readonly discarded?: readonly (readonly Span[])[];
	/** Of its text, in order. A pace asks for it; frames from before it was noted have none. */
	readonly arrivals?: readonly TextArrival[];
	readonly endedAtMs?: number;
	/** How often its text was thinking and began anew. Absent: never. */
	readonly restarts?: number;
	/** It failed for a reason that no repeat changes. */
	readonly refused?: true;
};

/** All candidates by slot. A slot that nothing is stored of is absent. */
export type StoredReply = Readonly<Record<string, StoredCandidate>>;

/** What was added since the last frame, by slot: the texts of all candidates stand in one row. */
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
			/** All text before this frame goes. */
			readonly restart?: true;
			readonly refused?: true;
		}
	>
>;

export const NOTHING_STORED: StoredCandidate = { text: "", state: "writing", calls: [], open: null };

/** Adds a frame to a frame: texts, calls and what was discarded are appended, states and open calls replaced. */
export function mergeFrames(older: Frame, newer: Frame): Frame {
	const merged: Record<string, Frame[string]> = { ...older };
	for (const [slot, added] of Object.entries(newer)) {
		const { text: _text, arrivals: _arrivals, ...untexted } = merged[slot] ?? {};
		const before: Frame[string] = added.restart ? untexted : (merged[slot] ?? {});
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

/** A frame at the time at which it is stored: from then on what is in it may be seen. */
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
