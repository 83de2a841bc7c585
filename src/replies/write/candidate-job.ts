import type { ArmKey, Sealed } from "../../blinding/seals/sealed.ts";
import type { OpenModel, ThreadMessage } from "../../models/port.ts";
import type { ArmLabel } from "../../randomisation/plan/plan.ts";
import type { Lexicon } from "../../self-identification/names/lexicon.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Wait } from "../wait.ts";
import type { StoredCandidate } from "./frame.ts";
import type { FrameGatherer } from "./frame-gatherer.ts";
import type { ReplyLimits } from "./reply-limits.ts";

export type ReplyCandidate = {
	readonly slot: string;
	readonly label: ArmLabel;
	/** Ends with the participant's message. */
	readonly thread: readonly ThreadMessage[];
	readonly seed: number;
	/** For the tries after a text that named itself was thrown away: the same seed would say the same again. */
	readonly laterSeeds?: readonly number[];
	/** The text that this candidate came to before another one failed: it is shown again and not asked for again. */
	readonly kept: string | null;
};

export type CandidateJob = {
	readonly arms: Sealed<ArmKey>;
	readonly candidate: ReplyCandidate;
	readonly stored: StoredCandidate;
	readonly firstAttempt: number;
	/** From when the limits of time count. */
	readonly sinceMs: number;
	readonly openModel: OpenModel;
	readonly gatherer: FrameGatherer;
	readonly clock: Clock;
	readonly wait: Wait;
	readonly random: () => number;
	readonly signal: AbortSignal;
	/** Aborts when this candidate is of no use any more, because another one has failed. */
	readonly givenUp: AbortSignal;
	readonly limits: ReplyLimits;
	/** Not null: a text is kept back until it is whole, and thrown away where it names who wrote it. */
	readonly held: Lexicon | null;
};
