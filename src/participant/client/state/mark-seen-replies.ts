import type { Flow } from "./flow.ts";
import type { SeenReplies } from "./seen-replies.ts";

/** A point this far above the lower edge lies in the last line. */
const LAST_LINE_PX = 4;

/** Marks each reply whose end is visible: on the screen, and not covered by a header, footer or dialog. */
export function markVisibleReplies(seen: SeenReplies): void {
	if (document.visibilityState !== "visible") return;
	for (const reply of document.querySelectorAll<HTMLElement>(".reply[data-message]")) {
		const message = reply.dataset.message ?? "";
		if (!seen.has(message) && isEndVisible(reply)) seen.mark(message);
	}
}

/** Does so in the frame after every event that may bring a reply into view. */
export function markSeenReplies({ model, seen }: Flow): () => void {
	let waiting = false;
	const look = () => {
		waiting = false;
		markVisibleReplies(seen);
	};
	const soon = () => {
		if (waiting) return;
		waiting = true;
		requestAnimationFrame(look);
	};
	const events = ["scroll", "resize", "click", "toggle", "visibilitychange", "keyup"] as const;
	for (const event of events) addEventListener(event, soon, { capture: true, passive: true });
	// Preact draws after the change, so this checks two frames later.
	const stop = model.subscribe(() => requestAnimationFrame(soon));
	soon();
	return () => {
		for (const event of events) removeEventListener(event, soon, { capture: true });
		stop();
	};
}

function isEndVisible(reply: HTMLElement): boolean {
	const letter = reply.querySelector(".letter");
	const box = letter?.getBoundingClientRect();
	if (!letter || !box || box.height === 0) return false;
	const [x, y] = [(box.left + box.right) / 2, box.bottom - LAST_LINE_PX];
	const there = document.elementFromPoint(x, y);
	return there !== null && letter.contains(there);
}
