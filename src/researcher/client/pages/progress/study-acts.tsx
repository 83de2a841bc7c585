import { type ComponentChildren, Fragment } from "preact";
import { useState } from "preact/hooks";
import { Confirm } from "../../components/confirm.tsx";
import { request } from "../../net/api.ts";
import type { PageProps, Study } from "../page-props.ts";

type Act = "open" | "pause" | "close";
type Status = Study["status"];

/** The possible acts in each status. */
const POSSIBLE: Readonly<Record<Status, readonly Act[]>> = {
	draft: ["open"],
	open: ["pause", "close"],
	paused: ["open", "close"],
	closed: [],
};

const STANDS: Readonly<Record<Status, string>> = {
	draft: "The study is a draft: nobody can take part yet.",
	open: "The study is open: people can start.",
	paused: "The study is paused: nobody new can start, and whoever has started can finish.",
	closed: "The study is closed: nobody new can start.",
};

const LABELS: Readonly<Record<Act, string>> = {
	open: "Open the study",
	pause: "Pause the study",
	close: "Close the study",
};

type ActsProps = Pick<PageProps, "study" | "as" | "reloadStudy">;

/** Opens, pauses and closes the study, after a reason and a confirmation. */
export function StudyActs({ study, as, reloadStudy }: ActsProps) {
	const [act, setAct] = useState<Act | null>(null);
	const [acceptsLate, setAcceptsLate] = useState(false);
	const possible = as.scopes.includes("studies:write") ? POSSIBLE[study.status] : [];
	const confirmed = async (reason: string) => {
		const query = new URLSearchParams({ reason, acceptLateReplies: String(acceptsLate) });
		await request<Study>(`/v1/studies/${study.slug}/${act}?${query}`, "POST");
		setAct(null);
		reloadStudy();
	};
	return (
		<section aria-labelledby="study-acts">
			<h2 id="study-acts">The study</h2>
			<p>{STANDS[study.status]}</p>
			{possible.length === 0 && study.status !== "closed" && (
				<p class="fine">
					To change that you need a key with the scope <code>studies:write</code>.
				</p>
			)}
			{possible.length > 0 && (
				<div class="acts">
					{possible.map((one) => (
						<button
							key={one}
							type="button"
							class={`button ${one === "close" ? "danger" : ""}`}
							onClick={() => {
								setAcceptsLate(false);
								setAct(one);
							}}
						>
							{LABELS[one]}…
						</button>
					))}
				</div>
			)}
			{act && (
				<Confirm
					title={`${LABELS[act]} “${study.title}”`}
					label={LABELS[act]}
					dangerous={act === "close"}
					{...(act === "close" && { typed: study.slug })}
					onClose={() => setAct(null)}
					onConfirm={confirmed}
				>
					<Consequence act={act} status={study.status} />
					{act === "open" && study.status === "draft" && (
						<label class="choice">
							<input
								type="checkbox"
								checked={acceptsLate}
								onChange={(event) => setAcceptsLate(event.currentTarget.checked)}
							/>
							<span>Open it even if models are slower than the pace</span>
						</label>
					)}
				</Confirm>
			)}
		</section>
	);
}

function Consequence({ act, status }: { readonly act: Act; readonly status: Status }): ComponentChildren {
	if (act === "pause") return <p>Nobody new can start. Whoever has started can finish. You can open it again.</p>;
	if (act === "close")
		return <p>Nobody new can start, and the study cannot be opened again. Whoever has started can finish.</p>;
	if (status === "paused")
		return <p>People can start again. Its models are measured first, which can take a minute.</p>;
	return (
		<Fragment>
			<p>
				The protocol is fixed from now on, and people can start. Its models are measured first, which can take a minute.
			</p>
			<p>What keeps it from opening is named here, with its place in the protocol.</p>
		</Fragment>
	);
}
