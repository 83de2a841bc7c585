import type { Part } from "./part.ts";

/** The browser stores only which texts are done. The judgement labels are on the server. */
const keyOf = (study: string, { rubric, pool, labeller }: Part): string =>
	`labels ${study} ${rubric} ${pool} ${labeller}`;

/** The texts that this person has judged or skipped in this browser. */
export function doneIn(study: string, part: Part): ReadonlySet<string> {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(keyOf(study, part)) ?? "[]");
		return new Set(Array.isArray(stored) ? stored.map(String) : []);
	} catch {
		return new Set();
	}
}

export const rememberDone = (study: string, part: Part, units: ReadonlySet<string>): void =>
	store(keyOf(study, part), JSON.stringify([...units]));

export const labellerOf = (study: string): string => {
	try {
		return localStorage.getItem(`labeller ${study}`) ?? "";
	} catch {
		return "";
	}
};
export const rememberLabeller = (study: string, labeller: string): void => store(`labeller ${study}`, labeller);

/** A browser may refuse to store anything. A person who returns then begins again. */
function store(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// The page works without it.
	}
}
