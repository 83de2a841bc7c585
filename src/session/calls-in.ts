import { callIdOf } from "../blinding/call-row.ts";
import type { SessionEvent } from "./events.ts";

/** The ids of the rows of all model calls in a log, by the session's secret. */
export const callsIn = (log: readonly { readonly event: SessionEvent }[], secret: string): string[] =>
	log.flatMap(({ event }) => ("calls" in event ? event.calls.map((call) => callIdOf(secret, event.step, call)) : []));
