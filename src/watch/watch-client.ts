import { durableObject } from "../shared/durable-object.ts";
import type { Verdicts } from "./verdicts.ts";

/** The object that knows whether alarms come in time, and whether rows reach D1. */
export type Watch = {
	/** Also sets the alarm that the next look judges by. */
	look(): Promise<Verdicts>;
	/** Called by an object whose alarm came late. */
	reportLateAlarm(): Promise<void>;
	/** Called by an object whose rows were refused several times in succession, for so many seconds. */
	reportRefusedRows(seconds: number): Promise<void>;
};

/** One for the whole installation. */
export const watchOf = (namespace: DurableObjectNamespace): Watch => durableObject<Watch>(namespace, "installation");
