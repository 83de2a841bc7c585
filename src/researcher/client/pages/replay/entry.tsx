import { duration, time, words } from "../../components/format.ts";
import type { Schemas } from "../../net/api.ts";

type ReplayEntry = Schemas["Replay"]["entries"][number];
type Of<K extends ReplayEntry["kind"]> = Extract<ReplayEntry, { kind: K }>;

const MINUTE_MS = 60_000;

/** `since`: milliseconds since the previous entry. */
export function Entry({ entry, since }: { readonly entry: ReplayEntry; readonly since: number | null }) {
	const at = entry.kind === "reply" ? entry.seenAt : entry.at;
	return (
		<>
			<p class="when">
				{at ? <time dateTime={at}>{time(at)}</time> : "time unknown"}
				{since !== null && <span> +{since < MINUTE_MS ? `${Math.round(since / 1000)} s` : duration(since)}</span>}
			</p>
			<div class={`entry ${entry.kind}`}>
				<Body entry={entry} />
			</div>
		</>
	);
}

function Body({ entry }: { readonly entry: ReplayEntry }) {
	switch (entry.kind) {
		case "start":
			return <p>The session started.</p>;
		case "consent":
			return <Consent entry={entry} />;
		case "form":
			return <Form entry={entry} />;
		case "conversation":
			return <Conversation entry={entry} />;
		case "message":
			return <p class="said">{entry.text}</p>;
		case "reply":
			return <Reply entry={entry} />;
		case "choice":
			return <Choice entry={entry} />;
		case "report":
			return (
				<p>
					Reported the reply{entry.candidate ? ` ${entry.candidate}` : ""} as {entry.report}
					{entry.note ? `: “${entry.note}”` : "."}
				</p>
			);
		case "end":
			return (
				<p>
					<strong>The session ended: {words(entry.status)}.</strong>
					{entry.code && (
						<>
							{" "}
							Code <code>{entry.code}</code>.
						</>
					)}
					{entry.byResearcher && " A researcher ended it."}
				</p>
			);
	}
}

const Consent = ({ entry }: { readonly entry: Of<"consent"> }) => (
	<>
		<p>{entry.accepted ? "Agreed to take part." : "Did not agree to take part."}</p>
		<details>
			<summary>Consent text, version {entry.version}</summary>
			<p class="document">{entry.text}</p>
		</details>
	</>
);

const Conversation = ({ entry }: { readonly entry: Of<"conversation"> }) => (
	<>
		<h2>
			Conversation {entry.conversation} of {entry.of}: {entry.title}
		</h2>
		<p class="fine">{entry.instructions}</p>
	</>
);

const Reply = ({ entry }: { readonly entry: Of<"reply"> }) => (
	<>
		{entry.candidate && <p class="fine">Reply {entry.candidate}</p>}
		<p class="letter">{entry.text}</p>
		{entry.stopped && <p class="fine">The participant stopped the reply here.</p>}
	</>
);

const Choice = ({ entry }: { readonly entry: Of<"choice"> }) => (
	<p>
		Went on with reply {entry.chosen}.
		{entry.scores &&
			` Scores: ${Object.entries(entry.scores)
				.map(([candidate, score]) => `${candidate} ${score}`)
				.join(", ")}.`}
	</p>
);

const Form = ({ entry }: { readonly entry: Of<"form"> }) => (
	<>
		<p>
			<strong>{entry.title}</strong>
			{entry.seconds !== null && <span class="fine"> {Math.round(entry.seconds)} seconds</span>}
		</p>
		<dl class="answers">
			{entry.items
				.filter(({ kind }) => kind !== "info")
				.map((item) => (
					<div key={item.id}>
						<dt>{item.label}</dt>
						<dd>{item.shown ? answerText(item) : "not shown"}</dd>
					</div>
				))}
		</dl>
	</>
);

type Item = Of<"form">["items"][number];

/** An answer by its options' labels. */
function answerText({ answer, options }: Item): string {
	const labelOf = (value: unknown): string =>
		options?.find((option) => option.value === value)?.label ??
		(typeof value === "string" ? value : JSON.stringify(value));
	if (answer === null || answer === undefined) return "no answer";
	return Array.isArray(answer) ? answer.map(labelOf).join(", ") : labelOf(answer);
}
