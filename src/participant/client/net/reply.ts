import type { SessionView } from "../../../session/view/view-schema.ts";
import { type Answer, eitherSignal } from "./api.ts";
import { readEvents } from "./server-events.ts";

/** Where a reply is shown while it is written. */
export type ReplySink = {
	readonly restart: () => void;
	readonly open: (candidate: string) => void;
	readonly add: (candidate: string, delta: string) => void;
};

type Reading = {
	/** The stream that the answer was answered with, where there is one. */
	readonly first: Response | null;
	/** Another one, from after the event; repeats until reached. */
	readonly follow: (lastEventId: string | null, signal: AbortSignal) => Promise<Answer>;
	readonly sink: ReplySink;
	readonly signal: AbortSignal;
};

/** Three signs of life of the server: after that the connection is dead, whatever the phone says. */
const SILENT_MS = 45_000;

/**
 * Reads a reply to its end, over as many connections as it takes: each goes on after the last event that arrived, so that
 * nothing is shown twice and nothing is missing.
 *
 * @returns the view that ends the reply; null where it has to be asked for
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
		const ended = await readOnce(response, sink, signal, (id) => {
			lastEventId = id;
		});
		if (ended !== undefined) return ended;
		response = null;
	}
}

/** Undefined where the stream broke off. */
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
	// The view is the last thing that we need: whether `finish` came after it is all the same.
	return view ?? undefined;
}

/** Over when nothing was heard for too long, or when nobody wants to hear any more. */
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
			// Lets go of the other signal too.
			end();
		},
	};
}
