import type { Flow } from "./flow.ts";
import type { Model } from "./model.ts";

/** A message to the site that embeds the study. `resize` reports only a new height. */
type Message = {
	readonly source: "crossover";
	readonly version: 1;
	readonly type: "ready" | "step" | "completed" | "error" | "resize";
	readonly height: number;
	readonly session: string;
	/** `step`: its kind. `completed`: how the session ended. `error`: the kind of trouble on the screen. */
	readonly detail: string | null;
};

/** If the session does not exist, its origins are unknown: any parent page may receive the error, and nothing else. */
const ANYBODY = "*";

/** If the browser names the parent's origin, post to it alone: other targets only log errors. */
function targetsAmong(origins: readonly string[]): readonly string[] {
	const around = location.ancestorOrigins?.[0];
	if (around === undefined) return origins;
	return origins.includes(around) || origins.includes(ANYBODY) ? [around] : [];
}

/**
 * Posts messages to the embedding site, only to the study's own origins. It listens to no messages: the site controls a
 * session with its API key.
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
		// After drawing, because the message contains the height.
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
