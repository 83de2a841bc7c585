import { useState } from "preact/hooks";
import { type ReportKind, Unreachable } from "../../net/api.ts";
import { studyTextAttributes, texts } from "../../texts/catalogue.ts";
import { useStage } from "../step-context.ts";
import { Support } from "./support.tsx";
import { useHelp } from "./use-help.ts";

/** The contract's limit. */
const NOTE_CHARACTERS = 2000;

type Props = {
	/** The reply's id. */
	readonly message: string;
	readonly close: () => void;
	readonly sent: () => void;
};

/** Reports a reply to the researchers only. Then shows support, and the exit that the study offers. */
export function Report({ message, close, sent }: Props) {
	const { flow } = useStage();
	const [kind, setKind] = useState<ReportKind | null>(null);
	const [note, setNote] = useState("");
	const [fault, setFault] = useState("");
	const [busy, setBusy] = useState(false);
	const [done, setDone] = useState(false);
	const words = texts.report;

	function choose(one: ReportKind): void {
		setKind(one);
		setFault("");
	}

	async function send(): Promise<void> {
		if (busy) return;
		if (kind === null) return setFault(texts.withdraw.chooseFirst);
		setBusy(true);
		const taken = await flow.report(message, kind, note).catch(() => false);
		setBusy(false);
		if (!taken) return setFault(texts.withdraw.failed);
		setDone(true);
		sent();
	}

	if (done && kind !== null) return <Sent kind={kind} close={close} />;
	return (
		<>
			<p>{words.text}</p>
			<fieldset class="fates">
				<legend class="unseen">{words.heading}</legend>
				{(["harmful", "broken"] as const).map((one) => (
					<label key={one} class="option">
						<input type="radio" name="report" checked={kind === one} onChange={() => choose(one)} />
						<span>{words[one]}</span>
					</label>
				))}
			</fieldset>
			<p class="fault" role="alert">
				{fault}
			</p>
			<label class="label" for="report-note">
				{words.note} <span class="optional">({texts.form.optional})</span>
			</label>
			<textarea
				id="report-note"
				class="entry"
				rows={2}
				maxLength={NOTE_CHARACTERS}
				{...studyTextAttributes}
				value={note}
				onInput={(event) => setNote(event.currentTarget.value)}
			/>
			<div class="actions">
				<button type="button" class="button secondary" onClick={close}>
					{words.cancel}
				</button>
				<button type="button" class="button primary" aria-disabled={busy} onClick={() => void send()}>
					{words.send}
				</button>
			</div>
		</>
	);
}

function Sent({ kind, close }: { readonly kind: ReportKind; readonly close: () => void }) {
	const { flow } = useStage();
	const { help } = useHelp();
	const [fault, setFault] = useState("");
	const [busy, setBusy] = useState(false);
	const words = texts.report;
	const mayLeave = help?.leaveAfter.includes(kind) === true;

	async function leave(): Promise<void> {
		if (busy) return;
		setBusy(true);
		try {
			await flow.withdraw(false, kind);
			close();
		} catch (error) {
			if (!(error instanceof Unreachable)) throw error;
			setFault(texts.withdraw.failed);
			setBusy(false);
		}
	}

	return (
		<>
			<p role="status">{words.sent}</p>
			{kind === "harmful" && help?.support ? <Support support={help.support} /> : null}
			{mayLeave ? <p>{words.mayLeave}</p> : null}
			<p class="fault" role="alert">
				{fault}
			</p>
			<div class="actions">
				<button type="button" class="button primary" onClick={close}>
					{words.goOn}
				</button>
				{mayLeave ? (
					<button type="button" class="button secondary" aria-disabled={busy} onClick={() => void leave()}>
						{words.leave}
					</button>
				) : null}
			</div>
		</>
	);
}
