import { expect } from "vitest";
import { REPLY_LIMITS } from "../../../src/replies/write/reply-limits.ts";
import type { StepView } from "../../../src/session/view/view-schema.ts";
import type { Layout } from "./cell.ts";
import type { MetModelFault } from "./meet-model-fault.ts";
import { endOf, type ModelCell, titleOf } from "./model-server-faults.ts";

/** Extra time, because the machine writes a hundred replies at once. */
const SPARE_MS = 10_000;

/** Compares what the participants of a cell saw with the fault matrix. It must look the same whichever model fails. */
export function expectAsInTable(cell: ModelCell, met: readonly MetModelFault[]): void {
	const both = met.filter(({ title }) => title === titleOf(cell));
	expect(both.map(({ failing }) => failing)).toEqual(["one", "two"]);
	for (const { seen, retried, ended } of both) {
		expect(ended).toBe("completed");
		expect(seen.waitedMs).toBeLessThan(REPLY_LIMITS.failureShownMs + SPARE_MS);
		if (endOf(cell.fault) === "reply") expectReply(cell.layout, seen);
		else {
			expectFailure(seen);
			// An address that refuses connections fails again.
			if (cell.fault.odd !== null && retried) expectReply(cell.layout, retried);
			else expect(retried?.step).toMatchObject({ kind: "retry", canEnd: true });
		}
	}
	const [one, two] = both.map(({ seen }) => ({ ...seen, waitedMs: 0, step: shapeOf(seen.step) }));
	expect(one).toEqual(two);
}

type Seen = MetModelFault["seen"];

function expectReply(layout: Layout, { step, roles }: Seen): void {
	expect(step?.kind).toBe(layout === "best-of" ? "choice" : "message");
	const replies = { single: 1, "best-of": 0, "side-by-side": 2 }[layout];
	expect(roles).toEqual(["participant", ...Array.from({ length: replies }, () => "assistant")]);
	if (step?.kind === "choice") expect(step.candidates.every(({ text }) => text.length > 0)).toBe(true);
}

function expectFailure({ step, roles }: Seen): void {
	expect(step).toEqual({
		id: expect.any(String),
		kind: "retry",
		problem: "The assistant could not answer. Your message is kept: please try again.",
	});
	expect(roles).toEqual(["participant"]);
}

/** Leaves out ids, which are drawn, and texts, which depend on the message. */
const shapeOf = (step: StepView | null) =>
	JSON.parse(
		JSON.stringify(step, (key, value) =>
			key === "message" || (key === "id" && String(value).startsWith("st_")) || key === "text" ? "" : value,
		),
	);

/** Under a pace, all failures are shown at the same time after the message. */
export function expectSameWait(met: readonly MetModelFault[], cells: readonly ModelCell[]): void {
	const paced = cells.filter(({ fault }) => fault.odd !== null && endOf(fault) === "retry").map(titleOf);
	const waits = met.filter(({ title }) => paced.includes(title)).map(({ seen }) => seen.waitedMs);
	expect(waits.length).toBe(2 * paced.length);
	expect(Math.min(...waits)).toBeGreaterThan(REPLY_LIMITS.failureShownMs - 100);
	expect(Math.max(...waits)).toBeLessThan(REPLY_LIMITS.failureShownMs + SPARE_MS);
}
