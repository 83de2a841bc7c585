import type { Api } from "../demo/api.ts";
import type { Progress } from "../demo/progress.ts";
import type { Python } from "./python.ts";
import type { Recorder } from "./recorder.ts";
import type { Researcher } from "./researcher.ts";

export const FOLDER = ".wrangler/training-walk";
export const DATA = `${FOLDER}/data`;
/** The participants who completed the first study, with their sessions' tokens. */
export const COMPLETED = `${FOLDER}/completed.json`;
export const BASE = { name: "tiny", folder: `${FOLDER}/models/tiny` };
export const BUNDLES = { pooled: `${FOLDER}/bundles/pooled-1`, individual: `${FOLDER}/bundles/individual-1` };

/** Together with the stranger they fill one block of four sequences in the second study. */
export const PEOPLE = 3;
/** Takes part only in the second study: the server does not know them. */
export const STRANGER = "walker-stranger";
export const UNKNOWN = `individual-1:u_${"0".repeat(32)}`;
/** Everybody returns, so no participant is held out. Of two conversations one is held out. */
export const QUERY = "pool=simulated&seed=1&testParticipants=0&testConversations=1";

/** The shared context of all parts of the walk. */
export type Site = {
	readonly origin: string;
	/** The researcher's API key. */
	readonly key: string;
	/** The key of the server of bundles. */
	readonly serveKey: string;
	readonly api: Api;
	readonly researcher: Researcher;
	readonly python: Python;
	readonly recorder: Recorder;
	readonly progress: Progress;
};
