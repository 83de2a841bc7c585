import { Plot } from "../../components/plot.tsx";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";

type Balance = Schemas["Balance"];
type Row = Balance["sequences"][number];

const named = (sequence: readonly string[]): string => sequence.join(" → ");
const held = ({ reserved, confirmed }: Row): number => reserved + confirmed;

const COLUMNS: readonly Column<Row>[] = [
	{
		name: "Sequence",
		means: "The arms in the participant's order, by their neutral labels; by arm once the study is unblinded.",
		value: ({ sequence }) => named(sequence),
	},
	{
		name: "Stratum",
		means: "The values by which the draw is balanced, from the protocol's strata.",
		value: ({ stratum }) => stratum || null,
	},
	{ name: "Reserved", means: "Participants in progress, who hold a place.", value: ({ reserved }) => reserved },
	{
		name: "Confirmed",
		means: "Participants who completed, and keep their place.",
		value: ({ confirmed }) => confirmed,
	},
	{ name: "Released", means: "Participants who gave up their place.", value: ({ released }) => released },
];

const ROW_PX = 26;
const AXIS_PX = 60;
const LABEL_PX = 7.2;
/** Participants are whole numbers. */
const wholeOnly = (n: number): string => (Number.isInteger(n) ? String(n) : "");

/** More sequences than this are shown as a table. */
const MOST_ROWS = 40;

export function SequencePlot({ balance }: { readonly balance: Balance }) {
	const { sequences } = balance;
	const strata = [...new Set(sequences.map(({ stratum }) => stratum))];
	const rows = sequences.map((row) => ({ ...row, name: named(row.sequence), n: held(row) }));
	const table = (
		<DataTable
			title="Places by sequence and stratum"
			file="balance-by-sequence"
			columns={COLUMNS}
			rows={sequences}
			keyOf={({ sequence, stratum }) => `${named(sequence)} ${stratum}`}
		/>
	);
	if (rows.length > MOST_ROWS) return table;
	const longest = Math.max(...rows.map(({ name }) => name.length));
	return (
		<Plot
			title="Are the sequences equally filled?"
			description={rows.map(({ name, stratum, n }) => `${name}${stratum ? ` in ${stratum}` : ""}: ${n}.`).join(" ")}
			of={balance}
			draw={(plot) => ({
				height: rows.length * ROW_PX + AXIS_PX + strata.length * 8,
				marginLeft: Math.min(240, longest * LABEL_PX + 16),
				marginRight: strata.length > 1 ? 110 : 32,
				marginBottom: 40,
				x: { label: "Participants who hold a place", grid: true, zero: true, insetRight: 28, tickFormat: wholeOnly },
				y: { label: null },
				...(strata.length > 1 && { fy: { label: null } }),
				marks: [
					plot.ruleX([0]),
					plot.barX(rows, {
						x: "n",
						y: "name",
						...(strata.length > 1 && { fy: "stratum" }),
						fill: "var(--accent)",
						insetTop: 3,
						insetBottom: 3,
					}),
					plot.text(rows, {
						x: "n",
						y: "name",
						...(strata.length > 1 && { fy: "stratum" }),
						text: "n",
						dx: 6,
						textAnchor: "start",
					}),
				],
			})}
		>
			{table}
		</Plot>
	);
}
