import { useState } from "preact/hooks";
import type { Model } from "../state/flow.ts";
import { texts } from "../texts/catalogue.ts";
import { LoadedDialog, loadMenu } from "./help/lazy.tsx";
import { Withdraw } from "./withdraw.tsx";

/** What stands above every step: how far, how long still, whether it is saved, and the way out. */
export function Header({ model, notice }: { readonly model: Model; readonly notice: string }) {
	const { view, trouble } = model;
	const [open, setOpen] = useState<"menu" | "withdraw" | null>(null);
	const close = () => setOpen(null);
	const over = view?.status !== "active";
	// An erased session has no progress to show, and nothing to erase.
	const leavable = view !== null && trouble === null && !view.erased;
	return (
		<header class="top">
			{view && trouble === null && view.progress.of > 0 ? (
				<progress class="progress" aria-label={texts.progress} max={view.progress.of} value={view.progress.done} />
			) : null}
			<div class="top-row">
				<p class="status">
					<TimeLeft model={model} />
					<span role="status" class="saved">
						{view && !over && trouble === null ? savedState(model) : ""}
					</span>
				</p>
				{leavable ? (
					<div class="top-actions">
						{over ? null : (
							<button type="button" class="button quiet leave" onClick={() => setOpen("withdraw")}>
								{texts.withdraw.open}
							</button>
						)}
						<button type="button" class="button quiet" aria-haspopup="dialog" onClick={() => setOpen("menu")}>
							{texts.menu.open}
						</button>
					</div>
				) : null}
			</div>
			<p class="strip" role="status">
				{notice || stripOf(model)}
			</p>
			{open === "withdraw" ? <Withdraw over={over} close={close} /> : null}
			{open === "menu" && view ? (
				<LoadedDialog title={texts.menu.heading} close={close} load={loadMenu}>
					{({ Menu }) => <Menu view={view} close={close} leave={() => setOpen("withdraw")} />}
				</LoadedDialog>
			) : null}
		</header>
	);
}

function TimeLeft({ model: { view } }: { readonly model: Model }) {
	const minutes = view?.status === "active" ? view.progress.minutesLeft : undefined;
	return minutes === undefined ? null : <span class="time-left">{texts.minutesLeft({ count: minutes })}</span>;
}

/** One of three, always. */
function savedState({ unsaved, reach }: Model): string {
	if (!unsaved) return texts.save.saved;
	return reach === "fine" ? texts.save.saving : texts.save.offline;
}

function stripOf({ reach, trouble }: Model): string {
	if (reach === "fine" || trouble !== null) return "";
	return reach === "offline" ? texts.offline : texts.unreachable;
}
