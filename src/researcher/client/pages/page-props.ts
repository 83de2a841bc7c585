import type { Schemas, SignedIn } from "../net/api.ts";
import type { Pool } from "./pool-choice.tsx";

export type Study = Schemas["Study"];

/** The properties of each page of a study. */
export type PageProps = {
	readonly study: Study;
	readonly pool: Pool;
	readonly query: URLSearchParams;
	readonly as: SignedIn;
	/** Loads the study again, after an act that changed it. */
	readonly reloadStudy: () => void;
};
