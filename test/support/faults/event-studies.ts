import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { servedStudy } from "../protocols/served-study.ts";
import { EXITS, smallStudy } from "../protocols/small-study.ts";
import { LAYOUTS } from "./cell.ts";

export const SINGLE = "events-single";
export const FULL = "events-full";
export const STOPPABLE = "events-stoppable";
export const PROLIFIC = "events-prolific";

/** Slow enough that a reply is stopped before its end. */
const PACE = { firstFrameMs: 100, charactersPerSecond: 60 };

function stoppable(): ProtocolInput {
	const study = servedStudy(STOPPABLE, "single");
	const conversations = study.conversations.map((entry) => ({ ...entry, stop: true }));
	return { ...study, conversations, blinding: { level: "double", pace: PACE } };
}

/** The studies of the walks whose objects die. */
export const EVENT_STUDIES: readonly ProtocolInput[] = [
	...LAYOUTS.map((layout) => servedStudy(`events-${layout}`, layout)),
	smallStudy({ slug: FULL, recruitment: { quota: { total: 2 }, prolific: { exits: EXITS } } }),
	stoppable(),
	smallStudy({
		slug: PROLIFIC,
		recruitment: { prolific: { signed: true, exits: EXITS }, returnUrls: ["https://survey.example"] },
	}),
];
