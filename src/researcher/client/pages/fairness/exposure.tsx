import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";

type Balance = Schemas["Balance"];

type Line = { readonly label: string; readonly counts: ReadonlyMap<string, number> };

/** Counts of one kind as a table with a line for each arm. */
function linesOf(
	found: readonly { readonly label: string; readonly by: string; readonly n: number }[],
): readonly Line[] {
	const labels = [...new Set(found.map(({ label }) => label))];
	return labels.map((label) => {
		const mine = found.filter((each) => each.label === label);
		return { label, counts: new Map(mine.map(({ by, n }) => [by, n])) };
	});
}

function columnsOf(names: readonly string[], meaning: (name: string) => string): readonly Column<Line>[] {
	return [
		{
			name: "Arm",
			means: "By its neutral label; by arm once the study is unblinded.",
			value: ({ label }) => label,
		},
		...names.map((name) => ({
			name,
			means: meaning(name),
			value: ({ counts }: Line) => counts.get(name) ?? 0,
		})),
	];
}

/** How often each arm is met at each position, and after each other arm. */
export function Exposure({ balance: { positions, predecessors } }: { readonly balance: Balance }) {
	const byPosition = positions.map(({ label, position, n }) => ({ label, by: `Period ${position}`, n }));
	const byPredecessor = predecessors.map(({ label, after, n }) => ({ label, by: `After ${after}`, n }));
	const namesIn = (rows: readonly { readonly by: string }[]) => [...new Set(rows.map(({ by }) => by))].sort();
	return (
		<>
			{byPosition.length > 0 && (
				<DataTable
					title="Arms by period"
					file="balance-by-period"
					columns={columnsOf(
						namesIn(byPosition),
						(name) => `Conversations with the arm in ${name.toLowerCase()}, of participants who hold a place.`,
					)}
					rows={linesOf(byPosition)}
					keyOf={({ label }) => label}
				/>
			)}
			{byPredecessor.length > 0 && (
				<DataTable
					title="Arms by predecessor"
					file="balance-by-predecessor"
					columns={columnsOf(
						namesIn(byPredecessor),
						(name) =>
							`Conversations with the arm directly ${name.replace("After", "after")}, of participants who hold a place.`,
					)}
					rows={linesOf(byPredecessor)}
					keyOf={({ label }) => label}
				/>
			)}
		</>
	);
}
