import { useState } from "preact/hooks";
import { Confirm } from "../../components/confirm.tsx";
import { request, type Schemas } from "../../net/api.ts";

type Run = Schemas["Simulation"];
type Control = "pause" | "resume" | "cancel";

const ACTS = {
	pause: {
		label: "Pause",
		title: "Pause this simulation",
		does: "Steps that are being answered are finished. You can go on later.",
	},
	resume: { label: "Resume", title: "Resume this simulation", does: "It goes on where it stopped." },
	cancel: {
		label: "Cancel the run",
		title: "Cancel this simulation",
		does: "Its participants stay where they are, and expire as people do. A cancelled simulation cannot be resumed.",
	},
} as const satisfies Record<Control, { readonly label: string; readonly title: string; readonly does: string }>;

/** The possible acts in each state. A run that stopped at its budget cannot be resumed. */
const POSSIBLE: Readonly<Record<Run["status"], readonly Control[]>> = {
	running: ["pause", "cancel"],
	paused: ["resume", "cancel"],
	budget: ["cancel"],
	completed: [],
	cancelled: [],
	failed: [],
};

type ControlsProps = { readonly study: string; readonly run: Run; readonly onChanged: () => void };

export function Controls({ study, run: { run, status }, onChanged }: ControlsProps) {
	const [act, setAct] = useState<Control | null>(null);
	if (POSSIBLE[status].length === 0) return null;
	const confirmed = async (reason: string) => {
		const path = `/v1/studies/${study}/simulations/${run}/${act}?${new URLSearchParams({ reason })}`;
		await request<Run>(path, "POST");
		setAct(null);
		onChanged();
	};
	return (
		<div class="acts">
			{POSSIBLE[status].map((control) => (
				<button
					key={control}
					type="button"
					class={`button ${control === "cancel" ? "danger" : ""}`}
					onClick={() => setAct(control)}
				>
					{ACTS[control].label}
				</button>
			))}
			{act && (
				<Confirm
					title={ACTS[act].title}
					label={ACTS[act].label}
					dangerous={act === "cancel"}
					onClose={() => setAct(null)}
					onConfirm={confirmed}
				>
					<p>{ACTS[act].does}</p>
				</Confirm>
			)}
		</div>
	);
}
