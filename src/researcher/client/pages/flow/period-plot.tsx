import { Plot } from "../../components/plot.tsx";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";
import { sequenceText } from "./sequence-table.tsx";

type Flow = Schemas["ParticipantFlow"];
type Row = Flow["periods"][number];

const COLUMNS: readonly Column<Row>[] = [
	{ name: "Sequence", means: "The arms in the participant's order.", value: ({ sequence }) => sequenceText(sequence) },
	{
		name: "Period",
		means: "The place of the conversation in the participant's order.",
		value: ({ position }) => position,
	},
	{ name: "Began", means: "Conversations that began.", value: ({ started }) => started },
	{ name: "Ended", means: "Of these, conversations that ended.", value: ({ finished }) => finished },
	{
		name: "Broken off",
		means: "Of these, conversations that did not end before their session did.",
		value: ({ broken_off }) => broken_off,
	},
];

const PERIOD_PX = 62;
const AXIS_PX = 56;

/** Sums over sequences. */
function byPeriod(periods: readonly Row[]): readonly { position: number; state: string; n: number }[] {
	const positions = [...new Set(periods.map(({ position }) => position))].sort((one, other) => one - other);
	return positions.flatMap((position) => {
		const mine = periods.filter((row) => row.position === position);
		const sum = (value: (row: Row) => number) => mine.reduce((total, row) => total + value(row), 0);
		const [ended, broken] = [sum(({ finished }) => finished), sum(({ broken_off }) => broken_off)];
		return [
			{ position, state: "Ended", n: ended },
			{ position, state: "Broken off", n: broken },
			{ position, state: "In progress", n: sum(({ started }) => started) - ended - broken },
		];
	});
}

export function PeriodPlot({ flow }: { readonly flow: Flow }) {
	const rows = byPeriod(flow.periods);
	const states = ["Ended", "In progress", "Broken off"];
	return (
		<Plot
			title="In which period do people leave?"
			description={rows.map(({ position, state, n }) => `Period ${position}: ${n} ${state.toLowerCase()}.`).join(" ")}
			of={flow}
			draw={(plot) => ({
				height: new Set(rows.map(({ position }) => position)).size * PERIOD_PX + AXIS_PX,
				marginLeft: 84,
				marginRight: 96,
				marginBottom: 40,
				x: { label: "Conversations", grid: true, zero: true },
				y: { label: null, domain: states, padding: 0.3 },
				fy: { label: null, tickFormat: (period: number) => `Period ${period}` },
				marks: [
					plot.barX(rows, {
						x: "n",
						y: "state",
						fy: "position",
						fill: ({ state }) =>
							state === "Ended" ? "var(--accent)" : state === "In progress" ? "var(--line)" : "var(--danger)",
					}),
					plot.text(rows, { x: "n", y: "state", fy: "position", text: "n", dx: 6, textAnchor: "start" }),
				],
			})}
		>
			<DataTable
				title="By sequence and period"
				file="flow-by-period"
				columns={COLUMNS}
				rows={flow.periods}
				keyOf={({ sequence, position }) => `${sequenceText(sequence)} ${position}`}
			/>
		</Plot>
	);
}
