import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { createStore } from "../state/store.ts";
import { positionInFrame } from "./embedded-position.ts";
import { openModal } from "./modal.ts";
import { useStage } from "./step-context.ts";

/** Number of open dialogs. Automatic redirects wait until it is 0. */
export const dialogs = createStore({ open: 0 });

type Props = {
	readonly title: string;
	readonly close: () => void;
	/** Changes with the content: another height may need another position. */
	readonly content?: unknown;
	readonly children: ComponentChildren;
};

/** The browser's own modal if it has one: it keeps the focus inside, closes with Escape, and returns the focus. */
export function Dialog({ title, close, content, children }: Props) {
	const { embedded } = useStage();
	const element = useRef<HTMLDialogElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	const shut = useRef(close);
	shut.current = close;
	useLayoutEffect(() => {
		const modal = element.current && openModal(element.current, () => shut.current());
		dialogs.set({ open: dialogs.get().open + 1 });
		return () => {
			modal?.close();
			dialogs.set({ open: dialogs.get().open - 1 });
		};
	}, []);
	useLayoutEffect(() => {
		if (embedded && element.current) positionInFrame(element.current);
	}, [title, content]);
	// Another question in the same dialog is read aloud like a new dialog. Before the next frame: a later move of the focus
	// takes it from whoever pressed Tab already.
	useLayoutEffect(() => heading.current?.focus(), [title]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: a tap beside the dialog; Escape is the browser's own.
		<dialog
			ref={element}
			class="dialog"
			aria-labelledby="dialog-title"
			onClick={(event) => event.target === event.currentTarget && close()}
		>
			<div class="dialog-body">
				<h2 id="dialog-title" ref={heading} tabIndex={-1}>
					{title}
				</h2>
				{children}
			</div>
		</dialog>
	);
}

/** `no` changes nothing. It is the primary button. */
type Question = {
	readonly title: string;
	readonly text: string;
	readonly yes: string;
	readonly no: string;
	readonly answer: (yes: boolean) => void;
};

export function Confirm({ title, text, yes, no, answer }: Question) {
	return (
		<Dialog title={title} close={() => answer(false)}>
			<p>{text}</p>
			<div class="actions">
				<button type="button" class="button primary" onClick={() => answer(false)}>
					{no}
				</button>
				<button type="button" class="button secondary" onClick={() => answer(true)}>
					{yes}
				</button>
			</div>
		</Dialog>
	);
}
