import { prismConversations, prismMetadata, prismSurvey, prismUtterances } from "../prism/files.ts";
import type { Source } from "../table.ts";
import type { PairedOptions, PreferenceOptions, SetOptions } from "./options.ts";
import { pdpoDialogs, pdpoSplit, pdpoUsers } from "./p-dpo-files.ts";
import { preferences } from "./preferences.ts";
import type { Tally } from "./tally.ts";

/** A file of a training set, written page by page. The tally counts what was included and left out. */
export type TrainingFile<O extends SetOptions = SetOptions> = {
	readonly name: string;
	readonly extension: "jsonl" | "json";
	readonly title: string;
	readonly write: (source: Source, options: O, tally: Tally) => AsyncGenerator<string>;
};

type Pages<O> = (source: Source, options: O, tally: Tally) => AsyncGenerator<readonly object[]>;

const lines = <O>(pages: Pages<O>) =>
	async function* (source: Source, options: O, tally: Tally): AsyncGenerator<string> {
		for await (const rows of pages(source, options, tally))
			if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
	};

export const PREFERENCES: TrainingFile<PreferenceOptions> = {
	name: "preferences",
	extension: "jsonl",
	title: "Preferences between two replies, one pair a line",
	write: lines(preferences),
};

const jsonl = (name: string, title: string, pages: Pages<SetOptions>): TrainingFile => ({
	name,
	extension: "jsonl",
	title,
	write: lines(pages),
});
const json = (
	name: string,
	title: string,
	write: TrainingFile<PairedOptions>["write"],
): TrainingFile<PairedOptions> => ({
	name,
	extension: "json",
	title,
	write,
});

export const PDPO_SETS: readonly TrainingFile<PairedOptions>[] = [
	json("prism_data_user", "P-DPO: users and how they describe themselves", pdpoUsers),
	json("prism_data_dialog", "P-DPO: conversations with the chosen and rejected replies of each turn", pdpoDialogs),
	json("prism_split_ids", "P-DPO: the split into training and held-out data", pdpoSplit),
];

export const PRISM_SETS: readonly TrainingFile[] = [
	jsonl("prism_survey", "PRISM's survey.jsonl, one participant a line", prismSurvey),
	jsonl("prism_conversations", "PRISM's conversations.jsonl, one conversation a line", prismConversations),
	jsonl("prism_utterances", "PRISM's utterances.jsonl, one reply a line", prismUtterances),
	jsonl("prism_metadata", "PRISM's metadata.jsonl, one text a line", prismMetadata),
];
