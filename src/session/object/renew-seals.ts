import type { Sealed } from "../../blinding/seals/sealed.ts";
import type { SessionEvent } from "../domain/events.ts";

type Renew = <T>(sealed: Sealed<T>) => Sealed<T>;

/** The event with each of its seals renewed. Returns the same object if none changed. */
export function withSealsRenewed(event: SessionEvent, renew: Renew): SessionEvent {
	if (event.type === "Randomised") {
		const arms = renew(event.arms);
		return arms === event.arms ? event : { ...event, arms };
	}
	if (!("calls" in event)) return event;
	const calls = event.calls.map((call) => renew(call));
	return calls.every((call, index) => call === event.calls[index]) ? event : { ...event, calls };
}
