import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Markdown } from "../../components/markdown/markdown.tsx";
import { studyTextAttributes, texts } from "../../texts/catalogue.ts";

type Props = {
	readonly candidate: string;
	readonly name: string;
	readonly text: string;
	/** The id of a complete reply. */
	readonly message?: string | undefined;
	/** True if the participant stopped it. */
	readonly stopped?: true | undefined;
	readonly writing?: boolean;
	readonly hidden?: boolean;
	/** Reserves its room from the start, because it would push later content down. */
	readonly foot?: ComponentChildren;
	readonly children?: ComponentChildren;
};

/** An assistant's text, like a letter on the page. The same for every arm. */
export function Letter(props: Props) {
	const { candidate, name, text, message, stopped, writing = false, hidden = false, foot, children } = props;
	usePainted(writing && text !== "");
	return (
		<article class={hidden ? "reply elsewhere" : "reply"} data-candidate={candidate} data-message={message}>
			<h2 class="who">{name}</h2>
			{text === "" && writing ? <Dots text={texts.chat.writing} /> : null}
			<div class="letter" {...studyTextAttributes}>
				<Markdown text={text} growing={writing} />
			</div>
			{stopped ? <p class="hint cut-short">{texts.chat.stopped}</p> : null}
			{foot === undefined ? null : <div class="foot">{foot}</div>}
			{children}
		</article>
	);
}

/** Three dots, the same for every reply. */
export const Dots = ({ text }: { readonly text: string }) => (
	<p class="dots">
		<span class="unseen">{text}</span>
		<i aria-hidden="true" />
		<i aria-hidden="true" />
		<i aria-hidden="true" />
	</p>
);

/** Measures the time from the arrival of a reply's first text to the screen, as `reply-painted`. */
function usePainted(started: boolean): void {
	const done = useRef(false);
	useLayoutEffect(() => {
		if (!started || done.current) return;
		done.current = true;
		if (performance.getEntriesByName("reply-arrived").length === 0) return;
		// The task after the next frame: the frame is then on the screen. It measures from the last mark of that name.
		requestAnimationFrame(() => setTimeout(() => performance.measure("reply-painted", "reply-arrived")));
	}, [started]);
}
