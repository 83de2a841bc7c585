import { count, counted, dayAndMonth, hourAndMinute, money, time } from "../../components/format.ts";
import { Stat, Stats } from "../../components/stat.tsx";
import { Empty, When } from "../../components/states.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import { Link, within } from "../../router.tsx";
import type { PageProps } from "../page-props.ts";
import { Alerts } from "./alerts.tsx";
import { ProgressPlot } from "./progress-plot.tsx";
import { StudyActs } from "./study-acts.tsx";

type Progress = Schemas["Progress"];

const EVERY_MS = 30_000;

/** Alerts first, then the progress, then the course over time. */
export function ProgressPage({ study, pool, as, reloadStudy }: PageProps) {
	const { loaded, reload } = useData<Progress>(`/v1/studies/${study.slug}/progress?pool=${pool}`, EVERY_MS);
	return (
		<>
			<Alerts study={study} />
			<When loaded={loaded} onRetry={reload}>
				{(progress) =>
					progress.enrolled === 0 ? (
						<Nobody study={study} pool={pool} />
					) : (
						<>
							<Numbers study={study} progress={progress} />
							<ProgressPlot progress={progress} />
							<p class="fine">
								As of {loaded.kind === "ready" && time(loaded.at)}; loaded again every 30 seconds while the page is
								open.
							</p>
						</>
					)
				}
			</When>
			<StudyActs study={study} as={as} reloadStudy={reloadStudy} />
		</>
	);
}

function Numbers({ study, progress }: { readonly study: PageProps["study"]; readonly progress: Progress }) {
	const { quota, completed, pool, enrolled, in_progress, randomised, medianMinutes, expectedEnd } = progress;
	const places = pool === "live" || pool === "all" ? quota : null;
	return (
		<>
			<Stats>
				<Stat
					label="Enrolled"
					means="Sessions that started."
					value={count(enrolled)}
					more={`${count(randomised)} randomised`}
				/>
				<Stat
					label="In progress"
					means="Sessions that have not ended. A session ends when it is completed, declined, screened out, withdrawn or expired."
					value={
						<Link to={within(study.slug, "sessions", { status: "active", pool: pool === "live" ? null : pool })}>
							{count(in_progress)}
						</Link>
					}
				/>
				<Stat
					label="Completed"
					means="Sessions that reached the end of the protocol."
					value={count(completed)}
					more={places === null ? "no quota" : `of ${count(places)}`}
				/>
				<Stat
					label="Typical time"
					means="The median time from start to end, of completed sessions."
					value={medianMinutes === null ? "–" : counted(medianMinutes, "minute")}
				/>
				<Stat
					label="Expected end"
					means="When the quota will be full at the rate of the last 24 hours. Unknown with fewer than five completions in that time."
					value={expectedEnd === null ? "–" : dayAndMonth(new Date(expectedEnd))}
					more={expectedEnd === null ? undefined : hourAndMinute(new Date(expectedEnd))}
				/>
				{study.status !== "draft" && <Spend study={study} />}
			</Stats>
			{places !== null && <QuotaBar completed={completed} quota={places} />}
		</>
	);
}

function Spend({ study }: { readonly study: PageProps["study"] }) {
	const { loaded } = useData<Schemas["Usage"]>(`/v1/studies/${study.slug}/usage`);
	const usage = loaded.kind === "ready" ? loaded.data : null;
	const tokens = usage ? usage.inputTokens + usage.outputTokens : 0;
	const cost = usage ? money(usage.costs) : "";
	return (
		<Stat
			label="Spent"
			means="Costs of model calls over all arms, by the prices in the protocol. While the study is blinded this is an estimate that does not depend on any arm, of sessions that have ended."
			value={usage ? cost || "–" : "…"}
			more={
				usage ? `${count(tokens)} tokens${usage.exact ? "" : ", estimated"}${cost ? "" : "; no prices"}` : undefined
			}
		/>
	);
}

const QuotaBar = ({ completed, quota }: { readonly completed: number; readonly quota: number }) => (
	<div class="quota">
		<progress max={quota} value={Math.min(completed, quota)} aria-label="Completed of the quota" />
	</div>
);

const OTHERS = ["live", "pilot", "simulated"] as const;

function Nobody({ study, pool }: Pick<PageProps, "study" | "pool">) {
	const { loaded } = useData<Schemas["ParticipantFlow"]>(`/v1/studies/${study.slug}/flow`);
	const pools = loaded.kind === "ready" ? loaded.data.pools : null;
	const others = OTHERS.filter((other) => other !== pool && pools && pools[other] > 0);
	return (
		<Empty title={`No ${pool === "all" ? "" : `${pool} `}session has started.`}>
			{study.status === "open" && study.links.participant && (
				<p>
					Give your recruiter this address: <code>{study.links.participant}</code>
				</p>
			)}
			{others.map((other) => (
				<p key={other}>
					<Link to={within(study.slug, "", { pool: other === "live" ? null : other })}>
						Show {counted(pools?.[other] ?? 0, `${other} session`)}
					</Link>
				</p>
			))}
		</Empty>
	);
}
