import { durableObject } from "../shared/durable-object.ts";
import type { AlarmVerdict } from "./lateness.ts";

/** The object that knows whether the platform's alarms come in time. */
export type AlarmWatch = {
	/** Also sets the alarm that the next look judges by. */
	look(): Promise<AlarmVerdict>;
	/** Called by an object whose alarm came late. */
	reportLate(): Promise<void>;
};

/** One for the whole installation. */
export const alarmWatchOf = (namespace: DurableObjectNamespace): AlarmWatch =>
	durableObject<AlarmWatch>(namespace, "alarms");
