import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { isBlank } from "../../../../shared/visible-text.ts";
import { useCount } from "../../components/count.ts";
import { Confirm } from "../../components/dialog.tsx";
import { useStage } from "../../components/step-context.ts";
import { behaviourDraft, useBehaviour } from "../../state/behaviour.ts";
import type { Model } from "../../state/model.ts";
import { texts } from "../../texts/catalogue.ts";
import { hintOf, overflowOf, placeholderOf } from "./composer-hints.ts";
import { SendButton } from "./send-button.tsx";
import { type Conversation, mayStop } from "./turns.ts";

type Props = {
	readonly model: Model;
	readonly scope: string;
	/** Messages of this conversation so far, with the one that is being sent. */
	readonly sent: number;
	readonly layout: Conversation["layout"];
	/** Fills in an idea for the first message. */
	readonly fill: RefObject<(idea: string) => void>;
	/** Acts, or first asks about replies that were not read to the end. */
	readonly seenFirst: (act: () => void) => void;
};

/** Enter sends on a keyboard, and breaks the line on a phone. */
const hasKeyboard = matchMedia("(hover: hover) and (pointer: fine)");

export function Composer(props: Props) {
	const step = props.model.view?.step;
	const isOver = step?.kind === "message" && step.canSend === false;
	return isOver ? <LastReply {...props} /> : <Entry {...props} />;
}

/** The conversation accepts no more messages. Its last reply stays until the participant continues. */
function LastReply({ model, seenFirst }: Props) {
	const { flow } = useStage();
	return (
		<div class="last-reply">
			<p class="hint" role="status">
				{texts.chat.lastReply}
			</p>
			<button
				type="button"
				class="button primary"
				aria-disabled={model.busy}
				onClick={() => seenFirst(() => void flow.answer({ end: true }))}
			>
				{texts.form.continue}
			</button>
		</div>
	);
}

/** The entry of a message. Each key is stored, and kept until the server has the message. */
function Entry({ model, scope, sent, layout, fill, seenFirst }: Props) {
	const { flow } = useStage();
	const entry = useRef<HTMLTextAreaElement>(null);
	const step = model.view?.step?.kind === "message" ? model.view.step : null;
	/** By the message's number in the conversation, which is known before its step. */
	const key = `${scope}turn-${sent + 1}`;
	const [text, setText] = useState(() => readText(flow.drafts.read(key)));
	const [fault, setFault] = useState("");
	const [asking, setAsking] = useState(false);
	const behaviour = useBehaviour(step?.behaviour === true, flow.drafts, key);
	const most = step?.maxLength ?? Number.POSITIVE_INFINITY;
	const count = useCount(text.length, most);
	const busy = model.busy || step === null;
	const isTooLong = text.length > most;
	const overflow = isTooLong ? overflowOf(text, most) : "";

	// Text typed while a reply is written belongs to the next message. Stored before the next frame, because the tab
	// may be closed at once.
	useLayoutEffect(() => flow.drafts.write(key, text === "" ? null : text), [key, text]);
	useLayoutEffect(() => grow(entry.current), [text]);
	useEffect(() => {
		// Turning a phone changes the line breaks.
		const again = () => grow(entry.current);
		addEventListener("resize", again);
		return () => removeEventListener("resize", again);
	}, []);
	useLayoutEffect(() => {
		if (hasKeyboard.matches && sent > 0) entry.current?.focus({ preventScroll: true });
	}, []);

	// An idea replaces another idea. Below the participant's own text it is added.
	fill.current = (idea) => {
		const ideas: readonly string[] = model.view?.conversation?.ideas ?? [];
		setText(isBlank(text) || ideas.includes(text) ? idea : `${text.trimEnd()}\n${idea}`);
		entry.current?.focus();
	};

	async function send(): Promise<void> {
		if (busy) return;
		if (isBlank(text)) return complain(texts.chat.empty);
		if (text.length > most) return entry.current?.focus();
		const answer = { text, stays: true, ...behaviour() };
		setText("");
		const faults = await flow.answer(answer);
		// Until the server has the message, its draft stays, so that a reload restores it.
		if (faults.length === 0) return forget();
		setText(text);
		complain(faults[0]?.detail ?? "");
	}

	/**
	 * Others may use this device, so a sent message is deleted. If the session cannot be found, the server does not
	 * have it.
	 */
	function forget(): void {
		if (flow.model.get().trouble !== null) return;
		for (const draft of [key, behaviourDraft(key)]) flow.drafts.write(draft, null);
	}

	function complain(why: string): void {
		setFault(why);
		entry.current?.focus();
	}

	function press(event: KeyboardEvent): void {
		if (event.key !== "Enter" || event.shiftKey || isComposing(event) || !hasKeyboard.matches) return;
		event.preventDefault();
		void send();
	}

	return (
		<form
			class="composer"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<div class="composer-hints">
				<p class="hint">{hintOf(model)}</p>
				<span class="count">{isTooLong ? "" : count}</span>
				{/* Above the line that is written in, which stays where the finger expects it. */}
				{step?.canEnd ? (
					<button
						type="button"
						class="button secondary"
						aria-disabled={busy}
						onClick={() => seenFirst(() => (isBlank(text) ? void flow.answer({ end: true }) : setAsking(true)))}
					>
						{texts.chat.end}
					</button>
				) : null}
			</div>
			<p class="fault" id="composer-fault" role="alert">
				{fault}
			</p>
			{/* No alert: it changes at every key, and the count is read aloud when it passes the limit. */}
			<p class="fault" id="composer-overflow">
				{overflow}
			</p>
			<div class="composer-row">
				<label class="unseen" for="composer">
					{layout === "single" ? texts.chat.message : texts.chat.messageAll}
				</label>
				<textarea
					ref={entry}
					class="entry"
					id="composer"
					rows={1}
					dir="auto"
					value={text}
					placeholder={placeholderOf(model)}
					aria-describedby="composer-fault composer-overflow"
					aria-invalid={isTooLong}
					enterkeyhint={hasKeyboard.matches ? "send" : "enter"}
					onInput={(event) => {
						setText(event.currentTarget.value);
						setFault("");
					}}
					onKeyDown={press}
				/>
				<SendButton
					isSendable={!isBlank(text) && !isTooLong}
					refuses={busy || isTooLong}
					stop={mayStop(model) ? flow.stop : null}
					onStop={() => entry.current?.focus({ preventScroll: true })}
				/>
			</div>
			{asking ? (
				<Confirm
					title={texts.chat.end}
					text={texts.chat.unsent}
					yes={texts.chat.endAnyway}
					no={texts.chat.keepWriting}
					answer={(yes) => {
						setAsking(false);
						if (yes) void flow.answer({ end: true });
					}}
				/>
			) : null}
		</form>
	);
}

/**
 * While an input method composes, Enter accepts its proposal. Safari ends the composition before that key event, which
 * it marks.
 */
const isComposing = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229;

const readText = (draft: unknown): string => (typeof draft === "string" ? draft : "");

/** At most six lines, then it scrolls. Measured by the text's height, not by its line breaks. */
function grow(entry: HTMLTextAreaElement | null): void {
	if (!entry) return;
	entry.style.height = "auto";
	entry.style.height = `${entry.scrollHeight}px`;
}
