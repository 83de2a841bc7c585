import { stringify } from "csv-stringify/sync";
import { USER_FEATURES, USER_FEATURES_VERSION, userFeatures } from "../../src/judging/conversations/user-features.ts";
import type { Measured } from "../../src/judging/measures/measure.ts";
import { err, ok, type Result } from "../../src/shared/result.ts";
import { summaryText } from "./summary.ts";
import type { Row } from "./texts-from.ts";

export type ConversationFeatures = {
	readonly conversation: string;
	readonly features: Readonly<Record<string, Measured>>;
};

/** The features of each conversation. A conversation has one language if its messages agree on it. */
export function conversationsFrom(
	rows: readonly Row[],
	column: string,
	languages: readonly (string | null)[],
	by: string,
): Result<readonly ConversationFeatures[], string> {
	if (!Object.hasOwn(rows[0] ?? {}, by)) return err(`The file has no column "${by}".`);
	const grouped = new Map<string, { messages: string[]; languages: Set<string | null> }>();
	rows.forEach((row, index) => {
		const id = row[by] ?? "";
		const group = grouped.get(id) ?? { messages: [], languages: new Set() };
		group.messages.push(row[column] ?? "");
		group.languages.add(languages[index] ?? null);
		grouped.set(id, group);
	});
	return ok(
		[...grouped].map(([conversation, { messages, languages: found }]) => {
			const [language = null] = found.size === 1 ? found : [];
			return { conversation, features: userFeatures(messages, language) };
		}),
	);
}

const NAMES = USER_FEATURES.map(({ name }) => name);

export function printFeatures(
	found: readonly ConversationFeatures[],
	{ json, csv }: { readonly json?: boolean | undefined; readonly csv?: boolean | undefined },
): void {
	if (json) console.log(JSON.stringify({ version: USER_FEATURES_VERSION, conversations: found }));
	else if (csv) process.stdout.write(stringify(found.map(csvRow), { header: true }));
	else {
		const rows = found.map(({ features }) => features);
		console.log(`${found.length} conversations, ${USER_FEATURES_VERSION}\n\n${summaryText(rows, NAMES)}`);
	}
}

const csvRow = ({ conversation, features }: ConversationFeatures) => ({
	conversation,
	...Object.fromEntries(NAMES.map((name) => [name, typeof features[name] === "number" ? features[name] : ""])),
});
