import { CAN_CUT, cutAt } from "../../../replies/present/cut-text.ts";
import type { ReplySink } from "../net/reply.ts";
import type { LiveReply, Model } from "./model.ts";
import { nextStepMs, positionAt, received, shownUpTo } from "./revealed-text.ts";
import type { Store } from "./store.ts";

export type LiveSink = ReplySink & {
	/** No more text comes. Shows all that came. */
	readonly end: () => void;
};

type Surroundings = {
	readonly clock: () => number;
	/** Each frame is to be shown when it comes: the participant prefers that nothing moves, or the browser cannot cut texts. */
	readonly isStill: () => boolean;
};

const PAGE: Surroundings = {
	clock: () => performance.now(),
	isStill: () => !CAN_CUT || matchMedia("(prefers-reduced-motion: reduce)").matches,
};

const longestOf = (texts: LiveReply): number => Math.max(0, ...texts.map(({ text }) => text.length));

/** Puts a reply into the model while it is read. A stream that starts anew begins with an empty reply. */
export function liveReply(model: Store<Model>, { clock, isStill } = PAGE): LiveSink {
	let texts: LiveReply = [];
	let revealing = shownUpTo(0);
	/** Candidates that got text by this connection. The first text of each had been shown by the server before, so it is shown at once. */
	let caughtUp = new Set<string>();
	let timer: ReturnType<typeof setTimeout> | undefined;

	/** The time from frame to frame if each is shown little by little. Null: as they come. */
	const everyMs = (): number | null => (isStill() ? null : (model.get().view?.conversation?.textEveryMs ?? null));

	/** After a withdrawal the page shows no reply, also while its connection is still being closed. */
	function drawMore(): void {
		if (model.get().live !== null) draw();
	}

	function draw(): void {
		clearTimeout(timer);
		const [every, nowMs] = [everyMs(), clock()];
		const position = every === null ? Number.POSITIVE_INFINITY : positionAt(revealing, nowMs, every);
		model.set({
			live: texts.map(({ candidate, text }) => ({ candidate, text: text.slice(0, cutAt(text, position)) })),
		});
		const leftMs = every === null ? null : nextStepMs(revealing, nowMs, every);
		if (leftMs !== null) timer = setTimeout(drawMore, leftMs);
	}

	function open(candidate: string): void {
		if (texts.some((reply) => reply.candidate === candidate)) return;
		texts = [...texts, { candidate, text: "" }];
		draw();
	}

	function add(candidate: string, delta: string): void {
		if (texts.every(({ text }) => text === "")) performance.mark("reply-arrived");
		open(candidate);
		texts = texts.map((reply) => (reply.candidate === candidate ? { candidate, text: reply.text + delta } : reply));
		const [every, longest] = [everyMs(), longestOf(texts)];
		const isAtOnce = every === null || !caughtUp.has(candidate);
		revealing = isAtOnce ? shownUpTo(longest) : received(revealing, longest, clock(), every);
		caughtUp.add(candidate);
		draw();
	}

	function connected(): void {
		caughtUp = new Set();
	}

	return {
		connected,
		restart: () => {
			texts = [];
			revealing = shownUpTo(0);
			connected();
			draw();
		},
		open,
		add,
		end: () => {
			clearTimeout(timer);
			// After a withdrawal the page shows no reply.
			if (model.get().live !== null) model.set({ live: texts });
		},
	};
}
