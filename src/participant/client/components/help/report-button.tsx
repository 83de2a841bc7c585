import { useState } from "preact/hooks";
import { texts } from "../../texts/catalogue.ts";
import { Icon } from "../icon.tsx";
import { LoadedDialog, loadReport } from "./lazy.tsx";

/** Below a reply, wherever it is read. A reply that the server does not have yet has no id. */
export const reportOf = ({ message }: { readonly message?: string }) =>
	message ? <ReportButton key={message} message={message} /> : null;

/** Quiet, at the end of every reply, and the same for all. */
function ReportButton({ message }: { readonly message: string }) {
	const [open, setOpen] = useState(false);
	const [reported, setReported] = useState(false);
	const close = () => setOpen(false);
	return (
		<>
			<button type="button" class="button quiet report" aria-haspopup="dialog" onClick={() => setOpen(true)}>
				<Icon name={reported ? "tick" : "flag"} />
				{reported ? texts.report.reported : texts.report.open}
			</button>
			{open ? (
				<LoadedDialog title={texts.report.heading} close={close} load={loadReport}>
					{({ Report }) => <Report message={message} close={close} sent={() => setReported(true)} />}
				</LoadedDialog>
			) : null}
		</>
	);
}
