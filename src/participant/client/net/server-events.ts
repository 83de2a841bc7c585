import { createParser, type EventSourceMessage } from "eventsource-parser";

/**
 * The events of a `text/event-stream` body. `EventSource` cannot send an Authorization header. Ends with the body,
 * whether complete or cut off, and when `over` aborts.
 *
 * @param alive called for everything that arrives, comments too
 */
export async function* readEvents(
	body: ReadableStream<Uint8Array>,
	over: AbortSignal,
	alive: () => void,
): AsyncGenerator<EventSourceMessage> {
	const reader = body.getReader();
	// A pending read then gets the end.
	const end = () => void reader.cancel().catch(() => {});
	over.addEventListener("abort", end);
	if (over.aborted) end();
	const decoder = new TextDecoder();
	const events: EventSourceMessage[] = [];
	const parser = createParser({ onEvent: (event) => events.push(event) });
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done || over.aborted) return;
			alive();
			parser.feed(decoder.decode(value, { stream: true }));
			yield* events.splice(0);
		}
	} finally {
		over.removeEventListener("abort", end);
		end();
	}
}
