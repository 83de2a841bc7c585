import { count } from "../../components/format.ts";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";
import { Link, within } from "../../router.tsx";

type Flow = Schemas["ParticipantFlow"];
type Row = Flow["sequences"][number];

export const sequenceText = (sequence: readonly string[]): string => sequence.join(" → ");

export function SequenceTable({ study, flow }: { readonly study: string; readonly flow: Flow }) {
	const pool = flow.pool === "live" ? null : flow.pool;
	const counts = (
		name: string,
		means: string,
		key: Exclude<keyof Row, "sequence">,
		status: string | null,
	): Column<Row> => ({
		name,
		means,
		value: (row) => row[key],
		show: (row) =>
			row[key] === 0 ? (
				"0"
			) : (
				<Link to={within(study, "sessions", { sequence: row.sequence.join(" "), status, randomised: "true", pool })}>
					{count(row[key])}
				</Link>
			),
	});
	const columns: readonly Column<Row>[] = [
		{
			name: "Sequence",
			means: "The arms in the participant's order, by their neutral labels; by arm once the study is unblinded.",
			value: ({ sequence }) => sequenceText(sequence),
		},
		counts("Randomised", "Sessions that got this sequence.", "randomised", null),
		counts("In progress", "Of these, sessions that have not ended.", "in_progress", "active"),
		counts("Completed", "Of these, sessions that were completed.", "completed", "completed"),
		counts("Left", "Of these, participants who withdrew.", "withdrawn", "withdrawn"),
		counts("Expired", "Of these, sessions whose time ran out.", "expired", "expired"),
		counts(
			"Failed checks",
			"Of these, sessions that ended after failed attention checks.",
			"failed_checks",
			"failed_checks",
		),
		counts(
			"Place lapsed",
			"Of these, participants who returned after their place had lapsed, when the quota was full.",
			"full_after",
			"full",
		),
	];
	return (
		<DataTable
			title="By sequence"
			file="flow-by-sequence"
			columns={columns}
			rows={flow.sequences}
			keyOf={({ sequence }) => sequenceText(sequence)}
		/>
	);
}
