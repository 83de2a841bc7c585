import { useEffect, useRef, useState } from "preact/hooks";
import type { SessionView } from "../../../session/view/view-schema.ts";
import { dialogs } from "../components/dialog.tsx";
import { Contact } from "../components/help/contact.tsx";
import { SaveCopy } from "../components/help/own-copy.tsx";
import { Icon } from "../components/icon.tsx";
import { Markdown } from "../components/markdown/markdown.tsx";
import { useStage } from "../components/step-context.ts";
import { tabStorage } from "../state/drafts.ts";
import { hasWayOut } from "../state/keep-exit.ts";
import { useStore } from "../state/store.ts";
import { studyTextAttributes, texts } from "../texts/catalogue.ts";

const REDIRECT_AFTER_S = 10;
/** After an early end there is time to read what it means for payment. */
const REDIRECT_EARLY_AFTER_S = 60;

/** Exits before the end, after which participants may ask for payment. */
const EARLY: readonly SessionView["status"][] = [
	"screened_out",
	"failed_checks",
	"full",
	"expired",
	"declined",
	"withdrawn",
];

/** What happened, what it means, and the way back. */
export function Exit({ view }: { readonly view: SessionView }) {
	const { embedded } = useStage();
	const { exit, status } = view;
	// Deleted after the end: the server has forgotten the code, and this page still has it (`keep-exit.ts`).
	const erased = view.erased && hasWayOut(view);
	const words = erased ? texts.exit.erased : texts.exit.reasons[status === "active" ? "completed" : status];
	const text = exit?.placeLapsed && !erased ? texts.exit.placeLapsed : words.text;
	// In a frame, the site around it redirects.
	const target = embedded ? null : webAddress(exit?.redirectUrl ?? null);
	const ends = status !== "completed" && !target && !exit?.code ? texts.exit.noCode : texts.exit.closeTab;
	const done = status === "completed" && !erased;
	return (
		<div class="page farewell">
			{done ? (
				<span class="done">
					<Icon name="tick" />
				</span>
			) : null}
			<h1 tabIndex={-1}>{words.heading}</h1>
			<p>{text}</p>
			{status === "withdrawn" && !view.erased ? <p>{texts.exit.kept}</p> : null}
			{erased ? <p>{texts.exit.lastTime}</p> : null}
			{hasWayOut(view) && done ? <p>{texts.exit.pay}</p> : null}
			{EARLY.includes(status) && hasWayOut(view) ? <p>{texts.exit.payThere}</p> : null}
			{exit?.code ? <Code code={exit.code} /> : null}
			{target ? null : (
				<>
					<h2>{texts.exit.next}</h2>
					<p>{ends}</p>
				</>
			)}
			{exit?.debrief ? (
				<article class="document debrief" lang={studyTextAttributes.lang}>
					<Markdown text={exit.debrief} level={2} />
				</article>
			) : null}
			{(view.copy && !view.erased) || exit?.contact ? (
				<footer class="afterwards">
					{view.copy && !view.erased ? <SaveCopy /> : null}
					{exit?.contact ? <Contact contact={exit.contact} /> : null}
				</footer>
			) : null}
			{/* Nobody reads a debriefing in the seconds of a count. */}
			{target ? (
				<WayOut
					target={target}
					once={`xo-left:${view.id}`}
					counts={!erased && !exit?.debrief}
					afterS={done ? REDIRECT_AFTER_S : REDIRECT_EARLY_AFTER_S}
				/>
			) : null}
		</div>
	);
}

function webAddress(address: string | null): URL | null {
	if (!address) return null;
	try {
		const url = new URL(address);
		return url.protocol === "https:" || url.protocol === "http:" ? url : null;
	} catch {
		return null;
	}
}

function Code({ code }: { readonly code: string }) {
	const { voice } = useStage();
	const shown = useRef<HTMLOutputElement>(null);
	const [label, setLabel] = useState(texts.exit.copy);

	async function copy(): Promise<void> {
		try {
			await navigator.clipboard.writeText(code);
			setLabel(texts.exit.copied);
			voice.say(texts.exit.copied);
		} catch {
			if (shown.current) getSelection()?.selectAllChildren(shown.current);
			setLabel(texts.exit.copyByHand);
		}
	}

	return (
		<section class="card">
			<h2>{texts.exit.code}</h2>
			<p>{texts.exit.hand}</p>
			<div class="code-row">
				<output ref={shown} class="code">
					{code}
				</output>
				<button type="button" class="button secondary" onClick={() => void copy()}>
					{label}
				</button>
			</div>
		</section>
	);
}

type WayOutProps = {
	readonly target: URL;
	readonly once: string;
	readonly counts: boolean;
	readonly afterS: number;
};

/**
 * The way back to the recruiter or survey, after a countdown that can be stopped and that waits while a dialog is open.
 * It counts only once: who returns by the back button wants to read.
 */
function WayOut({ target, once, counts, afterS }: WayOutProps) {
	const [left, setLeft] = useState(counts && tabStorage.getItem(once) === null ? afterS : null);
	const asked = useStore(dialogs).open > 0;

	useEffect(() => {
		if (left === null || asked) return;
		const timer = setTimeout(() => {
			if (left > 1) return setLeft(left - 1);
			setLeft(null);
			tabStorage.setItem(once, "1");
			location.assign(target.href);
		}, 1000);
		return () => clearTimeout(timer);
	}, [left, asked]);

	return (
		<div class="bar">
			<p class="count">
				{left === null
					? texts.exit.stopped({ host: target.host })
					: texts.exit.redirect({ host: target.host, count: left })}
			</p>
			{left === null ? null : (
				<button type="button" class="button secondary" onClick={() => setLeft(null)}>
					{texts.exit.stay}
				</button>
			)}
			<a class="button primary" href={target.href} rel="noreferrer">
				{texts.exit.go({ host: target.host })}
			</a>
		</div>
	);
}
