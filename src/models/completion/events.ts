import { createParser, type EventSourceMessage, type ParseError } from "eventsource-parser";

export type StreamEvent =
	| { readonly kind: "value"; readonly value: unknown }
	/** An error that the server sends outside of any completion. */
	| { readonly kind: "error"; readonly error: unknown }
	/** `[DONE]`. */
	| { readonly kind: "done" }
	/** A part of the reply that is malformed, or too long to read. */
	| { readonly kind: "broken" };

/** In characters. An event is held in memory as a whole; no event of a readable reply is nearly this long. */
const MOST_CHARACTERS = 1_000_000;
/** For one JSON document. Each line costs more memory than its characters. */
const MOST_LINES = 10_000;

/**
 * The JSON values in a response's bytes. The body may be server-sent events, lines of JSON, or one JSON document: servers use
 * any of these regardless of the request, and their `Content-Type` is not always right.
 */
export class EventReader {
	readonly #decoder = new TextDecoder();
	readonly #parser;
	#events: StreamEvent[] = [];
	/** Lines outside of events: the received part of a JSON document. */
	#loose: string[] = [];
	#looseLength = 0;
	#isBroken = false;

	constructor() {
		this.#parser = createParser({
			maxBufferSize: MOST_CHARACTERS,
			onEvent: (event) => this.#event(event),
			onError: (error) => this.#otherLine(error),
		});
	}

	feed(bytes: Uint8Array): readonly StreamEvent[] {
		return this.#read(this.#decoder.decode(bytes, { stream: true }));
	}

	/** The body has ended: its last event needs no empty line after it. */
	end(): readonly StreamEvent[] {
		const events = this.#read(`${this.#decoder.decode()}\n\n`);
		return this.#loose.length > 0 ? [...events, valueIn(this.#loose.join("\n"))] : events;
	}

	#read(text: string): readonly StreamEvent[] {
		this.#events = [];
		if (!this.#isBroken && text !== "") this.#parser.feed(text);
		return this.#events;
	}

	#event({ event, data }: EventSourceMessage): void {
		const text = data.trim();
		if (event !== undefined && /^(ping|heartbeat|keep-?alive)$/i.test(event)) return;
		if (event === "error") this.#events.push(errorIn(text));
		else if (text === "[DONE]") this.#events.push({ kind: "done" });
		else this.#events.push(...valuesIn(text));
	}

	#otherLine({ type, field, value, line = "" }: ParseError): void {
		if (type === "max-buffer-size-exceeded") this.#break();
		// llama.cpp's own field.
		else if (field === "error") this.#events.push(errorIn(value ?? ""));
		else if (type === "unknown-field") this.#looseLine(line);
	}

	#looseLine(line: string): void {
		const text = line.trim();
		const value = this.#loose.length === 0 && text.startsWith("{") && text.endsWith("}") ? valueIn(text) : null;
		if (value?.kind === "value") {
			this.#events.push(value);
			return;
		}
		this.#loose.push(line);
		this.#looseLength += line.length;
		if (this.#looseLength > MOST_CHARACTERS || this.#loose.length > MOST_LINES) this.#break();
	}

	#break(): void {
		this.#isBroken = true;
		this.#loose = [];
		this.#events.push({ kind: "broken" });
	}
}

/** Text that is not a JSON object or list, such as `ping`, is not part of a reply. */
const isJson = (text: string): boolean => text.startsWith("{") || text.startsWith("[");

/** If a server omits the empty lines between its events, one event contains several values. */
function valuesIn(text: string): readonly StreamEvent[] {
	if (!isJson(text)) return [];
	const value = valueIn(text);
	if (value.kind !== "broken" || !text.includes("\n")) return [value];
	return text
		.split("\n")
		.map((line) => line.trim())
		.filter(isJson)
		.map((line) => (line === "[DONE]" ? { kind: "done" } : valueIn(line)));
}

function valueIn(text: string): StreamEvent {
	try {
		return { kind: "value", value: JSON.parse(text) };
	} catch {
		return { kind: "broken" };
	}
}

function errorIn(text: string): StreamEvent {
	const parsed = valueIn(text);
	return { kind: "error", error: parsed.kind === "value" ? parsed.value : text };
}
