import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Dialog } from "./dialog.tsx";

type ConfirmProps = {
	readonly title: string;
	readonly label: string;
	readonly dangerous?: boolean;
	/** A text that has to be typed before the act is possible. */
	readonly typed?: string;
	readonly onClose: () => void;
	readonly onConfirm: (reason: string) => Promise<void>;
	readonly children?: ComponentChildren;
};

/** Asks for the reason of an act, and does it. */
export function Confirm({ typed, onConfirm, children, ...dialog }: ConfirmProps) {
	const id = useId();
	const [again, setAgain] = useState("");
	return (
		<Dialog
			{...dialog}
			incomplete={typed !== undefined && again !== typed}
			onSubmit={(entered) => onConfirm(String(entered.get("reason")).trim())}
		>
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
		</Dialog>
	);
}
