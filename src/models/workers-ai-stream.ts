import { ModelFailure } from "./port.ts";

/** What a stream said that the package does not pass on. */
export type Said = { usage: boolean; model: string | null };

/**
 * Passes a stream of Workers AI's events on and notes what they say. An event that is not JSON ends it: the package would
 * write it to the log, with what the model said in it, and go on as if nothing were missing.
 */
export function inspected(stream: ReadableStream<Uint8Array>, said: Said): ReadableStream<Uint8Array> {
	const decoder = new TextDecoder();
	let line = "";
	const read = (text: string) => {
		const lines = (line + text).split("\n");
		line = lines.pop() ?? "";
		for (const whole of lines) readLine(whole, said);
	};
	return stream.pipeThrough(
		new TransformStream({
			transform(bytes, controller) {
				read(decoder.decode(bytes, { stream: true }));
				controller.enqueue(bytes);
			},
			flush: () => read("\n"),
		}),
	);
}

function readLine(line: string, said: Said): void {
	if (!line.startsWith("data:")) return;
	const data = line.slice("data:".length).trim();
	if (data === "" || data === "[DONE]") return;
	const event = parsed(data);
	if (event.error !== undefined || event.errors !== undefined) throw new ModelFailure("server_error", true);
	if (isObject(event.usage)) said.usage = true;
	if (typeof event.model === "string") said.model = event.model;
}

function parsed(data: string): Readonly<Record<string, unknown>> {
	try {
		const event: unknown = JSON.parse(data);
		if (isObject(event)) return event;
	} catch {}
	throw new ModelFailure("malformed", true);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
