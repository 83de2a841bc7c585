import { answersKept } from "../../../../protocol/answers/condition.ts";
import type { ItemView, StepView } from "../../../../session/view/view-schema.ts";
import type { Json } from "../../../../shared/json.ts";

/** A valid answer to the step for previews. Always the same. */
export function sampleAnswer(step: StepView): object {
	switch (step.kind) {
		case "consent":
			return { accept: true };
		case "form":
			// Only the server knows the right answer to an attention check, so it fills it in.
			return {
				answers: answersKept(step.items, Object.fromEntries(step.items.flatMap((item) => entryOf(item)))),
				passChecks: true,
			};
		case "message":
			return step.canEnd
				? { end: true }
				: { text: `A message of the preview, number ${step.turn}. What do you think?`.slice(0, step.maxLength) };
		case "choice": {
			const scale = step.scale;
			const scores = Object.fromEntries(step.candidates.map(({ id }, place) => [id, (scale?.max ?? 0) - place]));
			return { chosen: step.candidates[0]?.id, ...(scale ? { scores } : {}) };
		}
		default:
			return { retry: true };
	}
}

const entryOf = (item: ItemView): [string, Json][] => (item.kind === "info" ? [] : [[item.id, valueFor(item)]]);

function valueFor({ kind, options = [], min, max, step, maxLength }: ItemView): Json {
	const values = options.map(({ value }) => value);
	if (kind === "choice") return values[0] ?? "";
	if (kind === "choices") return values.slice(0, Math.max(1, min ?? 1));
	if (kind === "ranking") return values;
	if (kind === "text") return "Filled in by the preview. ".repeat(1 + (min ?? 0) / 20).slice(0, maxLength);
	const [low, high] = [min ?? 18, max ?? 100];
	const middle = kind === "number" ? Math.max(low, Math.min(30, high)) : (low + high) / 2;
	return low + Math.round((middle - low) / (step ?? 1)) * (step ?? 1);
}
