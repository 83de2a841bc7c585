import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { StepView } from "../../../../session/view/view-schema.ts";
import { Icon } from "../../components/icon.tsx";
import { Slider } from "../../components/slider.tsx";
import { useStage } from "../../components/step-context.ts";
import type { Flow } from "../../state/flow.ts";
import { lettered, texts } from "../../texts/catalogue.ts";

type ChoiceStep = Extract<StepView, { kind: "choice" }>;
type Rating = { readonly chosen: string | null; readonly scores: Readonly<Record<string, number>> };
type RatingState = Rating & { readonly change: (rating: Rating) => void };

const NONE: Rating = { chosen: null, scores: {} };

/** The ratings so far. Kept with the step, for a reload. */
export function useRating(flow: Flow, step: ChoiceStep | null, scope: string): RatingState {
	const [state, setState] = useState<Rating>(NONE);
	const key = step ? scope + step.id : null;
	useLayoutEffect(() => setState(key ? readRating(flow.drafts.read(key)) : NONE), [key]);
	return {
		...state,
		change: (rating) => {
			setState(rating);
			if (key) flow.drafts.write(key, rating);
		},
	};
}

function readRating(draft: unknown): Rating {
	if (typeof draft !== "object" || draft === null) return NONE;
	const chosen = "chosen" in draft && typeof draft.chosen === "string" ? draft.chosen : null;
	const scores = "scores" in draft && typeof draft.scores === "object" ? draft.scores : {};
	const numbers = Object.entries(scores ?? {}).filter(([, score]) => typeof score === "number");
	return { chosen, scores: Object.fromEntries(numbers) };
}

/** The candidates with the highest rating. Empty until all are rated. */
function bestOf({ candidates }: ChoiceStep, scores: Rating["scores"]): string[] {
	const ids = candidates.map(({ id }) => id);
	const rated = ids.flatMap((id) => scores[id] ?? []);
	return rated.length < ids.length ? [] : ids.filter((id) => scores[id] === Math.max(...rated));
}

/** Reserves its room while the replies are written, because it would push them down. */
export const Question = ({ step }: { readonly step: ChoiceStep | null }) => (
	<div class="ask">
		<div class="ask-room" aria-hidden="true">
			<p class="question">{texts.choice.rate}</p>
			<p class="hint">{texts.choice.rateHint}</p>
		</div>
		{step ? <Asked step={step} /> : null}
	</div>
);

function Asked({ step }: { readonly step: ChoiceStep }) {
	const heading = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [step.id]);
	return (
		<div>
			<h2 class="question" tabIndex={-1} ref={heading}>
				{step.scale ? texts.choice.rate : texts.choice.pick}
			</h2>
			{step.scale ? <p class="hint">{texts.choice.rateHint}</p> : null}
		</div>
	);
}

type RateProps = { readonly step: ChoiceStep; readonly candidate: string; readonly rating: RatingState };

/** Below each reply: a scale to rate it, or a button to choose it. */
export function Rate({ step, candidate, rating }: RateProps) {
	const { scores, chosen, change } = rating;
	if (!step.scale) return <Pick name={step.id} candidate={candidate} rating={rating} label={texts.choice.chooseThis} />;
	return (
		<div class="rating">
			<Slider
				{...step.scale}
				id={`rating-${candidate}`}
				name={texts.choice.rating(lettered(candidate))}
				value={scores[candidate] ?? null}
				changed={(value) => {
					const next = { ...scores, [candidate]: value };
					// Another best reply changes the question, so the choice is cleared.
					const stays = chosen !== null && bestOf(step, next).includes(chosen);
					change({ scores: next, chosen: stays ? chosen : null });
				}}
			/>
		</div>
	);
}

type PickProps = {
	readonly name: string;
	readonly candidate: string;
	readonly rating: RatingState;
	readonly label: string;
};

const Pick = ({ name, candidate, rating, label }: PickProps) => (
	<label class="option">
		<input
			type="radio"
			name={name}
			checked={rating.chosen === candidate}
			onChange={() => rating.change({ scores: rating.scores, chosen: candidate })}
		/>
		<span>{label}</span>
	</label>
);

type BarProps = {
	readonly step: ChoiceStep;
	readonly rating: RatingState;
	readonly busy: boolean;
	/** Acts, or first asks about replies that were not read to the end. */
	readonly seenFirst: (act: () => void) => void;
};

