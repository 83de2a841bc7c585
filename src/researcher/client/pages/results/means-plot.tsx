import { Plot } from "../../components/plot.tsx";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";
import type { Study } from "../page-props.ts";

type Means = Schemas["Means"]["means"];
type Row = Means[number];

const rounded = (n: number | null): number | null => (n === null ? null : Math.round(n * 100) / 100);

const columnsFor = (study: Study): readonly Column<Row>[] => [
	{ name: "Item", means: "The question as participants read it.", value: (row) => wording(study, row) },
	{ name: "Arm", means: "By its neutral label; by arm once the study is unblinded.", value: ({ label }) => label },
	{ name: "n", means: "Participants. Each counts once, with the mean of their own ratings.", value: ({ n }) => n },
	{ name: "Mean", means: "The mean over participants.", value: ({ mean }) => rounded(mean) },
	{
		name: "Lower",
		means: "The lower end of the 95 % t interval of the mean. Empty with fewer than two participants.",
		value: ({ lower }) => rounded(lower),
	},
	{ name: "Upper", means: "The upper end of the interval.", value: ({ upper }) => rounded(upper) },
];

/** The question's text in the protocol. Ratings of single replies have no item. */
function wording({ protocol }: Study, { form, item }: Row): string {
	if (form === null || item === null) return "Score of a reply";
	return protocol.forms?.[form]?.items.find(({ id }) => id === item)?.label ?? `${form}.${item}`;
}

const ROW_PX = 30;
const AXIS_PX = 60;

/** One plot per item, because items have different scales. */
export function MeansPlot({ study, means }: { readonly study: Study; readonly means: Means }) {
	const items = [...new Set(means.map((row) => `${row.source} ${row.form} ${row.item}`))];
	return (
		<>
			{items.map((name) => {
				const rows = means.filter((row) => `${row.source} ${row.form} ${row.item}` === name);
				const [first] = rows;
				return first && <ItemPlot key={name} study={study} title={wording(study, first)} rows={rows} />;
			})}
		</>
	);
}

type ItemPlotProps = { readonly study: Study; readonly title: string; readonly rows: Means };

function ItemPlot({ study, title, rows }: ItemPlotProps) {
	const [first] = rows;
	const scale = first && first.min !== null && first.max !== null ? [first.min, first.max] : undefined;
	return (
		<Plot
			title={`How do participants rate: “${title}”?`}
			description={rows.map(({ label, mean, n }) => `${label}: mean ${rounded(mean)}, n = ${n}.`).join(" ")}
			of={rows}
			draw={(plot) => ({
				height: rows.length * ROW_PX + AXIS_PX,
				marginLeft: Math.max(48, ...rows.map(({ label }) => label.length * 8 + 16)),
				marginRight: 64,
				marginBottom: 40,
				x: { label: "Mean rating, 95 % interval", grid: true, ...(scale && { domain: scale }) },
				y: { label: null, type: "band" },
				marks: [
					plot.ruleY(
						rows.filter(({ lower }) => lower !== null),
						{ y: "label", x1: "lower", x2: "upper", strokeWidth: 2, clip: true },
					),
					plot.dot(rows, { y: "label", x: "mean", r: 5, fill: "var(--accent)" }),
					plot.text(rows, {
						y: "label",
						text: ({ n }) => `n = ${n}`,
						frameAnchor: "right",
						dx: 10,
						textAnchor: "start",
					}),
				],
			})}
		>
			<DataTable
				title={title}
				file="means"
				columns={columnsFor(study)}
				rows={rows}
				keyOf={({ source, form, item, label }) => `${source} ${form} ${item} ${label}`}
			/>
		</Plot>
	);
}
