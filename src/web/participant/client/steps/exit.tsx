import { useEffect, useRef, useState } from "preact/hooks";
import type { SessionView } from "../../../../session/view-schema.ts";
import { useStage } from "../parts/stage.ts";
import { tabStorage } from "../state/drafts.ts";
import { texts } from "../texts/catalogue.ts";

const REDIRECT_AFTER_S = 10;

/** What happened, what it means, and where it goes on. */
export function Exit({ view }: { readonly view: SessionView }) {
	const { embedded } = useStage();
	const { exit, status } = view;
	const words = status === "active" ? texts.exit.reasons.completed : texts.exit.reasons[status];
	// In a frame it is the site around it that leads on.
	const target = embedded ? null : webAddress(exit?.redirectUrl ?? null);
	const ends = status !== "completed" && !target && !exit?.code ? texts.exit.noCode : texts.exit.closeTab;
	return (
		<div class="page">
			<h1 tabIndex={-1}>{words.heading}</h1>
			<p>{words.text}</p>
			{exit?.code ? <Code code={exit.code} /> : null}
			<h2>{texts.exit.next}</h2>
			{target ? <WayOut target={target} once={`xo-left:${view.id}`} /> : <p>{ends}</p>}
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

/**
 * Back to who sent the participant, after a count that can be stopped. Counted once: who comes back with the back button
 * has come to read, and is not sent away again.
 */
function WayOut({ target, once }: { readonly target: URL; readonly once: string }) {
	const [left, setLeft] = useState(tabStorage.getItem(once) === null ? REDIRECT_AFTER_S : null);

	useEffect(() => {
		if (left === null) return;
		const timer = setTimeout(() => {
			if (left > 1) return setLeft(left - 1);
			setLeft(null);
			tabStorage.setItem(once, "1");
			location.assign(target.href);
		}, 1000);
		return () => clearTimeout(timer);
	}, [left]);

	return (
		<>
			<p class="count">{left === null ? texts.exit.stopped(target.host) : texts.exit.redirect(target.host, left)}</p>
			<div class="bar">
				{left === null ? null : (
					<button type="button" class="button secondary" onClick={() => setLeft(null)}>
						{texts.exit.stay}
					</button>
				)}
				<a class="button primary" href={target.href} rel="noreferrer">
					{texts.exit.go(target.host)}
				</a>
			</div>
		</>
	);
}
