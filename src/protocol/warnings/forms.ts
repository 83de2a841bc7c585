import type { Item } from "../schema/form.ts";
import { isRating } from "../schema/item-kinds.ts";
import type { Protocol } from "../schema/schema.ts";
import { type Warning, warningIf } from "./warning.ts";

type Path = readonly PropertyKey[];

export const formWarnings = ({ forms }: Protocol): Warning[] =>
	Object.entries(forms).flatMap(([id, { shuffle, items }]) =>
		items.flatMap((item, index) => {
			const path = ["forms", id, "items", index];
			return [
				...scaleWithoutLabels(item, path),
				...firstIsCorrect(item, path),
				...sameLabels(item, path),
				...warningIf(
					shuffle && item.kind === "info",
					"shuffled_info",
					path,
					"The items of this form come in a drawn order, and this text with them: it may stand behind what it introduces. Put it into the form's title or the item's `help`, or do not shuffle.",
				),
			];
		}),
	);

function scaleWithoutLabels(item: Item, path: Path): Warning[] {
	return warningIf(
		isRating(item) && (item.minLabel === undefined || item.maxLabel === undefined),
		"scale_without_labels",
		path,
		"Participants do not see what the ends of this scale mean: give it `minLabel` and `maxLabel`.",
	);
}

const firstIsCorrect = (item: Item, path: Path): Warning[] =>
	warningIf(
		item.kind === "choice" && item.correct !== undefined && item.correct === item.options[0]?.value,
		"check_passed_by_first_option",
		[...path, "correct"],
		"The right answer of this attention check is its first option: somebody who always takes the first passes. Put another option first.",
	);

function sameLabels(item: Item, path: Path): Warning[] {
	if (!("options" in item) || typeof item.options === "string") return [];
	const labels = item.options.map(({ label }) => label.trim());
	return labels.flatMap((label, index) =>
		warningIf(
			labels.indexOf(label) < index,
			"options_look_alike",
			[...path, "options", index, "label"],
			"Another option has this label, so participants cannot tell the two apart: give it a label of its own.",
		),
	);
}
