import type { ReplySink } from "../net/reply.ts";
import type { Model } from "./model.ts";
import type { Store } from "./store.ts";

/** Puts a reply into the model while it is read. A connection that starts anew begins with an empty reply. */
export function liveReply(model: Store<Model>): ReplySink {
	function open(candidate: string): void {
		const live = model.get().live ?? [];
		if (live.some((reply) => reply.candidate === candidate)) return;
		model.set({ live: [...live, { candidate, text: "" }] });
	}

	function add(candidate: string, delta: string): void {
		if ((model.get().live ?? []).every(({ text }) => text === "")) performance.mark("reply-arrived");
		open(candidate);
		const live = (model.get().live ?? []).map((reply) =>
			reply.candidate === candidate ? { candidate, text: reply.text + delta } : reply,
		);
		model.set({ live });
	}

	return { restart: () => model.set({ live: [] }), open, add };
}
