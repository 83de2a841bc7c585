import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";

export const watchStub = () => env.WATCH.get(env.WATCH.idFromName("installation"));

/** The watch without an alarm and without a report. Files share a runtime, and others make alarms late. */
export async function freshWatch(): Promise<void> {
	// Only a running object can be evicted.
	await runInDurableObject(watchStub(), (_, { storage }) => storage.deleteAlarm());
	await evictDurableObject(watchStub());
}
