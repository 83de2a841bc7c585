import { readFileSync } from "node:fs";
import type { CountedSession } from "./counted-session.ts";
import { ASSUMED, dollarsOf, objectRows, objectSeconds, type Prices } from "./dollars.ts";

const read = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

const prices = (): Prices => read("scripts/costs/prices.json");
const counted = (): Readonly<Record<string, CountedSession>> => read("test/golden/session-costs.json");

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const whole = (value: number): string => Math.round(value).toLocaleString("en");
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
const dollars = (value: number): string => (value < 0.005 ? "less than 0.01" : value.toFixed(2));

const AMOUNTS: readonly (readonly [name: string, of: (session: CountedSession) => string])[] = [
	["minutes of the participant", ({ seconds }) => whole(seconds / 60)],
	["replies", ({ replies }) => whole(replies)],
	["requests to the Worker", ({ requests }) => whole(requests)],
	["calls of objects", ({ objectRequests }) => whole(objectRequests)],
	["alarms set, and run", ({ alarmsSet, alarmsRun }) => `${whole(alarmsSet)}, ${whole(alarmsRun)}`],
	["rows written in the session's object", ({ sessionRows }) => whole(sessionRows)],
	["rows written in the study's objects", ({ otherRows }) => whole(otherRows)],
	["rows written in D1, with indexes", ({ databaseRows }) => whole(databaseRows)],
	["rows read in D1", ({ databaseRowsRead }) => whole(databaseRowsRead)],
	["stored in D1", ({ databaseBytes }) => kilobytes(databaseBytes)],
	["stored in its object", ({ objectBytes }) => kilobytes(objectBytes)],
	["of that, the protocol", ({ protocolBytes }) => kilobytes(protocolBytes)],
	["object-seconds, estimated", (session) => whole(objectSeconds(session))],
	["rows of objects with frames and alarms, estimated", (session) => whole(objectRows(session))],
];

function amounts(sessions: Readonly<Record<string, CountedSession>>): string {
	const all = Object.values(sessions);
	return table(
		["a completed session", ...Object.keys(sessions)],
		AMOUNTS.map(([name, of]) => [name, ...all.map(of)]),
	);
}

function bill(sessions: Readonly<Record<string, CountedSession>>): string {
	const bills = Object.values(sessions).map((session) => dollarsOf(session, prices()));
	const terms = Object.keys(bills[0] ?? {});
	const totals = bills.map((each) => Object.values(each).reduce((sum, value) => sum + value, 0));
	const most = bills.map((each) => terms.toSorted((one, other) => (each[other] ?? 0) - (each[one] ?? 0))[0] ?? "");
	return table(
		["dollars for 1,000 sessions", ...Object.keys(sessions)],
		[
			...terms.map((term) => [term, ...bills.map((each) => dollars(each[term] ?? 0))]),
			["**all**", ...totals.map((total) => `**${dollars(total)}**`)],
			["largest item", ...most],
		],
	);
}

const explained =
	(): string => `Counted by \`test/workers/scale/presets.waiting.slow.test.ts\`, which walks each preset at a person's pace and fails when a figure is off by more than a tenth;
\`npm run record-costs\` records them. Prices of ${prices().asOf} ([data](../../scripts/costs/prices.json)), beyond what the plan includes.

- Object-seconds: ${ASSUMED.secondsOfRequest} s for each call and alarm, and ${ASSUMED.secondsOfReply} s for each reply as it is shown. An idle object that can hibernate is not billed. A session's can: while its participant reads or writes, it has no timer.
- Rows of objects: those counted, one for each alarm set, and ${ASSUMED.framesASecond} frames a second for a reply that is written in ${ASSUMED.secondsOfWriting} s. The count itself has replies that come at once.
- CPU: ${ASSUMED.cpuMsOfRequest} ms for a request. Stored data: ${ASSUMED.monthsStored} months.`;

const PART = /(<!-- presets: npm run generate:costs -->\n)[\s\S]*?(<!-- \/presets -->)/;

/** The page with tables computed from the counted sessions and the prices. */
export function withCosts(page: string): string {
	const sessions = counted();
	return page.replace(PART, `$1\n${amounts(sessions)}\n\n${bill(sessions)}\n\n${explained()}\n\n$2`);
}
