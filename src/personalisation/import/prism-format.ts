import { z } from "zod";
import type { Json } from "../../shared/json.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { PastConversation, PastReply, PastTurn } from "../profiles/history.ts";
import type { Profile, Scalar } from "../profiles/profile.ts";
import { ANY_SOURCE, type Person, type ProfileLine } from "../profiles/profile-line.ts";
import { externalId, faultText, sourceName } from "./crossover-format.ts";
import type { JsonObject } from "./json-line.ts";
import { SURVEY_COLUMNS } from "./prism-columns.ts";

/**
 * PRISM's `survey.jsonl` and `conversations.jsonl` as published (Kirk et al. 2024, github HannahKirk/prism-alignment). Columns
 * are read by name; absent means null; unknown columns are kept. Two columns of our own are accepted: `participant` and
 * `source`, the recruiter's present id of the person.
 */
const person = {
	user_id: z.string().regex(/^user\d+$/, "an id such as user12"),
	participant: externalId.nullish(),
	source: sourceName.nullish(),
};

/** A survey row needs the id and at least one column. Other missing columns are gaps in the profile, which opening a study reports. */
const surveySchema = z.looseObject(person);

const item = z.looseObject({
	turn: z.int().min(0),
	role: z.enum(["user", "model"]),
	content: z.string(),
	model_provider: z.string().nullish(),
	model_name: z.string().nullish(),
	score: z.number().nullish(),
	if_chosen: z.boolean().nullish(),
	within_turn_id: z.int().nullish(),
});

const conversationSchema = z.looseObject({
	...person,
	conversation_id: z.string().regex(/^c\d+$/, "an id such as c12"),
	conversation_type: z.string().nullish(),
	generated_datetime: z.string().nullish(),
	conversation_history: z.array(item).min(1),
});

type Item = z.output<typeof item>;

export function readPrismSurvey(row: JsonObject): Result<ProfileLine, string> {
	const parsed = surveySchema.safeParse(row);
	if (!parsed.success) return err(faultText(parsed.error));
	if (SURVEY_COLUMNS.every((name) => (row[name] ?? null) === null))
		return err("This line has no column of PRISM's survey.jsonl.");
	const profile = profileOf(row);
	return ok({
		kind: "profile",
		person: personOf(parsed.data),
		fields: { profile, attributes: attributesOf(profile) },
	});
}

export function readPrismConversation(row: JsonObject): Result<ProfileLine, string> {
	const parsed = conversationSchema.safeParse(row);
	if (!parsed.success) return err(faultText(parsed.error));
	const { conversation_id: id, conversation_type, generated_datetime, conversation_history } = parsed.data;
	const turns = turnsOf(conversation_history);
	if (turns === null)
		return err("/conversation_history: turns count from 0 without a gap, each with one message of the user.");
	const conversation: PastConversation = {
		id,
		type: conversation_type ?? null,
		at: generated_datetime ?? null,
		turns,
		more: without(row, READ_OR_DERIVED),
	};
	return ok({ kind: "conversation", person: personOf(parsed.data), conversation });
}

const personOf = ({ user_id, participant, source }: z.output<typeof surveySchema>): Person =>
	participant
		? { id: participant, source: source ?? ANY_SOURCE }
		: { id: user_id, source: ANY_SOURCE, ofDataSet: true };

/** `opening_prompt` is the first message, `conversation_turns` the number of turns. */
const READ_OR_DERIVED = [
	"user_id",
	"participant",
	"source",
	"conversation_id",
	"conversation_type",
	"generated_datetime",
	"conversation_history",
	"opening_prompt",
	"conversation_turns",
];

/**
 * `order_stated_prefs` and `order_lm_usecases` record the random display order of the sliders. They are not preferences,
 * although the public P-DPO notebook uses the first three as the top ones; those are in `stated_prefs`, from 0 to 100. So they
 * are stored under a name that no template can use.
 */
export const DISPLAY_ORDER = "$display_order";

function profileOf(row: JsonObject): JsonObject {
	const { order_stated_prefs: stated_prefs = null, order_lm_usecases: lm_usecases = null } = row;
	const rest = without(row, ["user_id", "participant", "source", "order_stated_prefs", "order_lm_usecases"]);
	return { ...rest, [DISPLAY_ORDER]: { stated_prefs, lm_usecases } };
}

/** Attributes for stratification: only a few, because balance needs no more. */
function attributesOf(profile: JsonObject): Profile["attributes"] {
	const location = profile.location ?? null;
	const region =
		location !== null && typeof location === "object" && "special_region" in location ? location.special_region : null;
	const { age, gender, english_proficiency, study_locale } = profile;
	const found = Object.entries({ age, gender, english_proficiency, study_locale, region });
	return Object.fromEntries(found.filter((entry): entry is [string, Scalar] => isScalar(entry[1] ?? null)));
}

const isScalar = (value: Json): boolean => value !== null && typeof value !== "object";

function turnsOf(items: readonly Item[]): PastTurn[] | null {
	const turns = new Map<number, { text: string; replies: PastReply[] }>();
	for (const { role, turn, content } of items) {
		if (role !== "user") continue;
		if (turn !== turns.size) return null;
		turns.set(turn, { text: content, replies: [] });
	}
	for (const reply of items) {
		if (reply.role !== "model") continue;
		const turn = turns.get(reply.turn);
		if (!turn) return null;
		turn.replies.push(replyOf(reply));
	}
	return [...turns.values()];
}

const replyOf = ({ content, if_chosen, score, within_turn_id, model_name, model_provider }: Item): PastReply => ({
	text: content,
	chosen: if_chosen ?? false,
	score: score ?? null,
	place: within_turn_id ?? null,
	model: model_name ?? null,
	provider: model_provider ?? null,
});

const without = (row: JsonObject, names: readonly string[]): JsonObject =>
	Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
