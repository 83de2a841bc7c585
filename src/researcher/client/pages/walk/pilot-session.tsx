import { useState } from "preact/hooks";
import { Failed } from "../../components/states.tsx";
import { type Problem, problemOf, request, type Schemas } from "../../net/api.ts";
import type { PageProps } from "../page-props.ts";

/** A real session of the pilot pool, with real models, in an opened study. */
export function PilotSession({ study, as }: Pick<PageProps, "study" | "as">) {
	const [url, setUrl] = useState<string | null>(null);
	const [problem, setProblem] = useState<Problem | null>(null);
	if (study.status !== "open" || !as.scopes.includes("sessions:write")) return null;
	const start = async () => {
		setProblem(null);
		try {
			const id = `dashboard-${new Date().toISOString()}`;
			const body = { participant: { id, source: "pilot" } };
			const started = await request<Schemas["StartedSession"]>(`/v1/studies/${study.slug}/sessions`, "POST", body);
			setUrl(started.url);
		} catch (error) {
			setProblem(problemOf(error));
		}
	};
	return (
		<section>
			<h2>With the models</h2>
			<p>
				A session of the pilot pool is a real one: the models answer, and their tokens are billed. It takes nobody's
				place and counts in no result.
			</p>
			{problem && <Failed problem={problem} />}
			{url === null ? (
				<button type="button" class="button" onClick={() => void start()}>
					Start a pilot session
				</button>
			) : (
				<p role="status">
					<a class="button primary" href={url} target="_blank" rel="noreferrer">
						Open the pilot session
					</a>
				</p>
			)}
		</section>
	);
}
