import { useState } from "preact/hooks";
import { Empty, When } from "../../components/states.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import type { PageProps } from "../page-props.ts";
import { Controls } from "./controls.tsx";
import { Facts } from "./run-facts.tsx";

type Run = Schemas["Simulation"];
type List = Schemas["Simulations"];

const WHILE_RUNNING_MS = 2_000;
const OTHERWISE_MS = 30_000;

export function SimulationsPage(props: PageProps) {
	if (props.as.scopes.includes("simulations:write")) return <Runs {...props} />;
	return (
		<Empty title="You cannot see simulations.">
			<p>
				Sign in with an API key that has the scope <code>simulations:write</code>.
			</p>
		</Empty>
	);
}

/** The study's runs of simulated participants, the newest first. */
function Runs({ study }: PageProps) {
	const [isRunning, setRunning] = useState(false);
	const every = isRunning ? WHILE_RUNNING_MS : OTHERWISE_MS;
	const { loaded, reload } = useData<List>(`/v1/studies/${study.slug}/simulations`, every);
	const runs = loaded.kind === "ready" ? loaded.data.simulations : [];
	const goesOn = runs.some(({ status }) => status === "running");
	if (goesOn !== isRunning) setRunning(goesOn);
	return (
		<When loaded={loaded} onRetry={reload}>
			{({ simulations }) =>
				simulations.length === 0 ? (
					<Empty title="No simulation was started.">
						<p>
							Start one from the terminal: <code>crossover simulate {study.slug} --participants 20 --wait</code>
						</p>
					</Empty>
				) : (
					simulations.map((run) => <OneRun key={run.run} study={study.slug} run={run} onChanged={reload} />)
				)
			}
		</When>
	);
}

const CONDITIONS = {
	scripted: "Scripted participants",
	converse: "A model takes part",
	judge: "A model judges conversations",
} as const satisfies Record<Run["condition"], string>;

const STATES = {
	running: "running",
	paused: "paused",
	completed: "completed",
	cancelled: "cancelled",
	failed: "nobody could take part",
	budget: "stopped at its budget",
} as const satisfies Record<Run["status"], string>;

type OneRunProps = {
	readonly study: string;
	readonly run: Run;
	readonly onChanged: () => void;
};

function OneRun({ study, run, onChanged }: OneRunProps) {
	const { condition, status, done, failed, of } = run;
	const title = `${CONDITIONS[condition]}${run.model === null ? "" : ` (${run.model})`}`;
	return (
		<section class="run" aria-label={`${title}, ${run.run}`}>
			<h2>
				{title} <span class={`chip ${status}`}>{STATES[status]}</span>
			</h2>
			<div class="quota">
				<progress max={of} value={done + failed} aria-label={`${done + failed} of ${of} participants have ended`} />
			</div>
			<Facts study={study} run={run} />
			<Controls study={study} run={run} onChanged={onChanged} />
		</section>
	);
}
