import { createParser } from "eventsource-parser";
import type { SessionView } from "../../src/session/view/view-schema.ts";

/** A reply as a client has read it so far, over one connection or several. */
export class ReplyStream {
	readonly texts: Record<string, string> = {};
	lastEventId: string | null = null;
	view: SessionView | null = null;
	isDone = false;

	/** Reads until the body ends or breaks. */
	async read(body: ReadableStream<Uint8Array>): Promise<void> {
		const parser = createParser({
			onEvent: ({ id, data }) => {
				this.#take(data);
				if (id !== undefined) this.lastEventId = id;
			},
		});
		const decoder = new TextDecoder();
		for await (const bytes of body) parser.feed(decoder.decode(bytes, { stream: true }));
	}

	#take(data: string): void {
		if (data === "[DONE]") {
			this.isDone = true;
			return;
		}
		const part = JSON.parse(data) as { type: string; id?: string; delta?: string; data?: SessionView };
		if (part.type === "text-delta" && part.id !== undefined)
			this.texts[part.id] = (this.texts[part.id] ?? "") + (part.delta ?? "");
		if (part.type === "data-view" && part.data) this.view = part.data;
	}
}
