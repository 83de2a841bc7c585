import { MOST_LATE } from "../../../../models/usage/late-limit.ts";
import { count, counted, dateTime, percent, time } from "../../components/format.ts";
import { When } from "../../components/states.tsx";
import { Term } from "../../components/term.tsx";
import { Verdict } from "../../components/verdict.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import type { PageProps } from "../page-props.ts";

type Health = Schemas["ModelHealth"];

const EVERY_MS = 30_000;

/** The health of all models together: a single failing model could be matched with the label whose conversations stop. */
export function ModelsPage({ study }: PageProps) {
	const { loaded, reload } = useData<Health>(`/v1/studies/${study.slug}/health`, EVERY_MS);
	const isDraft = study.status === "draft";
	return (
		<When loaded={loaded} onRetry={reload}>
			{(health) => (
				<>
					<ul class="verdicts">
						<Configured health={health} isDraft={isDraft} />
						<Serving health={health} />
						{!isDraft && <Addresses health={health} slug={study.slug} />}
						{!isDraft && <Late late={health.lateReplies} />}
					</ul>
					<p>
						Everything here is about all model servers of the study at once. A single one that is slow or broken could
						be matched with the label whose conversations stop, so this page never names one.
					</p>
					<p class="fine">
						As of {loaded.kind === "ready" && time(loaded.at)}; asked again every 30 seconds while the page is open.
						Asking calls no model.
					</p>
				</>
			)}
		</When>
	);
}

type Part = { readonly health: Health };

function Configured({ health: { endpoints, configured }, isDraft }: Part & { readonly isDraft: boolean }) {
	if (endpoints === 0)
		return (
			<Verdict bad={false} unknown={false}>
				Servers: the study needs none.
			</Verdict>
		);
	return (
		<Verdict bad={!configured} unknown={false}>
			<Term means="A model server is configured by its address and key in the Worker's environment, or by a binding.">
				Servers
			</Term>
			: the arms use {counted(endpoints, "model server")}.{" "}
			{configured
				? "Each is configured."
				: isDraft
					? "Not every one is configured, so the study cannot open: the page Protocol says which."
					: "Not every one is configured any more."}
		</Verdict>
	);
}

function Serving({ health: { endpoints, serving, retryInSeconds } }: Part) {
	if (endpoints === 0) return null;
	return (
		<Verdict bad={serving === "no"} unknown={serving === "to_be_tried"}>
			<Term means="A circuit breaker: if at least half of the calls of five minutes fail, in five sessions or more, nobody new may start until the server answers again. Sessions under way go on, and their participants can try again.">
				Answers
			</Term>
			: {SERVING[serving]}
			{retryInSeconds !== null && ` The next try is in ${counted(retryInSeconds, "second")}.`}
		</Verdict>
	);
}

const SERVING = {
	yes: "no server fails more than it should.",
	no: "a server does not answer, so nobody new may start. Participants who come now are told to try again later.",
	to_be_tried: "a server did not answer. The next participant who comes tries it.",
} as const satisfies Record<Health["serving"], string>;

function Addresses({ health: { addresses }, slug }: Part & { readonly slug: string }) {
	if (addresses === "not_fixed") return null;
	return (
		<Verdict bad={addresses === "changed"} unknown={false}>
			<Term means="A double-blind study keeps the addresses of its model servers, as hashes. Another address could be another model.">
				Addresses
			</Term>
			:{" "}
			{addresses === "as_opened" ? (
				"the same as when the study opened."
			) : (
				<>
					an address differs from the opening, so nobody new may start. Restore it, or pause the study and record the
					change with <code>POST /v1/studies/{slug}/endpoints</code>.
				</>
			)}
		</Verdict>
	);
}

function Late({ late }: { readonly late: Health["lateReplies"] }) {
	return (
		<Verdict bad={late !== null && late.share > MOST_LATE} unknown={late === null}>
			<Term means="The share of paced replies, over all arms, whose text began or paused two seconds or more too late. Published only after many replies, so that it shows no single one.">
				Late replies
			</Term>
			:{" "}
			{late === null
				? "not published yet."
				: `${percent(late.share)} (${count(late.late)} of ${count(late.replies)}), published ${dateTime(late.publishedAt)}.`}
		</Verdict>
	);
}
