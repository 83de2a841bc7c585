import type { Source } from "../table.ts";
import type { PairedOptions } from "./options.ts";
import { type PdpoShare, pdpoShare, pdpoUser } from "./p-dpo.ts";
import type { Person } from "./person.ts";
import { peopleOf } from "./read-people.ts";
import type { Tally } from "./tally.ts";

type Write = (source: Source, options: PairedOptions, tally: Tally) => AsyncGenerator<string>;

export const pdpoUsers: Write = (source, options, tally) =>
	jsonObject(entries(source, options, tally, (person, share) => [[person.participant, pdpoUser(person, share)]]));

export const pdpoDialogs: Write = (source, options, tally) =>
	jsonObject(entries(source, options, tally, (_, { dialogs }) => dialogs.map((dialog) => [dialog.dialog_id, dialog])));

/** Holds all ids in memory, because the document's four lists must each be complete. */
export async function* pdpoSplit(source: Source, options: PairedOptions, tally: Tally): AsyncGenerator<string> {
	const ids: { train: string[]; test: string[] } = { train: [], test: [] };
	const seen: string[] = [];
	const unseen: string[] = [];
	for await (const { person, share } of sharesOf(source, options, tally)) {
		(share.seen ? seen : unseen).push(person.participant);
		for (const { dialog_id } of share.dialogs) ids[share.split.placeOf(dialog_id).split].push(dialog_id);
	}
	yield JSON.stringify({
		train_dialog_ids: ids.train,
		test_dialog_ids: ids.test,
		// From 1, because 0 means a user whom the model has not seen.
		seen_user_ids: Object.fromEntries(seen.map((id, index) => [id, index + 1])),
		unseen_user_ids: Object.fromEntries(unseen.map((id) => [id, 0])),
	});
}

type Share = { readonly person: Person; readonly share: PdpoShare };

async function* sharesOf(source: Source, options: PairedOptions, tally: Tally): AsyncGenerator<Share> {
	for await (const people of peopleOf(source, options.pool))
		for (const person of people) {
			const share = pdpoShare(person, options, tally);
			if (share) yield { person, share };
		}
}

type Entry = readonly [key: string, value: object];

async function* entries(
	source: Source,
	options: PairedOptions,
	tally: Tally,
	of: (person: Person, share: PdpoShare) => readonly Entry[],
): AsyncGenerator<Entry> {
	for await (const { person, share } of sharesOf(source, options, tally)) yield* of(person, share);
}

/** Writes one JSON object, entry by entry. */
async function* jsonObject(all: AsyncGenerator<Entry>): AsyncGenerator<string> {
	let before = "{";
	for await (const [key, value] of all) {
		yield `${before}\n${JSON.stringify(key)}: ${JSON.stringify(value)}`;
		before = ",";
	}
	yield before === "{" ? "{}\n" : "\n}\n";
}
