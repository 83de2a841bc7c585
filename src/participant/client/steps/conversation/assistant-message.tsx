import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Markdown } from "../../components/markdown/markdown.tsx";
import { texts, theirs } from "../../texts/catalogue.ts";

type Props = {
	readonly candidate: string;
	readonly name: string;
	readonly text: string;
	/** Its id, once it is whole. */
	readonly message?: string | undefined;
	/** The participant stopped it. */
	readonly stopped?: true | undefined;
	readonly writing?: boolean;
	readonly hidden?: boolean;
	/** Its room is there from the beginning, or what comes below would move. */
	readonly foot?: ComponentChildren;
	readonly children?: ComponentChildren;
};

/** What an assistant wrote, on the page like a letter: the same for every arm. */
export function Letter(props: Props) {
	const { candidate, name, text, message, stopped, writing = false, hidden = false, foot, children } = props;
	usePainted(writing && text !== "");
	return (
		<article class={hidden ? "reply elsewhere" : "reply"} data-candidate={candidate} data-message={message}>
			<h2 class="who">{name}</h2>
			{text === "" && writing ? <Dots text={texts.chat.writing} /> : null}
			<div class="letter" {...theirs}>
				<Markdown text={text} growing={writing} />
			</div>
			{stopped ? <p class="hint cut-short">{texts.chat.stopped}</p> : null}
			{foot === undefined ? null : <div class="foot">{foot}</div>}
			{children}
		</article>
	);
}

/** Three dots at once, the same for every reply. */
export const Dots = ({ text }: { readonly text: string }) => (
	<p class="dots">
		<span class="unseen">{text}</span>
		<i aria-hidden="true" />
		<i aria-hidden="true" />
		<i aria-hidden="true" />
	</p>
);

/** How long the first words of a reply took from their arrival to the screen: `reply-painted`, for whoever measures. */
function usePainted(started: boolean): void {
	const done = useRef(false);
	useLayoutEffect(() => {
		if (!started || done.current) return;
		done.current = true;
		if (performance.getEntriesByName("reply-arrived").length === 0) return;
		// The task after the next frame: by then the frame is on the screen. From the last mark of that name.
		requestAnimationFrame(() => setTimeout(() => performance.measure("reply-painted", "reply-arrived")));
	}, [started]);
}
