import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { When } from "../components/states.tsx";
import { Top } from "../components/top.tsx";
import type { SignedIn } from "../net/api.ts";
import { useData } from "../net/use-data.ts";
import { Link, within } from "../router.tsx";
import { AuditPage } from "./audit/audit-page.tsx";
import { FairnessPage } from "./fairness/fairness-page.tsx";
import { FlowPage } from "./flow/flow-page.tsx";
import { LabelsPage } from "./labels/labels-page.tsx";
import { ModelsPage } from "./models/models-page.tsx";
import type { PageProps, Study } from "./page-props.ts";
import { PeoplePage } from "./people/people-page.tsx";
import { POOLS, PoolChoice } from "./pool-choice.tsx";
import { ProgressPage } from "./progress/progress-page.tsx";
import { ProtocolPage } from "./protocol/protocol-page.tsx";
import { ReplayPage } from "./replay/replay-page.tsx";
import { ResultsPage } from "./results/results-page.tsx";
import { SessionsPage } from "./sessions/sessions-page.tsx";
import { SimulationsPage } from "./simulations/simulations-page.tsx";
import { WalkPage } from "./walk/walk-page.tsx";

type PageOfStudy = {
	readonly path: string;
	readonly name: string;
	readonly question: string;
	readonly Page: (props: PageProps) => ComponentChildren;
	/** True for a page about the whole study instead of one pool's sessions. */
	readonly ofStudy?: true;
	/** Whether this study has the page. By default it does. */
	readonly isFor?: (study: Study) => boolean;
};

const isPersonal = ({ protocol: { arms, recruitment } }: Study): boolean =>
	recruitment?.onlyProfiles === true || arms.some(({ personalisation }) => personalisation !== undefined);

const PAGES: readonly PageOfStudy[] = [
	{ path: "", name: "Progress", question: "Is it going well?", Page: ProgressPage },
	{ path: "flow", name: "Flow", question: "Who went where?", Page: FlowPage },
	{ path: "fairness", name: "Fairness", question: "Is it fair?", Page: FairnessPage },
	{ path: "sessions", name: "Sessions", question: "Is anybody stuck?", Page: SessionsPage },
	{ path: "results", name: "Results", question: "What came out?", Page: ResultsPage },
	{ path: "protocol", name: "Protocol", question: "What does the study do?", Page: ProtocolPage, ofStudy: true },
	{ path: "walk", name: "Walk", question: "What will people see?", Page: WalkPage, ofStudy: true },
	{
		path: "people",
		name: "People",
		question: "Who can take part?",
		Page: PeoplePage,
		ofStudy: true,
		isFor: isPersonal,
	},
	{
		path: "simulations",
		name: "Simulations",
		question: "How far are the simulations?",
		Page: SimulationsPage,
		ofStudy: true,
		isFor: ({ status }) => status !== "draft",
	},
	{
		path: "labels",
		name: "Labels",
		question: "What do people judge?",
		Page: LabelsPage,
		ofStudy: true,
		isFor: ({ status }) => status !== "draft",
	},
	{ path: "models", name: "Models", question: "Do the models answer?", Page: ModelsPage, ofStudy: true },
	{ path: "audit", name: "Audit", question: "Who did what?", Page: AuditPage, ofStudy: true },
];

type StudyPagesProps = {
	readonly study: string;
	/** The address below the study. */
	readonly parts: readonly string[];
	readonly query: URLSearchParams;
	readonly as: SignedIn;
	readonly onSignedOut: () => void;
};

export function StudyPages({ study, parts, query, as, onSignedOut }: StudyPagesProps) {
	const { loaded, reload } = useData<Study>(`/v1/studies/${encodeURIComponent(study)}`);
	const page = PAGES.find(({ path }) => path === (parts[0] ?? ""));
	const session = page?.path === "sessions" ? parts[1] : undefined;
	const pool = POOLS.find((known) => known === query.get("pool")) ?? "live";
	const title = loaded.kind === "ready" ? loaded.data.title : study;
	const nav = useRef<HTMLElement>(null);
	useEffect(() => {
		const current = nav.current?.querySelector("[aria-current]");
		// On a phone the list of pages is wider than the screen.
		current?.scrollIntoView({ block: "nearest", inline: "center" });
	}, [page, loaded.kind]);
	useEffect(() => {
		document.title = page ? `${page.question} ${title}` : title;
	}, [page, title]);
	return (
		<>
			<Top as={as} onSignedOut={onSignedOut}>
				<p class="study-name">
					<strong>{title}</strong>
					{loaded.kind === "ready" && <Standing study={loaded.data} />}
				</p>
				<nav ref={nav} aria-label="Questions about this study">
					{PAGES.filter(({ isFor }) => isFor === undefined || (loaded.kind === "ready" && isFor(loaded.data))).map(
						({ path, name }) => (
							<Link
								key={path}
								to={within(study, path, { pool: pool === "live" ? null : pool })}
								current={path === page?.path}
							>
								{name}
							</Link>
						),
					)}
				</nav>
			</Top>
			<main id="page">
				{page ? (
					<>
						<div class="page-head">
							<h1>{session ? "What did the participant see?" : page.question}</h1>
							{!session && !page.ofStudy && <PoolChoice pool={pool} />}
						</div>
						<When loaded={loaded} onRetry={reload}>
							{(found) =>
								session ? (
									<ReplayPage study={found} session={session} as={as} />
								) : (
									<page.Page study={found} pool={pool} query={query} as={as} reloadStudy={reload} />
								)
							}
						</When>
					</>
				) : (
					<h1>There is no such page</h1>
				)}
			</main>
		</>
	);
}

/** The study's status, and whether it is blinded. */
function Standing({ study: { status, unblindedAt, protocol } }: { readonly study: Study }) {
	const isHidden = protocol.blinding?.level !== "single" && unblindedAt === null;
	return (
		<>
			<span class={`chip ${status}`}>{status}</span>
			{status !== "draft" && (
				<span class="chip">{isHidden ? "blinded" : unblindedAt ? "unblinded" : "single blind"}</span>
			)}
		</>
	);
}
