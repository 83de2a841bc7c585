import { createParser, type EventSourceMessage } from "eventsource-parser";

/**
 * The events of a `text/event-stream` body. `EventSource` itself can send no Authorization header. Ends where the body
 * ends, be it complete or cut, or is over.
 *
 * @param alive called at every sign of life, comments too
 */
export async function* readEvents(
	body: ReadableStream<Uint8Array>,
	over: AbortSignal,
	alive: () => void,
): AsyncGenerator<EventSourceMessage> {
	const reader = body.getReader();
	// What waits for bytes then gets the end instead.
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
