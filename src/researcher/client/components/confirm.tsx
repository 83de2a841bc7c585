import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { type Problem, problemOf } from "../net/api.ts";
import { Failed } from "./states.tsx";

type ConfirmProps = {
	readonly title: string;
	/** What the act is called on its button. */
	readonly label: string;
	readonly dangerous?: boolean;
	/** Has to be typed before the act is possible. */
	readonly typed?: string;
	readonly onClose: () => void;
	readonly onConfirm: (reason: string) => Promise<void>;
	readonly children?: ComponentChildren;
};

/** Asks for the reason of an act, and does it. A refusal stays in the dialog, with the reason still there. */
export function Confirm({ title, label, dangerous = false, typed, onClose, onConfirm, children }: ConfirmProps) {
	const id = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	const [problem, setProblem] = useState<Problem | null>(null);
	const [busy, setBusy] = useState(false);
	const [again, setAgain] = useState("");
	useEffect(() => dialog.current?.showModal(), []);
	const submit = async (event: SubmitEvent) => {
		event.preventDefault();
		const reason = String(new FormData(event.currentTarget as HTMLFormElement).get("reason")).trim();
		setBusy(true);
		try {
			await onConfirm(reason);
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
				<label for={`${id}-reason`}>Reason</label>
				<textarea id={`${id}-reason`} name="reason" rows={3} required minLength={3} maxLength={1000} />
				<p class="fine">It stays in the audit, with your key's id and the time.</p>
				{typed !== undefined && (
					<>
						<label for={`${id}-typed`}>
							Type <code>{typed}</code> to go on
						</label>
						<input
							id={`${id}-typed`}
							autocomplete="off"
							value={again}
							onInput={(event) => setAgain(event.currentTarget.value)}
						/>
					</>
				)}
				{problem && <Failed problem={problem} />}
				<div class="acts">
					<button type="button" class="button" onClick={() => dialog.current?.close()}>
						Cancel
					</button>
					<button
						type="submit"
						class={`button ${dangerous ? "danger" : "primary"}`}
						disabled={busy || (typed !== undefined && again !== typed)}
					>
						{busy ? "One moment…" : label}
					</button>
				</div>
			</form>
		</dialog>
	);
}
