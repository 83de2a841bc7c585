/**
 * Notifies other tabs of the same session, so that none shows a past step. In browsers without BroadcastChannel, a tab
 * checks when it becomes visible (`flow.ts`).
 */
export function createTabs(session: string, changed: () => void): { readonly tell: () => void } {
	if (typeof BroadcastChannel !== "function") return { tell: () => {} };
	const channel = new BroadcastChannel(`xo:${session}`);
	channel.addEventListener("message", changed);
	return { tell: () => channel.postMessage("changed") };
}