/** Shows which replies are rated, and the button to continue, which names missing ratings and leads to them. */
export function ChoiceBar({ step, rating, busy, seenFirst }: BarProps) {
	const { flow } = useStage();
	const [fault, setFault] = useState("");
	const best = step.scale ? bestOf(step, rating.scores) : [];
	const tied = best.length > 1 ? best : [];
	const unrated = step.scale ? step.candidates.flatMap(({ id }) => (rating.scores[id] === undefined ? [id] : [])) : [];
	// The missing rating may have been given.
	useLayoutEffect(() => setFault(""), [unrated.length, rating.chosen]);

	function missing(): string {
		if (unrated.length > 0)
			return texts.choice.missingRatings({ names: unrated.map((id) => texts.choice.reply(lettered(id))).join(", ") });
		if (best.length === 1 || rating.chosen) return "";
		return step.scale ? texts.choice.missingTie : texts.choice.missingPick;
	}

	function goOn(): void {
		const fault = missing();
		setFault(fault);
		if (unrated[0]) jumpTo(unrated[0]);
		else if (fault === "") seenFirst(() => void send());
	}

	async function send(): Promise<void> {
		const chosen = best.length === 1 ? best[0] : rating.chosen;
		const faults = await flow.answer({ chosen, ...(step.scale ? { scores: rating.scores } : {}) });
		setFault(faults[0]?.detail ?? "");
	}

	return (
		<div class="choice-bar">
			<p class="fault" role="alert">
				{fault}
			</p>
			<div class="choice-row">
				{tied.length > 0 ? (
					<Tie name={`tie-${step.id}`} tied={tied} rating={rating} />
				) : step.scale ? (
					<Chips step={step} rating={rating} />
				) : null}
				{/* In a tie, all are rated. */}
				<p class={tied.length > 0 ? "unseen" : "hint"} role="status">
					{step.scale
						? texts.choice.rated({ done: step.candidates.length - unrated.length, of: step.candidates.length })
						: texts.choice.pickHint}
				</p>
				<button type="button" class="button primary" aria-disabled={busy} onClick={goOn}>
					{texts.choice.continue}
				</button>
			</div>
		</div>
	);
}

type TieProps = { readonly name: string; readonly tied: readonly string[]; readonly rating: RatingState };

/** Replaces the chips. The replies are above, so letters name them. */
const Tie = ({ name, tied, rating }: TieProps) => (
	<>
		<p class="tie-question" id={name}>
			{texts.choice.tie}
		</p>
		{/* biome-ignore lint/a11y/useSemanticElements: a fieldset would keep its question in the row of the letters. */}
		<div class="chips tie" role="group" aria-labelledby={name}>
			{tied.map((id) => (
				<label key={id} class="chip">
					<input
						type="radio"
						name={name}
						aria-label={texts.choice.reply(lettered(id))}
						checked={rating.chosen === id}
						onChange={() => rating.change({ scores: rating.scores, chosen: id })}
					/>
					{lettered(id).letter}
				</label>
			))}
		</div>
	</>
);

/** One chip per reply, ticked when it is rated. On a phone most replies are off the screen. */
const Chips = ({ step, rating }: { readonly step: ChoiceStep; readonly rating: RatingState }) => (
	// biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
	<div class="chips" role="group" aria-label={texts.choice.jump}>
		{step.candidates.map(({ id }) => {
			const rated = rating.scores[id] !== undefined;
			return (
				<button
					key={id}
					type="button"
					class="chip"
					aria-label={rated ? texts.choice.chipRated(lettered(id)) : texts.choice.chipUnrated(lettered(id))}
					onClick={() => jumpTo(id)}
				>
					{lettered(id).letter}
					{rated ? <Icon name="tick" /> : null}
				</button>
			);
		})}
	</div>
);

/** Scrolls to the start of a reply and focuses its scale, so that keys continue there. */
function jumpTo(candidate: string): void {
	const card = document.querySelector<HTMLElement>(`.turn.last .reply[data-candidate="${CSS.escape(candidate)}"]`);
	card?.querySelector<HTMLElement>(".rating input")?.focus({ preventScroll: true });
	card?.scrollIntoView({ block: "start", inline: "center" });
}
