import { useRef, useState } from "preact/hooks";
import { useStage } from "../parts/stage.ts";
import type { Flow, Model } from "../state/flow.ts";
import { sampleAnswer } from "../state/sample.ts";

/** A study that does not end is a study of its own, not a reason to go on for ever. */
const MOST_STEPS = 400;

const TARGETS = ["form", "message", "choice", "end"] as const;
type Target = (typeof TARGETS)[number];

const NAMES: Readonly<Record<Target, string>> = {
	form: "next form",
	message: "next conversation",
	choice: "next choice",
	end: "the end",
};

const WIDTHS = [320, 390, 768, 1280] as const;

/**
 * What a researcher sees of a session of the pilot pool. English and outside of the catalogue: no participant reads it. It
 * only answers steps, as everybody may: it can do nothing that the contract does not allow.
 */
export function PreviewBar({ model, tools }: { readonly model: Model; readonly tools: boolean }) {
	const { flow } = useStage();
	const [running, setRunning] = useState(false);
	const stopped = useRef(false);

	async function run(until: (model: Model, steps: number) => boolean): Promise<void> {
		stopped.current = false;
		setRunning(true);
		await fillUntil(flow, (now, steps) => stopped.current || until(now, steps));
		setRunning(false);
	}

	return (
		<aside class="preview" aria-label="Preview" lang="en" dir="ltr">
			<p>
				<strong>Preview.</strong> A session of the pilot pool: it takes nobody’s place and counts in no result.
			</p>
			{tools ? (
				<div class="preview-tools">
					{running ? (
						<button type="button" class="button secondary" onClick={() => (stopped.current = true)}>
							Stop
						</button>
					) : (
						<>
							<button type="button" class="button secondary" onClick={() => void run((_, steps) => steps > 0)}>
								Fill in and go on
							</button>
							{TARGETS.map((target) => (
								<button
									key={target}
									type="button"
									class="button secondary"
									disabled={model.view?.step === null}
									onClick={() => void run((now, steps) => steps > 0 && isAt(now, target, model))}
								>
									Go to {NAMES[target]}
								</button>
							))}
						</>
					)}
					{WIDTHS.map((width) => (
						<button key={width} type="button" class="button secondary" onClick={() => openAt(width)}>
							{width} px
						</button>
					))}
				</div>
			) : null}
		</aside>
	);
}

function isAt({ view }: Model, target: Target, from: Model): boolean {
	if (target === "message")
		return view?.step?.kind === "message" && view.conversation?.index !== from.view?.conversation?.index;
	return target === "end" ? view?.step === null : view?.step?.kind === target;
}

async function fillUntil(flow: Flow, enough: (model: Model, steps: number) => boolean): Promise<void> {
	for (let steps = 0; steps < MOST_STEPS; steps += 1) {
		const { view, trouble } = flow.model.get();
		if (!view?.step || trouble !== null || enough(flow.model.get(), steps)) return;
		const faults = await flow.answer(sampleAnswer(view.step));
		if (faults.length > 0) return;
	}
}

/** The same session as a window of that width, which goes along with this one: two tabs of it always do. */
const openAt = (width: number): void => {
	const { pathname, search } = location;
	open(pathname + search, `crossover-preview-${width}`, `popup,width=${width},height=844`);
};
