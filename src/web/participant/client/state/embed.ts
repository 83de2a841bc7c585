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

/**
 * Speaks to the site around the frame: to the study's own origins and nobody else, for a message goes to no other target.
 * Nothing is listened to: what a site may do, it does over its own API key.
 */
export function speakToParent(flow: Flow, session: string, origins: readonly string[], root: HTMLElement): void {
	if (parent === window) return;
	let before = "";
	let height = 0;
	const heightNow = () => Math.ceil(root.getBoundingClientRect().height);

	function post(type: Message["type"], detail: string | null): void {
		height = heightNow();
		const message: Message = { source: "crossover", version: 1, type, height, session, detail };
		for (const origin of origins) parent.postMessage(message, origin);
	}

	function look(): void {
		const news = newsOf(flow.model.get());
		if (!news || news.key === before) return;
		if (before === "") post("ready", null);
		before = news.key;
		// After it is on the screen, for its height goes along.
		requestAnimationFrame(() => post(news.type, news.detail));
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
