import { useState } from "preact/hooks";
import { Unreachable } from "../net/api.ts";
import { hasWayOut } from "../state/keep-exit.ts";
import { texts } from "../texts/catalogue.ts";
import { Dialog } from "./dialog.tsx";
import { useStage } from "./step-context.ts";

type Props = { readonly over: boolean; readonly close: () => void };

/**
 * Leaving takes two questions: what happens to the data, and a confirmation. After the end, the participant can only
 * delete the data.
 */
export function Withdraw({ over, close }: Props) {
	const { flow } = useStage();
	const words = texts.withdraw;
	const [erase, setErase] = useState<boolean | null>(over ? true : null);
	const [sure, setSure] = useState(false);
	const [fault, setFault] = useState("");
	const [busy, setBusy] = useState(false);
	const view = flow.model.get().view;
	const loses = over && view !== null && hasWayOut(view);

	async function leave(): Promise<void> {
		if (erase === null || busy) return;
		setBusy(true);
		try {
			await flow.withdraw(erase);
			close();
		} catch (error) {
			if (!(error instanceof Unreachable)) throw error;
			setFault(words.failed);
			setBusy(false);
		}
	}

	function choose(fate: boolean): void {
		setErase(fate);
		setFault("");
	}

	function next(): void {
		setFault(erase === null ? words.chooseFirst : "");
		setSure(erase !== null);
	}

	const act = over ? words.doEraseAfter : erase ? words.doErase : words.doKeep;
	return (
		<Dialog title={sure ? words.sureHeading : over ? words.headingAfter : words.heading} close={close}>
			<p>
				{sure ? words[over ? "sureEraseAfter" : erase ? "sureErase" : "sureKeep"] : words[over ? "textAfter" : "text"]}
			</p>
			{loses ? <p>{words.losesCode}</p> : null}
			{!sure && !over ? (
				<>
					<fieldset class="fates">
						<legend class="unseen">{words.heading}</legend>
						<Fate title={words.keep} help={words.keepHelp} taken={erase === false} take={() => choose(false)} />
						<Fate title={words.erase} help={words.eraseHelp} taken={erase === true} take={() => choose(true)} />
					</fieldset>
					<p class="hint">{words.payment}</p>
				</>
			) : null}
			<p class="fault" role="alert">
				{fault}
			</p>
			<div class="actions">
				<button type="button" class="button primary" onClick={close}>
					{over ? words.cancelAfter : words.cancel}
				</button>
				{sure ? (
					<button type="button" class="button secondary danger" aria-disabled={busy} onClick={() => void leave()}>
						{act}
					</button>
				) : (
					<button type="button" class="button secondary" onClick={next}>
						{over ? words.openAfter : words.open}
					</button>
				)}
			</div>
		</Dialog>
	);
}

type FateProps = {
	readonly title: string;
	readonly help: string;
	readonly taken: boolean;
	readonly take: () => void;
};

const Fate = ({ title, help, taken, take }: FateProps) => (
	<label class="option">
		<input type="radio" name="fate" checked={taken} onChange={take} />
		<span>
			<strong>{title}</strong>
			<br />
			{help}
		</span>
	</label>
);
