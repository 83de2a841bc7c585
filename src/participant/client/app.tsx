import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Header } from "./components/header.tsx";
import { RetryButtons, type RetryStep } from "./components/retry-buttons.tsx";
import { type Stage, StageContext } from "./components/step-context.ts";
import { draftScope } from "./state/drafts.ts";
import { warnOnLeaving } from "./state/leave-warning.ts";
import { markSeenReplies } from "./state/mark-seen-replies.ts";
import type { Model, Trouble } from "./state/model.ts";
import { useStore } from "./state/store.ts";
import { Consent } from "./steps/consent.tsx";
import { Chat } from "./steps/conversation/chat.tsx";
import { Exit } from "./steps/exit.tsx";
import { Form } from "./steps/form/form.tsx";
import { texts } from "./texts/catalogue.ts";

/** One step per screen, below the header. */
export function App({ stage, preview }: { readonly stage: Stage; readonly preview: boolean }) {
	const model = useStore(stage.flow.model);
	const [notice, setNotice] = useState("");
	const main = useRef<HTMLElement>(null);
	const key = screenKey(model);
	useEffect(() => {
		if (!stage.embedded && !stage.isWalk) warnOnLeaving(stage.flow, stage.session, () => setNotice(texts.back));
	}, []);
	useEffect(() => markSeenReplies(stage.flow), []);
	useNewScreen(key, main, () => setNotice(""));
	return (
		<StageContext.Provider value={stage}>
			{model.view?.preview ? <Preview model={model} tools={preview} /> : null}
			<Header model={model} notice={notice} />
			<main id="step" class="main" ref={main}>
				<Screen key={key} model={model} />
			</main>
		</StageContext.Provider>
	);
}

/** The turns of one conversation share a screen. */
function screenKey({ view, trouble }: Model): string {
	if (trouble !== null) return `trouble:${trouble}`;
	if (!view) return "loading";
	return view.step ? draftScope(view) : `end:${view.status}`;
}

/** On a new screen, reading starts at its heading. On the first screen the focus stays where the browser put it. */
function useNewScreen(key: string, main: { readonly current: HTMLElement | null }, changed: () => void): void {
	const before = useRef("loading");
	useLayoutEffect(() => {
		if (before.current === key) return;
		const first = before.current === "loading";
		before.current = key;
		changed();
		const heading = main.current?.querySelector("h1");
		document.title = [heading?.textContent, texts.title].filter(Boolean).join(" · ");
		if (first) return;
		if (!main.current?.querySelector(".turn")) scrollTo(0, 0);
		heading?.focus({ preventScroll: true });
	}, [key]);
}

function Screen({ model }: { readonly model: Model }) {
	const { view, trouble, busy } = model;
	if (trouble !== null) return <Stopped trouble={trouble} />;
	if (!view) return <p class="loading">{texts.loading}</p>;
	const { step, conversation } = view;
	if (!step) return <Exit view={view} />;
	if (step.kind === "consent") return <Consent step={step} busy={busy} />;
	if (step.kind === "form") return <Form step={step} conversation={conversation} busy={busy} />;
	if (conversation) return <Chat model={model} conversation={conversation} />;
	// Between steps: the participant has nothing to do.
	return step.kind === "retry" ? <Paused step={step} busy={busy} /> : <p class="loading">{texts.loading}</p>;
}

/** Only researchers load it. */
function Preview(props: { readonly model: Model; readonly tools: boolean }) {
	const [parts, setParts] = useState<typeof import("./steps/preview/preview.tsx") | null>(null);
	useEffect(() => void import("./steps/preview/preview.tsx").then(setParts), []);
	return parts ? <parts.PreviewBar {...props} /> : null;
}

/** The study could not continue by itself. */
const Paused = ({ step, busy }: { readonly step: RetryStep; readonly busy: boolean }) => (
	<div class="page">
		<h1 tabIndex={-1}>{texts.retry.heading}</h1>
		<p>{step.canEnd ? texts.retry.pausedLong : texts.retry.paused}</p>
		<div class="bar">
			<RetryButtons step={step} busy={busy} end={texts.retry.finish} />
		</div>
	</div>
);

const Stopped = ({ trouble }: { readonly trouble: Trouble }) => (
	<div class="page">
		<h1 tabIndex={-1}>{texts.trouble[trouble].heading}</h1>
		<p>{texts.trouble[trouble].text}</p>
		<div class="bar">
			<button type="button" class="button primary" onClick={() => location.reload()}>
				{texts.trouble.reload}
			</button>
		</div>
	</div>
);
