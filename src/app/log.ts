import { framesOf, log } from "../shared/log.ts";

/**
 * Logs a failed request: its id, the kind of error and the place in our code. The error's message is left out, because it
 * may quote a participant or name a model.
 */
export function logFailure(requestId: string, error: Error): void {
	log("request_failed", { requestId, name: error.name, at: framesOf(error) });
}
