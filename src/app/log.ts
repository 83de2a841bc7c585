/**
 * The one log line of a failed request: which request, what kind of error, where in our code. Never the message: it may
 * quote what a participant wrote, or a server that names its model.
 */
export function logFailure(requestId: string, error: Error): void {
	const line = { level: "error", requestId, name: error.name, at: framesOf(error) };
	// biome-ignore lint/suspicious/noConsole: the platform's log is the console, and this is the one line that goes there.
	console.error(JSON.stringify(line));
}

/** A stack begins with the message, so only what is after it is taken; a stack that was rewritten is left away. */
function framesOf({ name, message, stack }: Error): string[] {
	const head = message ? `${name}: ${message}` : name;
	if (!stack?.startsWith(head)) return [];
	return stack
		.slice(head.length)
		.trim()
		.split("\n", 6)
		.map((frame) => frame.trim());
}
