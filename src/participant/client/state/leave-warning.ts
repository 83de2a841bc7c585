import { tabStorage } from "./drafts.ts";
import type { Flow } from "./flow.ts";

/** Between consent and the end somebody is in the middle: before it there is nothing to lose, after it nothing to do. */
const inTheMiddle = ({ model }: Flow): boolean => {
	const { view, trouble } = model.get();
	return trouble === null && view?.status === "active" && view.step?.kind !== "consent";
};

/**
 * Warns who leaves in the middle, once a tab: nothing is lost, so that a second warning would only be in the way. An answer
 * that the server does not have yet is reason enough to warn again.
 */
export function warnOnLeaving(flow: Flow, session: string, warned: () => void): void {
	const key = `xo-warned:${session}`;
	const known = () => tabStorage.getItem(key) !== null;
	addEventListener("beforeunload", (event) => {
		if (!inTheMiddle(flow) || (known() && !flow.model.get().unsaved)) return;
		tabStorage.setItem(key, "1");
		event.preventDefault();
	});
	catchBack(flow, () => {
		if (known() || !inTheMiddle(flow)) return false;
		tabStorage.setItem(key, "1");
		warned();
		return true;
	});
}

/**
 * The back button of a phone leaves without a question. A second entry in the history catches the first press; it is made
 * after the first tap, for browsers skip entries that nobody asked for.
 */
function catchBack(flow: Flow, held: () => boolean): void {
	const guard = () => {
		if (!inTheMiddle(flow)) return;
		removeEventListener("pointerup", guard);
		removeEventListener("keyup", guard);
		if (history.state?.crossover !== "guard") history.pushState({ crossover: "guard" }, "");
	};
	addEventListener("pointerup", guard);
	addEventListener("keyup", guard);
	addEventListener("popstate", (event) => {
		// Forward again, to the entry that catches.
		if (event.state?.crossover === "guard") return;
		if (held()) history.pushState({ crossover: "guard" }, "");
		// The press that was caught took the second entry: who means it has not left yet.
		else history.back();
	});
}
