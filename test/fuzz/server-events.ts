export type ServerEvent = { readonly type: string; readonly data?: unknown };

/** The events of a reply's stream. Null if it is no stream, or breaks off before `[DONE]`. */
export function readServerEvents(text: string): readonly ServerEvent[] | null {
	const data = text
		.split("\n")
		.filter((line) => line.startsWith("data:"))
		.map((line) => line.slice("data:".length).trim());
	if (data.at(-1) !== "[DONE]") return null;
	try {
		return data.slice(0, -1).map((line) => JSON.parse(line) as ServerEvent);
	} catch {
		return null;
	}
}
