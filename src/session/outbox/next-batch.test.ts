import { describe, expect, it } from "vitest";
import { consented, filled, started } from "../../../test/support/sessions/session-events.ts";
import { told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, studyWith } from "../../../test/support/sessions/session-study.ts";
import { initialState } from "../domain/state.ts";
import type { Logged } from "../projection/project.ts";
import type { Write } from "../projection/writes.ts";
import { nextBatch, type Position } from "./next-batch.ts";

const { events } = told(studyWith(), started, consented, filled(ABOUT));
const logged: readonly Logged[] = events.map((event, index) => ({
	seq: index + 1,
	event,
	before: initialState,
	after: initialState,
}));
const START: Position = { seq: 0, rows: 0 };

const row = (id: string): Write => ({ into: "audit", row: { id, at: "", actor: "", action: "" } });
/** This many rows for each event, named by the event and their number. */
const rowsOf =
	(...counts: readonly number[]) =>
	({ seq }: Logged): Write[] =>
		Array.from({ length: counts[seq - 1] ?? 0 }, (_, place) => row(`${seq}/${place}`));
const idsOf = (writes: readonly Write[]): string[] =>
	writes.flatMap((write) => (write.into === "audit" ? [write.row.id] : []));

/** All batches until the last. */
function loadsOf(project: (event: Logged) => readonly Write[]) {
	const loads = [];
	for (let position = START; ; ) {
		const batch = nextBatch(
			logged.filter(({ seq }) => seq > position.seq),
			position,
			project,
		);
		loads.push(batch);
		if (batch.isLast) return loads;
		position = batch.position;
	}
}

describe("the rows of a log", () => {
	it("are one batch if they are few", () => {
		const [batch, ...others] = loadsOf(rowsOf(2, 0, 1));
		expect(others).toEqual([]);
		expect(idsOf(batch?.writes ?? [])).toEqual(["1/0", "1/1", "3/0"]);
		expect(batch?.position).toEqual({ seq: 3, rows: 0 });
	});

	it("are delivered in order, each once, with any number of rows per event", () => {
		const loads = loadsOf(rowsOf(3, 950, 2));
		const all = loads.flatMap(({ writes }) => idsOf(writes));
		expect(all).toHaveLength(955);
		expect(new Set(all).size).toBe(955);
		expect(all.at(-1)).toBe("3/1");
		expect(Math.max(...loads.map(({ writes }) => writes.length))).toBeLessThanOrEqual(300);
		expect(loads[0]?.position).toEqual({ seq: 1, rows: 297 });
	});

	it("are fewer in a batch if they are long, but at least one", () => {
		const long = ({ seq }: Logged) => [row(`${seq}${"x".repeat(5_000_000)}`)];
		expect(loadsOf(long).map(({ writes }) => writes.length)).toEqual([1, 1, 1]);
	});

	it("are left out if an event cannot be projected, and the event is reported", () => {
		const [batch] = loadsOf((event) => {
			if (event.seq === 2) throw new Error("a bug in a projection");
			return rowsOf(1, 0, 1)(event);
		});
		expect(idsOf(batch?.writes ?? [])).toEqual(["1/0", "3/0"]);
		expect(batch?.refused.map(({ seq }) => seq)).toEqual([2]);
	});

	it("are none if nothing is pending", () =>
		expect(nextBatch([], START, rowsOf())).toMatchObject({ logged: [], writes: [], isLast: true }));
});
