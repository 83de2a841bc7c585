import type { Drafts } from "./drafts.ts";
import { createStore, type Store } from "./store.ts";

const KEY = "kept:seen";

/**
 * The replies whose end was on the screen, and when. This browser keeps them until an answer has sent them, so a reload
 * loses nothing.
 */
export type SeenReplies = {
	/** Changes each time a reply is marked. */
	readonly changed: Store<{ readonly count: number }>;
	readonly mark: (message: string) => void;
	readonly has: (message: string) => boolean;
	/** For the next answer: replies not sent yet, and how many milliseconds ago each was seen. */
	readonly unsent: () => { readonly seen?: Readonly<Record<string, number>> };
	readonly markSent: (messages: readonly string[]) => void;
};

export function createSeenReplies(drafts: Drafts, clock: () => number): SeenReplies {
	const changed = createStore({ count: 0 });
	const marked = new Set<string>(Object.keys(timesIn(drafts.read(KEY))));
	const times = () => timesIn(drafts.read(KEY));
	return {
		changed,
		mark: (message) => {
			if (marked.has(message)) return;
			marked.add(message);
			drafts.write(KEY, { ...times(), [message]: clock() });
			changed.set({ count: changed.get().count + 1 });
		},
		has: (message) => marked.has(message),
		unsent: () => {
			const entries = Object.entries(times()).map(([message, atMs]) => [message, Math.max(0, clock() - atMs)] as const);
			return entries.length === 0 ? {} : { seen: Object.fromEntries(entries) };
		},
		markSent: (messages) => {
			const left = Object.entries(times()).filter(([message]) => !messages.includes(message));
			drafts.write(KEY, left.length === 0 ? null : Object.fromEntries(left));
		},
	};
}

function timesIn(draft: unknown): Record<string, number> {
	if (typeof draft !== "object" || draft === null) return {};
	return Object.fromEntries(
		Object.entries(draft).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
	);
}
