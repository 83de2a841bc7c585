/** One server-sent event of a reply. `data` is null for the closing `[DONE]`. */
export type StreamEvent = { readonly id: string; readonly data: Record<string, unknown> | null };

/** Reads a reply's stream event by event. Closing it early is like leaving the page. */
export async function* events(response: Response): AsyncGenerator<StreamEvent> {
	if (!response.ok || !response.body) throw new Error(`${response.status}: ${await response.text()}`);
	const reader = response.body
		.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
		.getReader();
	let buffer = "";
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			buffer += value;
			const blocks = buffer.split("\n\n");
			buffer = blocks.pop() ?? "";
			for (const block of blocks) if (block.startsWith("id: ")) yield parse(block);
		}
	} finally {
		await reader.cancel();
	}
}

function parse(block: string): StreamEvent {
	const line = (name: string) =>
		block
			.split("\n")
			.find((each) => each.startsWith(`${name}: `))
			?.slice(name.length + 2) ?? "";
	const data = line("data");
	return { id: line("id"), data: data === "[DONE]" ? null : JSON.parse(data) };
}

/** The text of each candidate, as a client assembles it. */
export function textsOf(list: readonly StreamEvent[]): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const { data } of list) {
		if (data?.type === "text-delta") texts[String(data.id)] = (texts[String(data.id)] ?? "") + String(data.delta);
	}
	return texts;
}

export async function collect(
	stream: AsyncGenerator<StreamEvent>,
	until: (event: StreamEvent) => boolean = () => false,
) {
	const seen: StreamEvent[] = [];
	for await (const event of stream) {
		seen.push(event);
		if (until(event)) break;
	}
	return seen;
}
