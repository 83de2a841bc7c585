/** Unsaved text, kept in this browser so that a reload loses nothing. */
export type LocalDraft = {
	readonly text: string;
	/** The hash of the edited protocol. Null for a study that does not exist yet. */
	readonly basedOn: string | null;
	readonly at: string;
};

const keyOf = (name: string): string => `crossover:protocol:${name}`;

const isDraft = (value: unknown): value is LocalDraft =>
	typeof value === "object" &&
	value !== null &&
	"text" in value &&
	typeof value.text === "string" &&
	"at" in value &&
	typeof value.at === "string" &&
	"basedOn" in value &&
	(value.basedOn === null || typeof value.basedOn === "string");

/** Null if there is none, or if the browser stores nothing for this site. */
export function readDraft(name: string, storage: () => Storage = () => localStorage): LocalDraft | null {
	try {
		const value: unknown = JSON.parse(storage().getItem(keyOf(name)) ?? "null");
		return isDraft(value) ? value : null;
	} catch {
		return null;
	}
}

/** Returns whether the browser stored it. */
export function keepDraft(name: string, draft: LocalDraft, storage: () => Storage = () => localStorage): boolean {
	try {
		storage().setItem(keyOf(name), JSON.stringify(draft));
		return true;
	} catch {
		return false;
	}
}

export function forgetDraft(name: string, storage: () => Storage = () => localStorage): void {
	try {
		storage().removeItem(keyOf(name));
	} catch {
		// A browser that stores nothing has nothing to delete.
	}
}
