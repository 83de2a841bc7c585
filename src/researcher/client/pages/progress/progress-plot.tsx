import { count, dateTime, dayAndMonth, hourAndMinute } from "../../components/format.ts";
import { Plot } from "../../components/plot.tsx";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";

type Progress = Schemas["Progress"];
type Point = Progress["series"][number];

const COLUMNS: readonly Column<Point>[] = [
	{ name: "Time", means: "In your time zone.", value: ({ at }) => at, show: ({ at }) => dateTime(at) },
	{ name: "Enrolled", means: "Sessions that started until then.", value: ({ enrolled }) => enrolled },
	{ name: "Completed", means: "Sessions that were completed until then.", value: ({ completed }) => completed },
];

const HEIGHT = 280;
/** Room for the names at the ends of the lines. */
const RIGHT = 92;
/** Pixels. Below it, as on a phone, more than three or four times would touch. */
const NARROW = 480;

export function ProgressPlot({ progress }: { readonly progress: Progress }) {
	const { series, quota, pool, enrolled, completed } = progress;
	const goal = pool === "live" || pool === "all" ? quota : null;
	const points = series.map((point) => ({ ...point, at: new Date(point.at) }));
	const last = points.at(-1);
	return (
		<Plot
			title={goal === null ? "How many came, and how many completed?" : "How far are completions from the quota?"}
			description={`Over time, ${count(enrolled)} sessions were enrolled and ${count(completed)} completed${goal === null ? "" : `, of a quota of ${count(goal)}`}.`}
			of={progress}
			draw={(plot, width) => ({
				height: HEIGHT,
				marginRight: RIGHT,
				marginBottom: 40,
				x: { type: "time", label: "Your time zone", tickFormat: axisTime(points), ticks: width < NARROW ? 3 : 6 },
				y: { label: "Sessions", grid: true, zero: true, nice: true },
				marks: [
					...(goal === null
						? []
						: [
								plot.ruleY([goal], { strokeDasharray: "2 4" }),
								...(last
									? [plot.text([last], { x: "at", y: goal, text: () => "Quota", dx: 6, textAnchor: "start" })]
									: []),
							]),
					plot.lineY(points, { x: "at", y: "enrolled", curve: "step-before", strokeDasharray: "6 3" }),
					plot.lineY(points, {
						x: "at",
						y: "completed",
						curve: "step-before",
						strokeWidth: 2.5,
						stroke: "var(--accent)",
					}),
					...(last ? endLabels(plot, last, Math.max(goal ?? 0, enrolled)) : []),
				],
			})}
		>
			<DataTable title="Course" file="progress" columns={COLUMNS} rows={series} keyOf={({ at }) => at} />
		</Plot>
	);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Hours within two days, otherwise days. Within minutes, several ticks have one text: only the first shows it. */
function axisTime(points: readonly { readonly at: Date }[]): (at: Date) => string {
	const spanMs = Number(points.at(-1)?.at ?? 0) - Number(points[0]?.at ?? 0);
	const show = spanMs < 2 * DAY_MS ? hourAndMinute : dayAndMonth;
	let last: { readonly at: Date; readonly text: string } | null = null;
	return (at) => {
		const text = show(at);
		const isRepeated = last !== null && last.at < at && last.text === text;
		last = { at, text };
		return isRepeated ? "" : text;
	};
}

/** If two names would touch, the lower one moves down. */
const APART = 0.07;

function endLabels(
	plot: typeof import("@observablehq/plot"),
	last: { readonly at: Date; readonly enrolled: number; readonly completed: number },
	top: number,
) {
	const isClose = last.enrolled - last.completed < top * APART;
	const at = { x: "at", dx: 6, textAnchor: "start" } as const;
	return [
		plot.text([last], { ...at, y: "enrolled", text: () => "Enrolled", dy: isClose ? -8 : 0 }),
		plot.text([last], { ...at, y: "completed", text: () => "Completed", dy: isClose ? 8 : 0, fontWeight: 600 }),
	];
}
