import type { Cell } from "../test/support/faults/cell.ts";
import { FAULT_MATRIX } from "../test/support/faults/matrix.ts";

const AREAS = [...new Set(FAULT_MATRIX.map(({ area }) => area))];

/** Cells that differ only by layout are one row. */
function rowsOf(area: Cell["area"]): Cell[][] {
	const rows = new Map<string, Cell[]>();
	for (const cell of FAULT_MATRIX.filter((each) => each.area === area)) {
		const { layout, test, ...rest } = cell;
		const key = JSON.stringify([rest, test.file]);
		rows.set(key, [...(rows.get(key) ?? []), cell]);
	}
	return [...rows.values()];
}

const line = (cells: readonly string[]): string =>
	`| ${cells.map((each) => each.replaceAll("|", "\\|")).join(" | ")} |`;

function rowOf(cells: readonly Cell[]): string {
	const [{ fault, moment, sees, waits, finishes, test } = cells[0] as Cell] = cells;
	const layouts = cells.map(({ layout }) => layout).join(", ");
	return line([
		fault,
		moment,
		layouts,
		sees,
		waits,
		finishes,
		"script" in test ? `\`npm run ${test.script}\`` : `\`${test.file}\``,
	]);
}

/** `docs/reference/faults.md`, written by `npm run generate:faults`. */
export function faultsMarkdown(): string {
	const sections = AREAS.map((area) =>
		[
			`## ${area}\n`,
			line(["Fault", "Moment", "Layout", "The participant sees", "Longest wait", "Can finish", "Tested in"]),
			line(Array.from({ length: 7 }, () => "---")),
			...rowsOf(area).map(rowOf),
			"",
		].join("\n"),
	);
	return `${INTRODUCTION}\n${sections.join("\n")}`;
}

const INTRODUCTION = `# Faults

What a participant sees of each fault, how long they wait at most, and whether they can finish the session. Each cell of
this fault matrix has a test. The tests in \`test/workers/faults\` also check that the session's log and D1 have every
acknowledged answer exactly once. The tests of model servers let each model of a reply fail in turn, and check that
participants see the same.

Waits hold for the default pace and the limits in the code. With \`"pace": "as-is"\`, failures are shown as soon as they are
known. The app repeats requests that did not arrive or were refused as \`unavailable\`. \`npm run test:slow\` runs the files
with \`slow\` in their name, and \`npm run chaos\` [kills the server](../explanation/kills.md). \`npm run generate\` writes this file from \`test/support/faults/matrix.ts\`.
`;
