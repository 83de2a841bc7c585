import type { Api } from "../demo/api.ts";
import type { Progress } from "../demo/progress.ts";
import type { Python } from "./python.ts";
import type { Recorder } from "./recorder.ts";
import type { Researcher } from "./researcher.ts";

export const FOLDER = ".wrangler/training-walk";
export const DATA = `${FOLDER}/data`;
/** Who completed the first study, with the tokens of their sessions. */
export const COMPLETED = `${FOLDER}/completed.json`;
export const BASE = { name: "tiny", folder: `${FOLDER}/models/tiny` };
export const BUNDLES = { pooled: `${FOLDER}/bundles/pooled-1`, individual: `${FOLDER}/bundles/individual-1` };

/** With the stranger they fill one block of four sequences in the second study. */
export const PEOPLE = 3;
/** Comes to the second study alone: the server does not know them. */
export const STRANGER = "walker-stranger";
export const UNKNOWN = `individual-1:u_${"0".repeat(32)}`;
/** Everybody comes back, so that nobody is held out. Of two conversations one is held out. */
export const QUERY = "pool=simulated&seed=1&testParticipants=0&testConversations=1";

/** What every part of the walk works with. */
export type Site = {
	readonly origin: string;
	/** The researcher's. */
	readonly key: string;
	/** Of the server of bundles. */
	readonly serveKey: string;
	readonly api: Api;
	readonly researcher: Researcher;
	readonly python: Python;
	readonly recorder: Recorder;
	readonly progress: Progress;
};
