import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { type Problem, problemOf } from "../net/api.ts";
import { Failed } from "./states.tsx";

type DialogProps = {
	readonly title: string;
	/** The name of the act on its button. */
	readonly label: string;
	readonly dangerous?: boolean;
	/** Whether the input so far cannot be sent. */
	readonly incomplete?: boolean;
	readonly onClose: () => void;
	readonly onSubmit: (entered: FormData) => Promise<void>;
	readonly children?: ComponentChildren;
};

/** Asks, then acts. After a refusal, the dialog stays open with all input. */
export function Dialog({ title, label, dangerous, incomplete = false, onClose, onSubmit, children }: DialogProps) {
	const id = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	const [problem, setProblem] = useState<Problem | null>(null);
	const [busy, setBusy] = useState(false);
	useEffect(() => dialog.current?.showModal(), []);
	const submit = async (event: SubmitEvent) => {
		event.preventDefault();
		const entered = new FormData(event.currentTarget as HTMLFormElement);
		setBusy(true);
		try {
			await onSubmit(entered);
		} catch (error) {
			setProblem(problemOf(error));
			setBusy(false);
		}
	};
	return (
		<dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={onClose}>
			<form onSubmit={(event) => void submit(event)}>
				<h2 id={`${id}-title`}>{title}</h2>
				{children}
				{problem && <Failed problem={problem} />}
				<div class="acts">
					<button type="button" class="button" onClick={() => dialog.current?.close()}>
						Cancel
					</button>
					<button type="submit" class={`button ${dangerous ? "danger" : "primary"}`} disabled={busy || incomplete}>
						{busy ? "One moment…" : label}
					</button>
				</div>
			</form>
		</dialog>
	);
}
