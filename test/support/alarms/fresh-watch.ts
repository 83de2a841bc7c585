import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";

export const alarmWatch = () => env.ALARMS.get(env.ALARMS.idFromName("alarms"));

/** The watch of alarms without an alarm and without a report. Files share a runtime, and others make alarms late. */
export async function freshAlarmWatch(): Promise<void> {
	// Only a running object can be evicted.
	await runInDurableObject(alarmWatch(), (_, { storage }) => storage.deleteAlarm());
	await evictDurableObject(alarmWatch());
}
