import { unreachable } from "../../shared/result.ts";
import type { Source } from "../table.ts";
import type { PreferenceOptions } from "./options.ts";
import { pdpoShare, splitFor } from "./p-dpo.ts";
import { pairsOf } from "./pairs.ts";
import type { Person } from "./person.ts";
import { peopleOf } from "./read-people.ts";
import { openaiRow, trlRow } from "./rows.ts";
import type { Tally } from "./tally.ts";

/** The rows of `preferences.jsonl`, in pages. */
export async function* preferences(
	source: Source,
	options: PreferenceOptions,
	tally: Tally,
): AsyncGenerator<readonly object[]> {
	let seen = 0;
	for await (const people of peopleOf(source, options.pool)) {
		yield people.flatMap((person) => {
			if (options.format !== "p-dpo") return pairRows(person, options, tally);
			const share = pdpoShare(person, options, tally);
			const number = share?.seen ? ++seen : 0;
			return (share?.dialogs ?? [])
				.map((dialog) => ({ ...dialog, user_number: number, split: share?.split.placeOf(dialog.dialog_id).split }))
				.filter(({ split }) => options.split === undefined || split === options.split);
		});
	}
}

function pairRows(person: Person, options: PreferenceOptions, tally: Tally): object[] {
	const split = splitFor(person, options);
	const placed = pairsOf(person, options, tally)
		.map((pair) => ({ participant: person.participant, pair, place: split.placeOf(pair.conversation) }))
		.filter(({ place }) => options.split === undefined || place.split === options.split);
	for (const { place } of placed) tally.add(`rows_${place.split}`);
	switch (options.format) {
		case "trl":
			return placed.map(trlRow);
		case "openai":
			return placed.map(openaiRow);
		case "p-dpo":
			return [];
		default:
			return unreachable(options.format);
	}
}
