import { beforeAll, describe, it } from "vitest";
import { type MetModelFault, meetModelFaults, openStudies } from "../../support/faults/meet-model-fault.ts";
import { expectAsInTable } from "../../support/faults/model-server-expectations.ts";
import { modelCells, titleOf } from "../../support/faults/model-server-faults.ts";

const cells = modelCells(false);

describe("a participant whose model server fails without a delay", () => {
	let met: readonly MetModelFault[] = [];
	beforeAll(async () => {
		await openStudies("faults", "as-is");
		met = await meetModelFaults("faults", cells);
	});

	it.each(cells.map((cell) => [titleOf(cell), cell] as const))("%s", (_title, cell) => expectAsInTable(cell, met));
});
