import type { SessionView } from "../../../session/view/view-schema.ts";

export type Drafts = ReturnType<typeof createDrafts>;

/** A frame in another site or a private window may have no storage. Memory replaces it then. */
function storageOf(kind: "localStorage" | "sessionStorage"): Pick<Storage, "getItem" | "setItem" | "removeItem"> & {
	readonly names: () => string[];
	/** Whether the storage survives a reload. */
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

/** Only for this tab. */
export const tabStorage = storageOf("sessionStorage");

/** Unsent input, by session and step, in this browser only. It is the only state that the server does not have. */
export function createDrafts(session: string) {
	const prefix = `xo:${session}:`;
	const storage = storageOf("localStorage");

	/** Null if nothing was stored under the key. */
	function read(key: string): unknown {
		try {
			return JSON.parse(storage.getItem(prefix + key) ?? "null");
		} catch {
			return null;
		}
	}

	/** Null deletes the entry. */
	function write(key: string, value: unknown): void {
		try {
			if (value === null) storage.removeItem(prefix + key);
			else storage.setItem(prefix + key, JSON.stringify(value));
		} catch {
			// The storage is full, and the participant could not change that.
		}
	}

	/**
	 * Deletes the drafts of other steps, because others may use this device. Keys that begin with `kept:` last for the
	 * whole session.
	 */
	function keepOnly(scope: string): void {
		for (const key of storage.names().filter((name) => name.startsWith(prefix)))
			if (scope === "" || !(key.startsWith(prefix + scope) || key.startsWith(`${prefix}kept:`)))
				storage.removeItem(key);
	}

	return { read, write, keepOnly };
}

/** One draft scope per conversation, because text typed while a reply is written has no step yet. */
export function draftScope({ step, conversation }: SessionView): string {
	if (!step) return "";
	const inChat = step.kind !== "form" && step.kind !== "consent" && conversation;
	return inChat ? `chat:${conversation.index}:` : step.id;
}
