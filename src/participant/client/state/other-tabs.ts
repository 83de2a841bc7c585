/**
 * Tells other tabs of the same session that it has gone on, so that none shows what is over. Where the browser has no
 * channel, coming back to a tab makes it look (`flow.ts`).
 */
export function createTabs(session: string, changed: () => void): { readonly tell: () => void } {
	if (typeof BroadcastChannel !== "function") return { tell: () => {} };
	const channel = new BroadcastChannel(`xo:${session}`);
	channel.addEventListener("message", changed);
	return { tell: () => channel.postMessage("changed") };
}
