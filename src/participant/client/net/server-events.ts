export type ServerEvent = { readonly id: string | null; readonly data: string };

/**
 * The events of a `text/event-stream` body (HTML standard, 9.2.6), without the fields that we do not send. Written here
 * for `EventSource` can send no Authorization header. Ends where the body ends, be it complete or cut, or is over.
 *
 * @param alive called at every sign of life, comments too
 */
export async function* readEvents(
	body: ReadableStream<Uint8Array>,
	over: AbortSignal,
	alive: () => void,
): AsyncGenerator<ServerEvent> {
	const reader = body.getReader();
	// What waits for bytes then gets the end instead.
	const end = () => void reader.cancel().catch(() => {});
	over.addEventListener("abort", end);
	if (over.aborted) end();
	const decoder = new TextDecoder();
	let rest = "";
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done || over.aborted) return;
			alive();
			const blocks = (rest + decoder.decode(value, { stream: true })).replace(/\r\n/g, "\n").split("\n\n");
			// An event that its empty line does not close is not one: it was cut off.
			rest = blocks.pop() ?? "";
			for (const block of blocks) {
				const event = parseEvent(block);
				if (event) yield event;
			}
		}
	} finally {
		over.removeEventListener("abort", end);
		end();
	}
}

function parseEvent(block: string): ServerEvent | null {
	let id: string | null = null;
	const data: string[] = [];
	for (const line of block.split("\n")) {
		const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
		if (field === "data") data.push(value);
		if (field === "id") id = value;
	}
	return data.length === 0 ? null : { id, data: data.join("\n") };
}
