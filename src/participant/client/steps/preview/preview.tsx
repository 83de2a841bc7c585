import { useRef, useState } from "preact/hooks";
import type { SessionView } from "../../../../session/view/view-schema.ts";
import { useStage } from "../../components/step-context.ts";
import type { Flow } from "../../state/flow.ts";
import type { Model } from "../../state/model.ts";
import { sampleAnswer } from "./sample-answer.ts";

/** Stops the filling-in of a study that never ends. */
const MOST_STEPS = 400;

const WIDTHS = [320, 390, 768, 1280] as const;

type Place = NonNullable<SessionView["preview"]>["course"][number];
type Reached = (model: Model) => boolean;

const atChoice: Reached = ({ view }) => view?.step?.kind === "choice";
const atEnd: Reached = ({ view }) => view?.step === null;

/**
 * The researcher's tools in a pilot session. In English and outside the catalogue, because no participant reads them.
 * They only answer steps, as a participant does. The server fills in attention checks.
 */
export function PreviewBar({ model, tools }: { readonly model: Model; readonly tools: boolean }) {
	return (
		<aside class="preview" aria-label="Preview" lang="en" dir="ltr">
			<p>
				<strong>Preview.</strong> A session of the pilot pool: it takes nobody’s place and counts in no result.
			</p>
			{tools ? <Tools model={model} /> : null}
		</aside>
	);
}

/** Folded on a phone, where they would cover half the screen. */
function Tools({ model }: { readonly model: Model }) {
	const { flow } = useStage();
	const [running, setRunning] = useState(false);
	const stopped = useRef(false);
	const [open] = useState(() => matchMedia("(min-width: 48rem)").matches);

	async function run(reached: Reached): Promise<void> {
		stopped.current = false;
		setRunning(true);
		await fillUntil(flow, (now) => stopped.current || reached(now));
		setRunning(false);
	}

	return (
		<details class="preview-fold" open={open}>
			<summary>Tools</summary>
			<div class="preview-tools">
				{running ? (
					<button type="button" class="button secondary" onClick={() => (stopped.current = true)}>
						Stop
					</button>
				) : (
					<Ways model={model} run={(reached) => void run(reached)} />
				)}
			</div>
			<fieldset class="preview-tools">
				<legend>The same session in a window of</legend>
				{WIDTHS.map((width) => (
					<button key={width} type="button" class="button secondary" onClick={() => openAt(width)}>
						{width} px
					</button>
				))}
			</fieldset>
		</details>
	);
}

function Ways({ model, run }: { readonly model: Model; readonly run: (reached: Reached) => void }) {
	const { at = null, course = [] } = model.view?.preview ?? {};
	const coming = course.slice(course.findIndex(({ key }) => key === at) + 1);
	const list = useRef<HTMLSelectElement>(null);
	if (!model.view?.step) return <p>Nothing comes after this.</p>;

	/** A place that is no longer in the plan is never reached. Then it stops at the end. */
	function goTo(): void {
		const key = list.current?.value ?? "";
		run(key === "" ? atEnd : ({ view }) => view?.preview?.at === key);
	}

	return (
		<>
			<button type="button" class="button secondary" onClick={() => run(() => true)}>
				Fill in and go on
			</button>
			<label class="preview-list">
				Fill in up to{" "}
				<select ref={list} class="entry">
					{coming.map((place) => (
						<option key={place.key} value={place.key}>
							{nameOf(place)}
						</option>
					))}
					<option value="">The end</option>
				</select>
			</label>
			<button type="button" class="button secondary" onClick={goTo}>
				Go there
			</button>
			<button type="button" class="button secondary" onClick={() => run(atChoice)}>
				Go to next choice
			</button>
			<button type="button" class="button secondary" onClick={() => run(atEnd)}>
				Go to the end
			</button>
		</>
	);
}

function nameOf({ kind, title, conversation }: Place): string {
	const numbered = conversation === null ? "" : `Conversation ${conversation}`;
	if (kind === "form") return numbered ? `${title} (${numbered})` : `Form: ${title}`;
	return kind === "consent" ? "Consent" : [numbered, title].filter(Boolean).join(": ");
}

/** Answers at least one step, because the target may be reached already. */
async function fillUntil(flow: Flow, reached: Reached): Promise<void> {
	for (let steps = 0; steps < MOST_STEPS; steps += 1) {
		const { view, trouble } = flow.model.get();
		if (!view?.step || trouble !== null || (steps > 0 && reached(flow.model.get()))) return;
		const faults = await flow.answer(sampleAnswer(view.step));
		if (faults.length > 0) return;
	}
}

/** Opens the same session in a window of this width. Both tabs stay in step. */
const openAt = (width: number): void => {
	const { pathname, search } = location;
	open(pathname + search, `crossover-preview-${width}`, `popup,width=${width},height=844`);
};
