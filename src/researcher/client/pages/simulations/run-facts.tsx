import { count, dateTime, duration, words } from "../../components/format.ts";
import { Stat, Stats } from "../../components/stat.tsx";
import type { Schemas } from "../../net/api.ts";
import { Link, within } from "../../router.tsx";

type Run = Schemas["Simulation"];

export function Facts({ study, run }: { readonly study: string; readonly run: Run }) {
	const { condition, done, running, failed, of, tokens, seed, startedAt, endedAt, deviations, failures } = run;
	return (
		<>
			<Stats>
				<Stat
					label="Done"
					means="Participants who have ended, by any exit that people have."
					value={count(done)}
					more={`of ${count(of)}`}
				/>
				<Stat label="Running" means="Participants who have begun and not ended." value={count(running)} />
				<Stat
					label="Failed"
					means="Participants who could not take part, or gave no valid answer."
					value={count(failed)}
					more={listed(failures)}
				/>
				<Stat label="Time left" means="At the speed so far. Pauses do not count." value={timeLeft(run)} />
				{condition !== "scripted" && (
					<>
						<Stat label="Tokens" means="Of the simulating model." value={count(tokens)} more={costOf(run)} />
						<Stat
							label="Deviations"
							means="What the simulating model did that people do not, such as playing the assistant. The model is asked once more."
							value={count(Object.values(deviations).reduce((sum, n) => sum + n, 0))}
							more={listed(deviations)}
						/>
					</>
				)}
			</Stats>
			<p class="fine">
				<code>{run.run}</code>, seed {seed}, started {dateTime(startedAt)}
				{endedAt && `, ended ${dateTime(endedAt)}`}.{" "}
				{condition !== "judge" && (
					<Link to={within(study, "sessions", { pool: "simulated" })}>Sessions of simulated participants</Link>
				)}
			</p>
		</>
	);
}

const listed = (counts: Readonly<Record<string, number>>): string | undefined => {
	const entries = Object.entries(counts);
	return entries.length === 0 ? undefined : entries.map(([kind, n]) => `${words(kind)} ${count(n)}`).join(", ");
};

const costOf = ({ cost, currency }: Run): string | undefined =>
	currency === null ? undefined : new Intl.NumberFormat("en", { style: "currency", currency }).format(cost);

const MINUTE_MS = 60_000;

function timeLeft({ status, secondsLeft }: Run): string {
	if (status !== "running" && status !== "paused") return "–";
	if (secondsLeft === null) return "not known yet";
	const ms = secondsLeft * 1000;
	return ms < MINUTE_MS ? "under a minute" : duration(ms);
}
