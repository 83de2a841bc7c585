export type Drafts = ReturnType<typeof createDrafts>;

/** A frame in another site, or a private window, may have no storage at all: then memory has to do. */
function storageOf(kind: "localStorage" | "sessionStorage"): Pick<Storage, "getItem" | "setItem" | "removeItem"> & {
	readonly names: () => string[];
	/** Whether a reload finds it again. */
	readonly lasting: boolean;
} {
	try {
		const storage = window[kind];
		storage.setItem("xo-probe", "1");
		storage.removeItem("xo-probe");
		return {
			getItem: (key) => storage.getItem(key),
			setItem: (key, value) => storage.setItem(key, value),
			removeItem: (key) => storage.removeItem(key),
			names: () => Object.keys(storage),
			lasting: true,
		};
	} catch {
		const memory = new Map<string, string>();
		return {
			getItem: (key) => memory.get(key) ?? null,
			setItem: (key, value) => void memory.set(key, value),
			removeItem: (key) => void memory.delete(key),
			names: () => [...memory.keys()],
			lasting: false,
		};
	}
}

/** For this tab alone. */
export const tabStorage = storageOf("sessionStorage");

/**
 * What somebody has begun and not sent, by session and step, in this browser alone: the only state that the server does
 * not have.
 */
export function createDrafts(session: string) {
	const prefix = `xo:${session}:`;
	const storage = storageOf("localStorage");

	/** What was written under the key; null for nothing. */
	function read(key: string): unknown {
		try {
			return JSON.parse(storage.getItem(prefix + key) ?? "null");
		} catch {
			return null;
		}
	}

	/** Null forgets it. */
	function write(key: string, value: unknown): void {
		try {
			if (value === null) storage.removeItem(prefix + key);
			else storage.setItem(prefix + key, JSON.stringify(value));
		} catch {
			// A full storage: nothing to be done about it, and nothing that the participant could do.
		}
	}

	/** Forgets the drafts of other steps: what was sent must not lie about on a shared machine. Keys that begin with `kept:` belong to the whole session. */
	function keepOnly(scope: string): void {
		for (const key of storage.names().filter((name) => name.startsWith(prefix)))
			if (scope === "" || !(key.startsWith(prefix + scope) || key.startsWith(`${prefix}kept:`)))
				storage.removeItem(key);
	}

	return { read, write, keepOnly };
}
