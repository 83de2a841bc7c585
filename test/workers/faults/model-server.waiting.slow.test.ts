import { beforeAll, describe, it } from "vitest";
import { type MetModelFault, meetModelFaults, openStudies } from "../../support/faults/meet-model-fault.ts";
import { expectAsInTable, expectSameWait } from "../../support/faults/model-server-expectations.ts";
import { modelCells, titleOf } from "../../support/faults/model-server-faults.ts";

const cells = modelCells(true);
/** Replies are shown at once, failures after the time that all failures take. */
const PACE = { firstFrameMs: 300, charactersPerSecond: 2000 };

describe("a participant whose model server fails after a delay", () => {
	let met: readonly MetModelFault[] = [];
	beforeAll(async () => {
		await openStudies("slow-faults", PACE);
		met = await meetModelFaults("slow-faults", cells);
	}, 300_000);

	it.each(cells.map((cell) => [titleOf(cell), cell] as const))("%s", (_title, cell) => expectAsInTable(cell, met));

	it("cannot tell by the time which fault it was, nor of which model", () => expectSameWait(met, cells));
});
