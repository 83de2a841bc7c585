import { useEffect, useRef, useState } from "preact/hooks";
import type { SessionView } from "../../../session/view/view-schema.ts";
import type { Model } from "../state/model.ts";
import { nextShown, readShown } from "../state/shown-minutes.ts";
import { texts } from "../texts/catalogue.ts";
import { Dialog } from "./dialog.tsx";
import { Menu } from "./help/menu.tsx";
import { useStage } from "./step-context.ts";
import { Withdraw } from "./withdraw.tsx";

/** The header of every step: progress, time left, whether the answers are saved, and the menu. */
export function Header({ model, notice }: { readonly model: Model; readonly notice: string }) {
	const { view, trouble } = model;
	const [open, setOpen] = useState<"menu" | "withdraw" | null>(null);
	const close = () => setOpen(null);
	const over = view?.status !== "active";
	// An erased session has no progress, and nothing to erase.
	const leavable = view !== null && trouble === null && !view.erased;
	const strip = useHeightAs("--strip");
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
			<p class="strip" role="status" ref={strip}>
				{notice || stripOf(model)}
			</p>
			{open === "withdraw" ? <Withdraw over={over} close={close} /> : null}
			{open === "menu" && view ? (
				<Dialog title={texts.menu.heading} close={close}>
					<Menu view={view} close={close} leave={() => setOpen("withdraw")} />
				</Dialog>
			) : null}
		</header>
	);
}

/** Gives the style sheet an element's height, because its text may take several lines. */
function useHeightAs(variable: `--${string}`) {
	const element = useRef<HTMLParagraphElement>(null);
	useEffect(() => {
		const { current } = element;
		if (!current || typeof ResizeObserver !== "function") return;
		const measure = () => document.documentElement.style.setProperty(variable, `${current.offsetHeight}px`);
		const observer = new ResizeObserver(measure);
		observer.observe(current);
		return () => observer.disconnect();
	}, [variable]);
	return element;
}

/** The time that is left if the study states its duration, otherwise the progress. */
function TimeLeft({ model: { view } }: { readonly model: Model }) {
	const minutes = useMinutes(view);
	if (view?.status !== "active" || view.progress.of === 0) return null;
	const { done, of } = view.progress;
	const step = Math.min(done + 1, of);
	return (
		<span class="time-left">
			{minutes === null ? texts.stepOf({ step, of }) : texts.minutesLeft({ count: minutes })}
		</span>
	);
}

const MINUTES_KEPT = "kept:minutes";
/** How often the minutes are computed. */
const LOOK_MS = 10_000;

/** Kept in this browser, so that a reload does not restart the count. */
function useMinutes(view: SessionView | null): number | null {
	const { flow } = useStage();
	const [, again] = useState(0);
	const current = view?.status === "active" ? minutesIn(view) : null;
	const shown = current && nextShown(readShown(flow.drafts.read(MINUTES_KEPT)), current, Date.now());
	useEffect(() => {
		if (shown) flow.drafts.write(MINUTES_KEPT, shown);
	}, [shown?.step, shown?.minutes]);
	useEffect(() => {
		const timer = setInterval(() => again((count) => count + 1), LOOK_MS);
		return () => clearInterval(timer);
	}, []);
	return shown?.minutes ?? null;
}

function minutesIn({ step, progress: { minutesLeft, minutesAfterStep = 1 } }: SessionView) {
	return step && minutesLeft !== undefined ? { step: step.id, minutesLeft, minutesAfterStep } : null;
}

/** Always one of three texts. */
function savedState({ unsaved, reach }: Model): string {
	if (!unsaved) return texts.save.saved;
	return reach === "fine" ? texts.save.saving : texts.save.offline;
}

function stripOf({ reach, trouble }: Model): string {
	if (reach === "fine" || trouble !== null) return "";
	return reach === "offline" ? texts.offline : texts.unreachable;
}
