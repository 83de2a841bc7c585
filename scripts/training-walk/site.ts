import type { Api } from "../demo/api.ts";
import type { Progress } from "../demo/progress.ts";
import type { Python } from "./python.ts";
import type { Recorder } from "./recorder.ts";
import type { Researcher } from "./researcher.ts";

export const FOLDER = ".wrangler/training-walk";
export const DATA = `${FOLDER}/data`;
export const BASE = { name: "tiny", folder: `${FOLDER}/models/tiny` };
export const BUNDLES = { pooled: `${FOLDER}/bundles/pooled-1`, individual: `${FOLDER}/bundles/individual-1` };

export const PEOPLE = 6;
/** Comes to the second study alone: the server does not know them. */
export const STRANGER = "walker-stranger";
export const UNKNOWN = `individual-1:u_${"0".repeat(32)}`;
/** Everybody comes back, so that nobody is held out. */
export const QUERY = "pool=simulated&seed=1&testParticipants=0&testConversations=0.3";

/** What every step of the walk works with. */
export type Site = {
	readonly origin: string;
	readonly key: string;
	readonly api: Api;
	readonly researcher: Researcher;
	readonly python: Python;
	readonly recorder: Recorder;
	readonly progress: Progress;
};
