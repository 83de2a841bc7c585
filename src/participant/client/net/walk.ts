import type { SessionView } from "../../../session/view/view-schema.ts";
import type { Answer, Api } from "./api.ts";

/** The page around this frame. If it has loaded the steps, a page of all steps need not load them once per frame. */
type Around = { readonly walkedViews?: readonly SessionView[] };

async function load(path: string): Promise<readonly SessionView[]> {
	const around = parent as unknown as Around;
	if (around.walkedViews) return around.walkedViews;
	const response = await fetch(path, { credentials: "same-origin", cache: "no-store" });
	const walk: { readonly views?: readonly SessionView[] } = await response.json();
	return walk.views ?? [];
}

/**
 * Keeps the page around the frame still. Browsers scroll it too when something in the frame scrolls into view, and
 * focus inside the frame takes the focus from the page. While somebody works in the frame, the focus belongs there.
 */
function stayInFrame(): void {
	Element.prototype.scrollIntoView = function scrollWithin(how) {
		const { top, bottom } = this.getBoundingClientRect();
		const { scrollPaddingTop } = getComputedStyle(document.documentElement);
		const { scrollMarginTop } = getComputedStyle(this);
		const toEnd = typeof how === "object" && how.block === "end";
		const above = (Number.parseFloat(scrollPaddingTop) || 0) + (Number.parseFloat(scrollMarginTop) || 0);
		scrollBy({ top: toEnd ? bottom - innerHeight : top - above, behavior: "instant" });
	};
	const { focus } = HTMLElement.prototype;
	HTMLElement.prototype.focus = function focusWithin(how) {
		if (document.hasFocus()) focus.call(this, how);
	};
}

/** The steps of a walk instead of a session. Every answer leads to the next step. */
export async function createWalk(path: string): Promise<Api> {
	const views = await load(path);
	if (parent !== window) stayInFrame();
	let at = Math.min(Number(location.hash.slice(1)) || 0, Math.max(0, views.length - 1));
	// The page around the frame selects a step by its number.
	addEventListener("hashchange", () => location.reload());
	const here = async (): Promise<Answer> => {
		const view = views[at];
		if (!view) return { kind: "problem", problem: { status: 404, code: "not_found", errors: [] } };
		// A walk redirects nobody and shows no completion code.
		return {
			kind: "view",
			view: view.exit ? { ...view, exit: { ...view.exit, redirectUrl: null, code: null } } : view,
		};
	};
	const goTo = (next: number): Promise<Answer> => {
		at = next;
		history.replaceState(null, "", `#${at}`);
		if (parent !== window) parent.postMessage({ walkedTo: at }, location.origin);
		return here();
	};
	return {
		view: here,
		answer: () => goTo(Math.min(at + 1, views.length - 1)),
		follow: here,
		stop: async () => true,
		withdraw: () => goTo(views.length - 1),
		report: async () => true,
		help: async () => null,
		copy: async () => null,
	};
}
