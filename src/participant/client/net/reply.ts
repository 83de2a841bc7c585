import type { SessionView } from "../../../session/view/view-schema.ts";
import { type Answer, eitherSignal } from "./api.ts";
import { readEvents } from "./server-events.ts";

/** Shows a reply while it is written. */
export type ReplySink = {
	/** A connection begins. Its first text is all that this page has missed. */
	readonly connected: () => void;
	readonly restart: () => void;
	readonly open: (candidate: string) => void;
	readonly add: (candidate: string, delta: string) => void;
};

type Reading = {
	/** The stream in the response to the answer. Null if there was none. */
	readonly first: Response | null;
	/** Opens another stream after this event. Repeats until the server answers. */
	readonly follow: (lastEventId: string | null, signal: AbortSignal) => Promise<Answer>;
	readonly sink: ReplySink;
	readonly signal: AbortSignal;
};

/** Three heartbeats of the server. Without any, the connection is dead even if the phone reports it as open. */
const SILENT_MS = 45_000;

/**
 * Reads a reply to its end, over as many connections as it takes. Each continues after the last event that arrived, so
 * nothing is shown twice and nothing is missing.
 *
 * @returns the view that ends the reply; null if the caller must request it
 */
export async function readReply({ first, follow, sink, signal }: Reading): Promise<SessionView | null> {
	let lastEventId: string | null = null;
	let response = first;
	for (;;) {
		if (!response) {
			const answer = await follow(lastEventId, signal);
			if (answer.kind === "view") return answer.view;
			if (answer.kind === "problem") return null;
			response = answer.response;
		}
		sink.connected();
		const ended = await readOnce(response, sink, signal, (id) => {
			lastEventId = id;
		});
		if (ended !== undefined) return ended;
		response = null;
	}
}

/** Undefined if the stream broke off. */
async function readOnce(
	{ body }: Response,
	sink: ReplySink,
	signal: AbortSignal,
	passed: (id: string) => void,
): Promise<SessionView | null | undefined> {
	if (!body) return undefined;
	let view: SessionView | null = null;
	const watch = watchdog(signal);
	try {
		for await (const { id, data } of readEvents(body, watch.over, watch.alive)) {
			if (data === "[DONE]") return view;
			const part = JSON.parse(data);
			if (part.type === "start") sink.restart();
			if (part.type === "text-start") sink.open(part.id);
			if (part.type === "text-delta") sink.add(part.id, part.delta);
			if (part.type === "data-view") view = part.data;
			if (id) passed(id);
		}
	} catch {
		signal.throwIfAborted();
	} finally {
		watch.stop();
	}
	signal.throwIfAborted();
	// The view is all that is needed. `finish` may or may not have come after it.
	return view ?? undefined;
}

/** Aborts after a long silence, or when the given signal aborts. */
function watchdog(signal: AbortSignal) {
	const silent = new AbortController();
	const end = () => silent.abort();
	let timer = setTimeout(end, SILENT_MS);
	return {
		over: eitherSignal(signal, silent.signal),
		alive: () => {
			clearTimeout(timer);
			timer = setTimeout(end, SILENT_MS);
		},
		stop: () => {
			clearTimeout(timer);
			// Removes the listener from the other signal.
			end();
		},
	};
}
