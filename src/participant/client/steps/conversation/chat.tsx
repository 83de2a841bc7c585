import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { reportOf } from "../../components/help/report-button.tsx";
import { Icon } from "../../components/icon.tsx";
import type { RetryStep } from "../../components/retry-buttons.tsx";
import { RetryButtons } from "../../components/retry-buttons.tsx";
import { useStage } from "../../components/step-context.ts";
import { markVisibleReplies } from "../../state/mark-seen-replies.ts";
import type { Model } from "../../state/model.ts";
import { useStore } from "../../state/store.ts";
import { studyTextAttributes, texts } from "../../texts/catalogue.ts";
import { ChoiceBar, Question, Rate, useRating } from "./choice.tsx";
import { Composer } from "./composer.tsx";
import { Tabs, useTabs } from "./pane-tabs.tsx";
import { useScroll } from "./scroll.ts";
import { nameOf, TurnView } from "./turn.tsx";
import { type Conversation, openTurns, type Turn, unseenIn } from "./turns.ts";
import { showEnd, useUnseenFirst } from "./unseen.tsx";

type Props = { readonly model: Model; readonly conversation: Conversation };

/** One conversation: all its turns, the reply that is being written, and the current action below. */
export function Chat({ model, conversation }: Props) {
	const { layout, index, of, title, instructions, ideas } = conversation;
	const { flow } = useStage();
	const step = model.view?.step ?? null;
	const turns = openTurns(model);
	const last = turns[turns.length - 1];
	const choosing = step?.kind === "choice" && last?.state === "choosing" ? step : null;
	const rating = useRating(flow, choosing, `chat:${index}:`);
	useStore(flow.seen.changed);
	const findUnseen = () => unseenIn(layout, turns, flow.seen.has);
	const unseen = findUnseen();
	const tabs = useTabs(layout, turns, unseen);
	const leaving = useUnseenFirst({
		layout,
		alone: last?.replies.length === 1,
		// A reply is marked in the frame after it came, and a quick participant may press before that.
		lookForUnseen: () => {
			markVisibleReplies(flow.seen);
			return findUnseen();
		},
		show: ({ candidate, message = "" }) => {
			if (layout === "side-by-side") tabs.show(candidate);
			// After the pane is drawn.
			requestAnimationFrame(() => showEnd(message));
		},
	});
	const scroll = useScroll(turns.length, last?.state === "choosing");
	const fill = useRef<(idea: string) => void>(() => {});
	useSpoken(layout, last);
	return (
		<div class={`page chat ${layout}`} ref={scroll.page}>
			{of > 1 ? <p class="eyebrow">{texts.chat.place({ index, of })}</p> : null}
			<h1 tabIndex={-1} {...studyTextAttributes}>
				{title}
			</h1>
			<Task text={instructions} begun={turns.length > 0} />
			{of > 1 ? <p class="fresh">{layout === "single" ? texts.chat.newAssistant : texts.chat.newAssistants}</p> : null}
			{turns.length === 0 && ideas ? <Ideas ideas={ideas} pick={(idea) => fill.current(idea)} /> : null}
			<Tabs {...tabs} />
			<div class="thread">
				{turns.map((turn, place) => (
					<div key={place} class={place === turns.length - 1 ? "turn last" : "turn"}>
						<TurnView
							layout={layout}
							turn={turn}
							shown={layout === "side-by-side" ? tabs.shown : null}
							question={<Question step={choosing} />}
							foot={reportOf}
							below={(candidate) => (choosing ? <Rate step={choosing} candidate={candidate} rating={rating} /> : null)}
						/>
						{place === turns.length - 1 ? <div class="end" ref={scroll.end} /> : null}
					</div>
				))}
			</div>
			<div class="below" ref={scroll.below}>
				{scroll.more ? (
					<button type="button" class="button disc more" aria-label={texts.chat.newBelow} onClick={scroll.toEnd}>
						<Icon name="down" />
					</button>
				) : null}
				<div class="bar chat-bar">
					{choosing ? (
						<ChoiceBar step={choosing} rating={rating} busy={model.busy} seenFirst={leaving.seenFirst} />
					) : step?.kind === "retry" && !last ? (
						<Retry step={step} busy={model.busy} words={waitOf(step)} end={texts.retry.finish} />
					) : step?.kind === "retry" && last?.state === "failed" ? (
						<Retry step={step} busy={model.busy} words={failureOf(step)} end={texts.retry.end} />
					) : (
						<Composer
							model={model}
							scope={`chat:${index}:`}
							sent={turns.length}
							layout={layout}
							fill={fill}
							seenFirst={leaving.seenFirst}
						/>
					)}
				</div>
			</div>
			{leaving.dialog}
		</div>
	);
}

/** The instructions: open before the first message, folded afterwards. */
function Task({ text, begun }: { readonly text: string; readonly begun: boolean }) {
	const instructions = (
		<p class="instructions written" {...studyTextAttributes}>
			{text}
		</p>
	);
	if (!begun) return instructions;
	return (
		<details class="task">
			<summary>{texts.chat.task}</summary>
			{instructions}
		</details>
	);
}

type IdeasProps = { readonly ideas: readonly string[]; readonly pick: (idea: string) => void };

/** The study's ideas for a first message. A tap fills the composer and sends nothing. */
const Ideas = ({ ideas, pick }: IdeasProps) => (
	<section class="ideas" aria-labelledby="ideas">
		<p class="hint" id="ideas">
			{texts.chat.ideas}
		</p>
		{ideas.map((idea) => (
			<button key={idea} type="button" class="chip" onClick={() => pick(idea)}>
				<span {...studyTextAttributes}>{idea}</span>
			</button>
		))}
	</section>
);

/** Replaces the composer. The focus moves to the text, not to a button, so that continued typing presses nothing. */
function Retry({ step, busy, words, end }: RetryProps) {
	const read = useRef<HTMLParagraphElement>(null);
	useLayoutEffect(() => {
		if (document.activeElement === document.body) read.current?.focus({ preventScroll: true });
	}, []);
	return (
		<div class="trouble" role="alert">
			<p tabIndex={-1} ref={read}>
				{words}
			</p>
			<RetryButtons step={step} busy={busy} end={end} />
		</div>
	);
}

type RetryProps = { readonly step: RetryStep; readonly busy: boolean; readonly words: string; readonly end: string };

function failureOf({ canRetry, canEnd }: RetryStep): string {
	if (canRetry === false) return texts.retry.refused;
	return canEnd ? texts.retry.failedAgain : texts.retry.reply;
}

/** Before the first message the study may wait for a place. The conversation and its draft stay. */
const waitOf = ({ canEnd }: RetryStep): string => (canEnd ? texts.retry.pausedLong : texts.retry.paused);

/**
 * One reply is read aloud sentence by sentence while it is written. Several would overlap, so each is read when all are
 * complete.
 */
function useSpoken(layout: Conversation["layout"], last: Turn | undefined): void {
	const { voice } = useStage();
	const following = useRef(false);
	useEffect(() => {
		if (last?.state === "writing") {
			if (!following.current) voice.restart();
			following.current = true;
			if (layout === "single") for (const { candidate, text } of last.replies) voice.follow(candidate, text, false);
		} else if (following.current && last) {
			following.current = false;
			for (const { candidate, text } of last.replies) {
				if (layout === "single") voice.follow(candidate, text, true);
				else voice.say(texts.chat.said({ name: nameOf(layout, candidate), text }));
			}
			if (last.replies.some(({ stopped }) => stopped)) voice.say(texts.chat.stopped);
		}
	});
}
