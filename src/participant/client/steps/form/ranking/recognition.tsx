import type { ItemView } from "../../../../../session/view/view-schema.ts";
import { excerpt } from "../../../components/markdown/excerpt.ts";
import { numberText, texts, theirs } from "../../../texts/catalogue.ts";

type Option = NonNullable<ItemView["options"]>[number];
type Rating = NonNullable<Option["rating"]>;

/** Characters of a message that are enough to know it again. */
const ENOUGH = 80;

/** By what a participant knows one of their conversations again: what they wrote first, and how they rated it. */
export function Recognition({ option: { conversation, transcript, rating } }: { readonly option: Option }) {
	if (conversation === undefined) return null;
	const first = transcript?.messages.find(({ role }) => role === "participant")?.text ?? "";
	return (
		<div class="known-by">
			{first ? (
				<p class="bubble">
					<span class="unseen">{texts.chat.you}: </span>
					<span {...theirs}>{excerpt(first, ENOUGH)}</span>
				</p>
			) : null}
			{rating ? <Given rating={rating} /> : null}
		</div>
	);
}

/** A rating where it lay on its line; the number is read aloud. */
function Given({ rating: { label, value, min, max, minLabel = "", maxLabel = "" } }: { readonly rating: Rating }) {
	const along = max > min ? (value - min) / (max - min) : 0;
	const numbers = { value: numberText(value), min: numberText(min), max: numberText(max) };
	return (
		<div class="given">
			<p class="hint">
				{texts.ranking.rating} <span class="unseen">{texts.ranking.ratingOf(numbers)}</span>
			</p>
			<p class="unseen" {...theirs}>
				{label}
			</p>
			<div class="given-line" aria-hidden="true">
				<i style={{ insetInlineStart: `${Math.min(Math.max(along, 0), 1) * 100}%` }} />
			</div>
			<div class="ends" aria-hidden="true">
				<span {...theirs}>{minLabel}</span>
				<span {...theirs}>{maxLabel}</span>
			</div>
		</div>
	);
}
