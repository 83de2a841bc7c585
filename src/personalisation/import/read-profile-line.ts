import { err, ok, type Result } from "../../shared/result.ts";
import { normalisedFields, normalisedValue } from "../profiles/profile.ts";
import type { ProfileLine } from "../profiles/profile-line.ts";
import { readOwnProfile, readSamePerson } from "./crossover-format.ts";
import { type JsonObject, parseLine } from "./json-line.ts";
import { CONVERSATION_COLUMNS } from "./prism-columns.ts";
import { DISPLAY_ORDER, readPrismConversation, readPrismSurvey } from "./prism-format.ts";

/** Recognises the format of each line by its fields, so that one stream may mix several kinds of files. */
export function readProfileLine(line: string): Result<ProfileLine, string> {
	const parsed = parseLine(line);
	const read = parsed.ok ? recognise(parsed.value) : parsed;
	return read.ok ? ok(stored(read.value)) : read;
}

/** Null attributes are dropped: the column holds only scalars. */
function stored(line: ProfileLine): ProfileLine {
	if (line.kind !== "profile") return line;
	const { profile, attributes } = line.fields;
	const present = Object.entries(attributes ?? {}).filter(([, value]) => normalisedValue(value) !== null);
	const { [DISPLAY_ORDER]: order, ...rest } = profile ?? {};
	return {
		...line,
		fields: {
			...line.fields,
			...(attributes && { attributes: Object.fromEntries(present) }),
			...(profile && {
				profile: { ...normalisedFields(rest), ...(order !== undefined && { [DISPLAY_ORDER]: order }) },
			}),
		},
	};
}

function recognise(row: JsonObject): Result<ProfileLine, string> {
	const has = (name: string) => row[name] !== undefined && row[name] !== null;
	if (has("utterance_id") || has("column_id"))
		return err("utterances.jsonl and metadata.jsonl are not needed: conversations.jsonl has every reply.");
	if (CONVERSATION_COLUMNS.some(has)) return readPrismConversation(row);
	if (has("user_id") && Object.keys(row).every((name) => SAME_PERSON.includes(name))) return readSamePerson(row);
	if (has("user_id")) return readPrismSurvey(row);
	return readOwnProfile(row);
}

const SAME_PERSON = ["participant", "source", "user_id"];
