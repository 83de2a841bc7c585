import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { texts } from "../../texts/catalogue.ts";
import { Dialog } from "../dialog.tsx";
import { loadMend } from "../markdown/markdown.tsx";

/** A separate file, loaded after the first step, so that a slow network delays nothing else. */
export const loadReport = () => import("./report.tsx");

/** Loaded early, because a participant who needs it may be offline then. A failed load is repeated when it is needed. */
export const loadRest = (): void => {
	for (const load of [loadReport, loadMend]) load().catch(() => {});
};

type Props<T> = {
	readonly title: string;
	readonly close: () => void;
	readonly load: () => Promise<T>;
	readonly children: (loaded: T) => ComponentChildren;
};

/** A dialog whose script may still be loading. */
export function LoadedDialog<T>({ title, close, load, children }: Props<T>) {
	const [state, setState] = useState<{ readonly loaded: T } | "coming" | "failed">("coming");
	useEffect(() => {
		load().then(
			(loaded) => setState({ loaded }),
			() => setState("failed"),
		);
	}, []);
	return (
		<Dialog title={title} close={close} content={state}>
			{state === "coming" ? <p>{texts.loading}</p> : state === "failed" ? <Failed /> : children(state.loaded)}
		</Dialog>
	);
}

const Failed = () => (
	<>
		<p>{texts.trouble.broken.text}</p>
		<button type="button" class="button secondary" onClick={() => location.reload()}>
			{texts.trouble.reload}
		</button>
	</>
);
