import { useState } from "preact/hooks";
import { Confirm } from "../../components/confirm.tsx";
import { dateTime } from "../../components/format.ts";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import { request, type Schemas } from "../../net/api.ts";
import { Link, within } from "../../router.tsx";
import type { PageProps, Study } from "../page-props.ts";

type ArmRow = NonNullable<Study["arms"]>[number];

const ARMS: readonly Column<ArmRow>[] = [
	{ name: "Label", means: "The neutral name of the arm in all tables.", value: ({ label }) => label },
	{ name: "Arm", means: "The arm's id in the protocol.", value: ({ arm }) => arm },
	{ name: "Pool", means: "Each pool has labels of its own.", value: ({ pool }) => pool },
];

type UnblindingProps = Pick<PageProps, "study" | "as"> & { readonly onDone: () => void };

/** Unblinds after a reason and a confirmation. It is away from the buttons that are used every day. */
export function Unblinding({ study, as, onDone }: UnblindingProps) {
	const { arms, unblindedAt } = study;
	if (arms && arms.length > 0)
		return (
			<section>
				<h2>Arms</h2>
				{unblindedAt && <p>Unblinded {dateTime(unblindedAt)}. The audit has who did it and why.</p>}
				<DataTable title="Arm key" file="arms" columns={ARMS} rows={arms} keyOf={({ label }) => label} />
			</section>
		);
	return (
		<section>
			<h2>Unblinding</h2>
			<Offer study={study} as={as} onDone={onDone} />
		</section>
	);
}

function Offer({ study, as, onDone }: UnblindingProps) {
	const [asking, setAsking] = useState(false);
	const [rest, setRest] = useState(false);
	if (!as.scopes.includes("unblind"))
		return (
			<p>
				The study is blinded. Unblinding needs a key with the scope <code>unblind</code>.
			</p>
		);
	if (study.status !== "closed")
		return (
			<p>
				The study is blinded. Close it first, on the page <Link to={within(study.slug, "")}>Progress</Link>: nobody can
				be randomised any more once the arms are known.
			</p>
		);
	const open = async (reason: string): Promise<void> => {
		const answer = await request<Schemas["Unblinding"]>(`/v1/studies/${study.slug}/unblind`, "POST", { reason });
		setAsking(false);
		setRest(answer.opened?.complete === false);
		onDone();
	};
	return (
		<>
			<p>The study is blinded. Write down what you expect, and finish your analysis plan, before you open the arms.</p>
			<button type="button" class="button danger" onClick={() => setAsking(true)}>
				Unblind the study…
			</button>
			{rest && <p role="status">Some sealed rows are left. Press again until none is.</p>}
			{asking && (
				<Confirm
					title="Unblind this study"
					label="Unblind"
					dangerous
					typed={study.slug}
					onClose={() => setAsking(false)}
					onConfirm={open}
				>
					<p>
						This opens, for everybody with a key to the study, which arm each label stands for. It cannot be undone, and
						it is recorded with your reason in a log that nobody can edit.
					</p>
				</Confirm>
			)}
		</>
	);
}
