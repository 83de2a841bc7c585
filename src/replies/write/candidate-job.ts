import type { ArmKey, Sealed } from "../../blinding/seals/sealed.ts";
import type { StartCall, ThreadMessage } from "../../models/model-types.ts";
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
	/** Seeds for the calls after a discarded text. The same seed would give the same text again. */
	readonly laterSeeds?: readonly number[];
	/** The complete text from a round in which another candidate failed. It is shown again and not requested again. */
	readonly kept: string | null;
};

export type CandidateJob = {
	readonly arms: Sealed<ArmKey>;
	readonly candidate: ReplyCandidate;
	readonly stored: StoredCandidate;
	readonly firstAttempt: number;
	/** When the time limits start. */
	readonly sinceMs: number;
	readonly startCall: StartCall;
	readonly gatherer: FrameGatherer;
	readonly clock: Clock;
	readonly wait: Wait;
	readonly random: () => number;
	readonly signal: AbortSignal;
	/** Aborts when this candidate is no longer needed, because another one has failed. */
	readonly givenUp: AbortSignal;
	readonly limits: ReplyLimits;
	/** If not null, a text is held back until it is complete, and discarded if it names its model. */
	readonly held: Lexicon | null;
};
