import type { ItemView } from "../../../../../session/view/view-schema.ts";
import { excerpt } from "../../../components/markdown/excerpt.ts";
import { numberText, studyTextAttributes, texts } from "../../../texts/catalogue.ts";

type Option = NonNullable<ItemView["options"]>[number];
type Rating = NonNullable<Option["rating"]>;

/** Enough characters to recognise a message. */
const ENOUGH = 80;

/** Helps to recognise a conversation: its first message and its rating. */
export function Recognition({ option: { conversation, transcript, rating } }: { readonly option: Option }) {
	if (conversation === undefined) return null;
	const first = transcript?.messages.find(({ role }) => role === "participant")?.text ?? "";
	return (
		<div class="known-by">
			{first ? (
				<p class="bubble">
					<span class="unseen">{texts.chat.you}: </span>
					<span {...studyTextAttributes}>{excerpt(first, ENOUGH)}</span>
				</p>
			) : null}
			{rating ? <Given rating={rating} /> : null}
		</div>
	);
}

/** The rating at its position on the scale. The number is read aloud. */
function Given({ rating: { label, value, min, max, minLabel = "", maxLabel = "" } }: { readonly rating: Rating }) {
	const along = max > min ? (value - min) / (max - min) : 0;
	const numbers = { value: numberText(value), min: numberText(min), max: numberText(max) };
	return (
		<div class="given">
			<p class="hint">
				{texts.ranking.rating} <span class="unseen">{texts.ranking.ratingOf(numbers)}</span>
			</p>
			<p class="unseen" {...studyTextAttributes}>
				{label}
			</p>
			<div class="given-line" aria-hidden="true">
				<i style={{ insetInlineStart: `${Math.min(Math.max(along, 0), 1) * 100}%` }} />
			</div>
			<div class="ends" aria-hidden="true">
				<span {...studyTextAttributes}>{minLabel}</span>
				<span {...studyTextAttributes}>{maxLabel}</span>
			</div>
		</div>
	);
}
