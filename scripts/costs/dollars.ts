import { REPLY_LIMITS } from "../../src/replies/write/reply-limits.ts";
import type { CountedSession } from "./counted-session.ts";

export type Prices = {
	readonly asOf: string;
	readonly pages: readonly string[];
	readonly aMillion: {
		readonly requests: number;
		readonly cpuMs: number;
		readonly objectRequests: number;
		readonly gigabyteSeconds: number;
		readonly objectRowsWritten: number;
		readonly databaseRowsWritten: number;
		readonly databaseRowsRead: number;
	};
	readonly aGigabyteAndMonth: { readonly database: number; readonly objects: number };
};

/**
 * Assumed, not counted: how long a model writes, with as many frames as without a pace, the most there are; how long its reply is shown; and how long each request takes in
 * an object. An idle object that can hibernate is not billed.
 */
export const ASSUMED = {
	secondsOfWriting: 4,
	framesASecond: 1000 / REPLY_LIMITS.unpacedFrameMs,
	secondsOfReply: 10,
	secondsOfRequest: 0.1,
	cpuMsOfRequest: 6,
	monthsStored: 12,
} as const;

/** The platform bills 128 MB for each object, whatever it uses. */
const GIGABYTES_OF_OBJECT = 0.128;

/** The billed time of all of a session's objects. */
export const objectSeconds = ({ objectRequests, alarmsRun, replies }: CountedSession): number =>
	(objectRequests + alarmsRun) * ASSUMED.secondsOfRequest + replies * ASSUMED.secondsOfReply;

/** Rows written in objects, with the assumed frames and one row per alarm set. */
export const objectRows = ({ sessionRows, otherRows, alarmsSet, replies }: CountedSession): number =>
	sessionRows + otherRows + alarmsSet + replies * ASSUMED.secondsOfWriting * ASSUMED.framesASecond;

/** Dollars for 1,000 completed sessions beyond what the plan includes, by what is billed. */
export function dollarsOf(
	session: CountedSession,
	{ aMillion, aGigabyteAndMonth }: Prices,
): Readonly<Record<string, number>> {
	const thousand = (millionth: number) => (millionth * 1000) / 1_000_000;
	const aYear = (bytes: number, price: number) => (bytes * 1000 * price * ASSUMED.monthsStored) / 1e9;
	return {
		"requests to the Worker": thousand(session.requests * aMillion.requests),
		"CPU of the Worker": thousand(session.requests * ASSUMED.cpuMsOfRequest * aMillion.cpuMs),
		"requests to objects": thousand((session.objectRequests + session.alarmsRun) * aMillion.objectRequests),
		"duration of objects": thousand(objectSeconds(session) * GIGABYTES_OF_OBJECT * aMillion.gigabyteSeconds),
		"rows written in objects": thousand(objectRows(session) * aMillion.objectRowsWritten),
		"rows written in D1": thousand(session.databaseRows * aMillion.databaseRowsWritten),
		"rows read in D1": thousand(session.databaseRowsRead * aMillion.databaseRowsRead),
		"stored in D1, a year": aYear(session.databaseBytes, aGigabyteAndMonth.database),
		"stored in objects, a year": aYear(session.objectBytes, aGigabyteAndMonth.objects),
	};
}
