import { useState } from "preact/hooks";
import { texts } from "../../texts/catalogue.ts";
import { Icon } from "../icon.tsx";
import { useStage } from "../step-context.ts";
import { LoadedDialog, loadReport } from "./lazy.tsx";

/** Below every reply. A reply that the server does not have yet has no id, so it cannot be reported. */
export const reportOf = ({ message }: { readonly message?: string }) =>
	message ? <ReportButton key={message} message={message} /> : null;

/** Looks the same at the end of every reply. */
function ReportButton({ message }: { readonly message: string }) {
	const { flow } = useStage();
	const draft = `kept:reported-${message}`;
	const [open, setOpen] = useState(false);
	const [reported, setReported] = useState(() => flow.drafts.read(draft) === true);
	const close = () => setOpen(false);
	// Stored, so that the reply stays marked after a reload.
	const sent = () => {
		flow.drafts.write(draft, true);
		setReported(true);
	};
	return (
		<>
			<button type="button" class="button quiet report" aria-haspopup="dialog" onClick={() => setOpen(true)}>
				<Icon name={reported ? "tick" : "flag"} />
				{reported ? texts.report.reported : texts.report.open}
			</button>
			{open ? (
				<LoadedDialog title={texts.report.heading} close={close} load={loadReport}>
					{({ Report }) => <Report message={message} close={close} sent={sent} />}
				</LoadedDialog>
			) : null}
		</>
	);
}
