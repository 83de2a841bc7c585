import type { SignedIn } from "../../net/api.ts";

export type Scope = SignedIn["scopes"][number];

/** What each scope allows, in the order in which a key usually gets them. */
export const SCOPES: Readonly<Record<Scope, string>> = {
	"studies:read": "Progress, flow, fairness, protocols.",
	"data:read": "Sessions, replays, results, exports, the audit of a study.",
	"sessions:write": "Start sessions, send resume links, release places, end sessions.",
	"studies:write": "Drafts, opening and closing, settings, profiles, adapters.",
	"simulations:write": "Simulated participants.",
	"ids:read": "The participants' ids at the recruiter or survey.",
	unblind: "Say which arm a label stands for. Each study that the key can unblind has this on its record.",
	admin: "Keys, and the audit of the whole workplace.",
};

export const scopesOf = (named: Iterable<string>): Scope[] => {
	const wanted = new Set(named);
	return (Object.keys(SCOPES) as Scope[]).filter((scope) => wanted.has(scope));
};
