import type { Flow, Model } from "./flow.ts";

/** What a site that shows the study in a frame is told. `resize` has a new height and no news. */
type Message = {
	readonly source: "crossover";
	readonly version: 1;
	readonly type: "ready" | "step" | "completed" | "error" | "resize";
	readonly height: number;
	readonly session: string;
	/** `step`: its kind. `completed`: how the session ended. `error`: what stands on the screen. */
	readonly detail: string | null;
};

/** Of a session that there is not, and so of no study: whoever is around hears that, and nothing else. */
const ANYBODY = "*";

/** Where the browser says who is around, a message to somebody else would only be an error in the log. */
function targetsAmong(origins: readonly string[]): readonly string[] {
	const around = location.ancestorOrigins?.[0];
	if (around === undefined) return origins;
	return origins.includes(around) || origins.includes(ANYBODY) ? [around] : [];
}

/**
 * Speaks to the site around the frame: to the study's own origins and nobody else, for a message goes to no other target.
 * Nothing is listened to: what a site may do, it does over its own API key.
 */
export function speakToParent(flow: Flow, session: string, origins: readonly string[], root: HTMLElement): void {
	if (parent === window) return;
	const targets = targetsAmong(origins);
	const errorsOnly = origins.includes(ANYBODY);
	let before = "";
	let ready = false;
	let height = 0;
	const heightNow = () => Math.ceil(root.getBoundingClientRect().height);

	function post(type: Message["type"], detail: string | null): void {
		height = heightNow();
		const message: Message = { source: "crossover", version: 1, type, height, session, detail };
		if (errorsOnly && type !== "error") return;
		for (const origin of targets) parent.postMessage(message, origin);
	}

	function look(): void {
		const news = newsOf(flow.model.get());
		if (!news || news.key === before) return;
		before = news.key;
		// After it is on the screen, for its height goes along.
		requestAnimationFrame(() => {
			if (!ready && news.type !== "error") post("ready", null);
			ready ||= news.type !== "error";
			post(news.type, news.detail);
		});
	}

	flow.model.subscribe(look);
	look();
	if (typeof ResizeObserver === "function")
		new ResizeObserver(() => {
			if (before !== "" && heightNow() !== height) post("resize", null);
		}).observe(root);
}

type News = { readonly key: string; readonly type: "step" | "completed" | "error"; readonly detail: string };

function newsOf({ view, trouble }: Model): News | null {
	if (trouble !== null) return { key: trouble, type: "error", detail: trouble };
	if (!view) return null;
	if (!view.step) return { key: view.status, type: "completed", detail: view.status };
	return { key: view.step.id, type: "step", detail: view.step.kind };
}
