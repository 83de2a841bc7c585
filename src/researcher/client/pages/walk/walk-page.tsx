import { useEffect, useState } from "preact/hooks";
import { Empty, When } from "../../components/states.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import { go } from "../../router.tsx";
import type { PageProps } from "../page-props.ts";
import { AllSteps } from "./all-steps.tsx";
import { DEVICES, type Device } from "./device.ts";
import { DeviceFrame } from "./device-frame.tsx";
import { PilotSession } from "./pilot-session.tsx";
import { stepNames } from "./step-names.ts";

type Walk = Schemas["Walk"];

/** The participant's steps, of a draft too: one by one, or all at once, on a phone or a desk. */
export function WalkPage({ study, as, query }: PageProps) {
	const { loaded, reload } = useData<Walk>(`/v1/studies/${study.slug}/walk`);
	return (
		<When loaded={loaded} onRetry={reload}>
			{({ views, ends }) =>
				views.length === 0 ? (
					<Empty title="There is no step." />
				) : (
					<>
						<p>
							The participant's own pages, with nothing behind them: replies are placeholders, nothing is stored, and
							nobody is screened out. The order of conversations is an example.
						</p>
						<Choices query={query} />
						{query.get("show") === "all" ? (
							<AllSteps slug={study.slug} views={views} device={deviceIn(query)} />
						) : (
							<Steps
								slug={study.slug}
								views={views}
								device={deviceIn(query)}
								from={Number(query.get("step") ?? 1) - 1}
							/>
						)}
						{!ends && <p class="notice">The walk stops here, because the study is too long to be shown whole.</p>}
						<PilotSession study={study} as={as} />
					</>
				)
			}
		</When>
	);
}

const deviceIn = (query: URLSearchParams): Device => (query.get("on") === "desk" ? "desk" : "phone");

function choose(changes: Readonly<Record<string, string | null>>): void {
	const address = new URL(location.href);
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) address.searchParams.delete(name);
		else address.searchParams.set(name, value);
	}
	go(address.pathname + address.search, { replace: true });
}

function Choices({ query }: Pick<PageProps, "query">) {
	const showsAll = query.get("show") === "all";
	const device = deviceIn(query);
	return (
		<div class="filters">
			<fieldset class="switch">
				<legend class="unseen">What is shown</legend>
				<button type="button" class="button" aria-pressed={!showsAll} onClick={() => choose({ show: null })}>
					Step by step
				</button>
				<button type="button" class="button" aria-pressed={showsAll} onClick={() => choose({ show: "all" })}>
					All steps
				</button>
			</fieldset>
			<fieldset class="switch">
				<legend class="unseen">The device</legend>
				{Object.entries(DEVICES).map(([name, { label }]) => (
					<button
						key={name}
						type="button"
						class="button"
						aria-pressed={device === name}
						onClick={() => choose({ on: name === "desk" ? "desk" : null })}
					>
						{label}
					</button>
				))}
			</fieldset>
		</div>
	);
}

type StepsProps = {
	readonly slug: string;
	readonly views: Walk["views"];
	readonly device: Device;
	readonly from: number;
};

/** The walk: the frame continues by its own buttons, and the list leads to any step. */
function Steps({ slug, views, device, from }: StepsProps) {
	const [at, setAt] = useState(from >= 0 && from < views.length ? from : 0);
	const names = stepNames(views);
	useEffect(() => {
		const walked = ({ data, origin }: MessageEvent) => {
			if (origin === location.origin && typeof data?.walkedTo === "number") setAt(data.walkedTo);
		};
		addEventListener("message", walked);
		return () => removeEventListener("message", walked);
	}, []);
	return (
		<div class="walk">
			<label class="pool walk-select">
				Step
				<select value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
					{names.map((name, index) => (
						<option key={index} value={index}>
							{index + 1}. {name}
						</option>
					))}
				</select>
			</label>
			<ol class="walk-list" aria-label="Steps">
				{names.map((name, index) => (
					<li key={index}>
						<button type="button" aria-current={index === at ? "step" : undefined} onClick={() => setAt(index)}>
							{name}
						</button>
					</li>
				))}
			</ol>
			<DeviceFrame slug={slug} views={views} device={device} at={at} title={`${at + 1}. ${names[at] ?? ""}`} />
		</div>
	);
}
