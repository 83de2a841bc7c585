import type { ComponentChildren } from "preact";
import { count } from "../../components/format.ts";
import { Term } from "../../components/term.tsx";
import type { Schemas } from "../../net/api.ts";
import { Link, within } from "../../router.tsx";
import { AFTER, BEFORE, type End } from "./ends.ts";

type Flow = Schemas["ParticipantFlow"];
type DiagramProps = { readonly study: string; readonly flow: Flow };

/** The flow diagram of CONSORT 2010. Each number leads to the sessions behind it. */
export function Diagram({ study, flow }: DiagramProps) {
	const { excluded, randomised } = flow;
	const to = (query: Readonly<Record<string, string | null>>) =>
		within(study, "sessions", { ...query, pool: flow.pool === "live" ? null : flow.pool });
	const left = Object.keys(AFTER).reduce((sum, name) => sum + randomised[name as keyof typeof AFTER], 0);
	return (
		<section class="consort" aria-label="Participant flow">
			<Box name="Assessed" means="Everybody who came: all sessions that started." n={flow.assessed} to={to({})} />
			<Aside>
				<Box
					name="Excluded before randomisation"
					means="They left, or were turned away, before they got a sequence."
					n={excluded.total}
					to={to({ randomised: "false", ended: "true" })}
				>
					<Ends ends={BEFORE} counts={excluded} to={(status) => to({ status, randomised: "false" })} />
				</Box>
				{flow.not_yet_randomised > 0 && (
					<Box
						name="Not yet randomised"
						means="In progress, and not yet at their first conversation."
						n={flow.not_yet_randomised}
						to={to({ status: "active", randomised: "false" })}
					/>
				)}
			</Aside>
			<Box
				name="Randomised"
				means="They got a sequence of arms."
				n={randomised.total}
				to={to({ randomised: "true" })}
			/>
			<Aside>
				<Box
					name="Left after randomisation"
					means="They got a sequence, and their session ended before the end of the protocol."
					n={left}
					to={to({ randomised: "true", ended: "true" })}
				>
					<Ends ends={AFTER} counts={randomised} to={(status) => to({ status, randomised: "true" })} />
				</Box>
				{randomised.in_progress > 0 && (
					<Box
						name="In progress"
						means="They got a sequence, and their session has not ended."
						n={randomised.in_progress}
						to={to({ status: "active", randomised: "true" })}
					/>
				)}
			</Aside>
			<Box
				name="Completed"
				means="They reached the end of the protocol."
				n={randomised.completed}
				to={to({ status: "completed" })}
			/>
		</section>
	);
}

const Aside = ({ children }: { readonly children: ComponentChildren }) => <div class="aside">{children}</div>;

type BoxProps = {
	readonly name: string;
	readonly means: string;
	readonly n: number;
	readonly to: string;
	readonly children?: ComponentChildren;
};

const Box = ({ name, means, n, to, children }: BoxProps) => (
	<div class="box">
		<p class="box-head">
			<Term means={means}>{name}</Term> <Linked n={n} to={to} />
		</p>
		{children}
	</div>
);

const Linked = ({ n, to }: { readonly n: number; readonly to: string }) =>
	n === 0 ? (
		<span class="n">0</span>
	) : (
		<Link to={to} class="n">
			{count(n)}
		</Link>
	);

type EndsProps<K extends string> = {
	readonly ends: Readonly<Record<K, End>>;
	readonly counts: Readonly<Record<NoInfer<K>, number>>;
	readonly to: (status: string) => string;
};

/** The reasons that occurred. */
function Ends<K extends string>({ ends, counts, to }: EndsProps<K>) {
	const names = Object.keys(ends) as K[];
	const occurred = names.filter((name) => counts[name] > 0);
	if (occurred.length === 0) return null;
	return (
		<ul>
			{occurred.map((name) => (
				<li key={name}>
					<Term means={ends[name].means}>{ends[name].name}</Term> <Linked n={counts[name]} to={to(ends[name].status)} />
				</li>
			))}
		</ul>
	);
}
