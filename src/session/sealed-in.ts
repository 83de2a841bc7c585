import { callIdOf } from "../blinding/call-row.ts";
import { hiddenIdOf } from "../blinding/hidden-row.ts";
import type { SessionEvent } from "./events.ts";
import { deviationIdOf } from "./projection/candidate-rows.ts";

/** The ids of the rows of a log that say of no session whose they are, by the session's secret. */
export const sealedIn = (log: readonly { readonly event: SessionEvent }[], secret: string): string[] =>
	log.flatMap(({ event }) => {
		if (event.type === "SelfIdentified")
			return event.spans.map((_, place) => hiddenIdOf(secret, deviationIdOf(event, place)));
		return "calls" in event ? event.calls.map((call) => callIdOf(secret, event.step, call)) : [];
	});
