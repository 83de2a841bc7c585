import { Empty, When } from "../../components/states.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import type { PageProps } from "../page-props.ts";
import { MeansPlot } from "./means-plot.tsx";
import { Unblinding } from "./unblinding.tsx";

type Means = Schemas["Means"];

/** Means by label for a first look, the report, and unblinding as a deliberate act. */
export function ResultsPage({ study, pool, as, reloadStudy }: PageProps) {
	if (study.status === "draft")
		return (
			<Empty title="A draft has no results.">
				<p>Open the study, and send a pilot participant through it: its answers are shown here under “pilot”.</p>
			</Empty>
		);
	const shown = pool === "all" ? "live" : pool;
	return (
		<>
			<FirstLook study={study} pool={shown} />
			<Report study={study} pool={shown} as={as} />
			<Unblinding study={study} as={as} onDone={reloadStudy} />
		</>
	);
}

/** Means here are not adjusted for period or sequence: the report has the models. */
function Report({ study, pool, as }: Pick<PageProps, "study" | "as"> & { readonly pool: string }) {
	return (
		<section>
			<h2>The report</h2>
			<p>
				The means above are not adjusted for period or sequence. The report has models, contrasts, rankings and checks,
				each with its method.
			</p>
			{as.scopes.includes("data:read") && (
				<p>
					<a href={`/v1/studies/${study.slug}/analysis?format=html&pool=${pool}`} target="_blank" rel="noreferrer">
						Open the report of the pool {pool}
					</a>
				</p>
			)}
			<p>
				<code>npm run analyse</code> makes the same with plots, bootstrap intervals and comparisons of texts.
			</p>
		</section>
	);
}

function FirstLook({ study, pool }: Pick<PageProps, "study"> & { readonly pool: string }) {
	const { loaded, reload } = useData<Means>(`/v1/studies/${study.slug}/means?pool=${pool}`);
	return (
		<When loaded={loaded} onRetry={reload}>
			{({ means }) =>
				means.length === 0 ? (
					<Empty title={`There are no ratings in the ${pool} pool yet.`}>
						<p>They are shown here by arm label, from the first answer on.</p>
					</Empty>
				) : (
					<MeansPlot study={study} means={means} />
				)
			}
		</When>
	);
}
