import { beforeAll, describe, expect, it } from "vitest";
import preset from "../../../seeds/prism-x.json";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { type RanStatement, statementsDuring } from "../../support/d1/recorded-statements.ts";
import { type ObjectWrites, objectWritesDuring } from "../../support/d1/recorded-storage.ts";
import { enrol, openStudy } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { delivered, timedWalk } from "../../support/sessions/timed-walk.ts";

/**
 * What a completed session of PRISM-X costs in rows, as the platform bills them: two messages in each of four conversations. A change
 * that writes more fails here; one that writes less lowers the numbers. See docs/explanation/costs.md.
 */
const MOST_ROWS_IN_D1 = 190;
const MOST_ROWS_IN_THE_OBJECT = 100;
const MOST_ALARMS = 25;

let written: readonly RanStatement[];
let inObject: ObjectWrites;
let walked: Awaited<ReturnType<typeof timedWalk>>;

beforeAll(async () => {
	const study = { ...preset, blinding: { ...preset.blinding, pace: "as-is" } } as ProtocolInput;
	await openStudy(fetchWorker, KEY, study, "?acceptLateReplies=true");
	// The objects' classes are only reached through an object that exists.
	const other = await enrol(fetchWorker, KEY, "prism-x", "another");
	await delivered(other.session);
	written = await statementsDuring(async () => {
		inObject = await objectWritesDuring(other.session, async () => {
			const who = await enrol(fetchWorker, KEY, "prism-x", "5f00000000000000000000b1");
			walked = await timedWalk(fetchWorker, who);
		});
	});
});

const tableOf = ({ sql }: RanStatement): string => /(?:into|update|from) "?(\w+)/i.exec(sql)?.[1] ?? "";
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);

describe("a completed session of PRISM-X", () => {
	it(`writes at most ${MOST_ROWS_IN_D1} rows of D1, with those of indexes`, () => {
		const tables = Map.groupBy(
			written.filter(({ rowsWritten }) => rowsWritten > 0),
			tableOf,
		);
		const lines = [...tables].map(([table, all]) => {
			const rows = sum(all.map(({ rowsWritten }) => rowsWritten));
			return `${String(rows).padStart(5)} rows, ${String(all.length).padStart(3)} statements: ${table}`;
		});
		const total = sum(written.map(({ rowsWritten }) => rowsWritten));
		// biome-ignore lint/suspicious/noConsole: the measurement is the result.
		console.log([`${total} rows of D1`, ...lines.toSorted().toReversed()].join("\n"));
		expect(total).toBeGreaterThan(50);
		expect(total).toBeLessThanOrEqual(MOST_ROWS_IN_D1);
	});

	it(`writes at most ${MOST_ROWS_IN_THE_OBJECT} rows in its object, and sets at most ${MOST_ALARMS} alarms`, () => {
		expect(walked.status).toBe("completed");
		const total = sum(inObject.rows.values());
		const lines = [...inObject.rows].map(([table, rows]) => `${String(rows).padStart(5)} rows: ${table}`);
		// biome-ignore lint/suspicious/noConsole: the measurement is the result.
		console.log(
			[`${total} rows in the object, ${inObject.alarmsSet} alarms set in ${walked.seconds} s`, ...lines].join("\n"),
		);
		expect(total).toBeGreaterThan(20);
		expect(total).toBeLessThanOrEqual(MOST_ROWS_IN_THE_OBJECT);
		expect(inObject.alarmsSet).toBeLessThanOrEqual(MOST_ALARMS);
	});
});
