import { log } from "../shared/log.ts";

/**
 * Logs a failed request: its id, the kind of error and the place in our code. The error's message is left out, because it
 * may quote a participant or name a model.
 */
export function logFailure(requestId: string, error: Error): void {
	log("request_failed", { requestId, name: error.name, at: framesOf(error) });
}

/** The stack without the message at its start. A stack that does not start with the message is left out. */
function framesOf({ name, message, stack }: Error): string[] {
	const head = message ? `${name}: ${message}` : name;
	if (!stack?.startsWith(head)) return [];
	return stack
		.slice(head.length)
		.trim()
		.split("\n", 6)
		.map((frame) => frame.trim());
}
