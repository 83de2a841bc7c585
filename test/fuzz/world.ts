import type { SessionView } from "../../src/session/view/view-schema.ts";
import type { Variant } from "./studies.ts";

export type KnownSession = {
	readonly id: string;
	readonly token: string;
	view: SessionView | null;
	/** Answered steps, with their answers. */
	readonly answered: { readonly step: string; readonly body: string }[];
};

/** The known data of one scenario: its study, and its sessions. */
export type World = {
	readonly slug: string;
	readonly variant: Variant;
	studyId: string | null;
	status: "none" | "draft" | "open" | "paused" | "closed";
	isUnblinded: boolean;
	readonly sessions: KnownSession[];
	/** Ids of the API keys that it created. */
	readonly keys: string[];
	/** The newest key of each source of links, by its name. */
	readonly linkKeys: Map<string, string>;
	/** Ids of the participant groups on Prolific that it created. */
	readonly groups: string[];
};

export const newWorld = (slug: string, variant: Variant): World => ({
	slug,
	variant,
	studyId: null,
	status: "none",
	isUnblinded: false,
	sessions: [],
	keys: [],
	linkKeys: new Map(),
	groups: [],
});

/** API keys of the whole run: one for each scope, and one with all scopes except that one. */
export type Keys = {
	readonly all: string;
	readonly only: Readonly<Record<string, string>>;
	readonly without: Readonly<Record<string, string>>;
};

/** Wraps around, so that any number names a session. */
export const sessionAt = ({ sessions }: World, index: number): KnownSession | null =>
	sessions[index % Math.max(1, sessions.length)] ?? null;
