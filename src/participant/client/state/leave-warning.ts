import { tabStorage } from "./drafts.ts";
import type { Flow } from "./flow.ts";

/** Between consent and the end. Before consent nothing can be lost, and after the end nothing is left to do. */
const inTheMiddle = ({ model }: Flow): boolean => {
	const { view, trouble } = model.get();
	return trouble === null && view?.status === "active" && view.step?.kind !== "consent";
};

/**
 * Warns participants who leave before the end, once per tab: nothing is lost, so a second warning would only disturb.
 * An answer that the server lacks is a reason to warn again.
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
 * A phone's back button does not trigger `beforeunload`. A second history entry, the guard, catches the first press. It
 * is added after the first tap, because browsers skip entries that were added without one.
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
		// The participant went forward again, to the guard.
		if (event.state?.crossover === "guard") return;
		if (held()) history.pushState({ crossover: "guard" }, "");
		// The caught press used up the guard entry, so one more step back really leaves.
		else history.back();
	});
}
