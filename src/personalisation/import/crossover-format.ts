import { z } from "zod";
import { participantId } from "../../access/participant-id/participant-id.ts";
import { pointer, withoutNulls } from "../../shared/json.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { newestLast, type PastConversation, type PastTurn } from "../profiles/history.ts";
import { ANY_SOURCE, type ProfileLine } from "../profiles/profile-line.ts";
import type { JsonObject } from "./json-line.ts";

/** A participant's own id is a string. As a number it would lose leading zeros and digits after the sixteenth. */
export const externalId = z.string({ error: "an id is text: write it in quotes" }).pipe(participantId);

export const sourceName = z
	.string()
	.regex(/^[a-z][a-z0-9_-]{0,31}$/, "use lower-case letters, digits, - and _, starting with a letter");

const person = { participant: externalId, source: sourceName.nullish() };
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const name = z.string().regex(/^[\w-]{1,64}$/, "use at most 64 letters, digits, - and _");

const message = z
	.strictObject({
		role: z.enum(["participant", "user", "assistant", "model"]),
		text: z.string().optional(),
		content: z.string().optional(),
		score: z.number().nullish(),
		chosen: z.boolean().nullish(),
		model: z.string().nullish(),
		provider: z.string().nullish(),
	})
	.transform(({ text, content, ...rest }) => ({ ...rest, text: text ?? content }))
	.refine(({ text }) => text !== undefined, "a message needs a text");

const conversation = z.strictObject({
	id: z.string().min(1).max(200).nullish(),
	type: z.string().nullish(),
	at: z.string().nullish(),
	messages: z.array(message).min(1),
});

const profileSchema = z.strictObject({
	...person,
	attributes: z.record(name, scalar.nullable()).transform(withoutNulls).nullish(),
	profile: z.record(name, z.json()).nullish(),
	history: z.union([z.array(conversation), z.array(message)]).nullish(),
});

type Message = z.output<typeof message>;

/** `{ "participant", "attributes", "profile", "history" }`. A field that is absent or null leaves the stored value unchanged. */
export function readOwnProfile(row: JsonObject): Result<ProfileLine, string> {
	const parsed = profileSchema.safeParse(row);
	if (!parsed.success) return err(faultText(parsed.error));
	const { participant, source, attributes, profile, history } = parsed.data;
	const fields = {
		...(attributes && { attributes }),
		...(profile && { profile }),
		...(history && { history: newestLast(conversationsOf(history)) }),
	};
	return ok({ kind: "profile", person: { id: participant, source: source ?? ANY_SOURCE }, fields });
}

/** `{ "participant": "…", "user_id": "user12" }`: the participant with this PRISM id. */
export function readSamePerson(row: JsonObject): Result<ProfileLine, string> {
	const parsed = z.strictObject({ ...person, user_id: externalId }).safeParse(row);
	if (!parsed.success) return err(faultText(parsed.error));
	const { participant, source, user_id } = parsed.data;
	return ok({
		kind: "same",
		person: { id: participant, source: source ?? ANY_SOURCE },
		as: { id: user_id, source: ANY_SOURCE },
	});
}

function conversationsOf(history: readonly z.output<typeof conversation>[] | readonly Message[]): PastConversation[] {
	const flat = history.filter((each): each is Message => "role" in each);
	if (flat.length > 0) return [past({ messages: flat })];
	return history.filter((each): each is z.output<typeof conversation> => "messages" in each).map(past);
}

const past = ({ id, type, at, messages }: Partial<z.output<typeof conversation>>): PastConversation => ({
	id: id ?? null,
	type: type ?? null,
	at: at ?? null,
	turns: turnsOf(messages ?? []),
	more: {},
});

/** Replies before the participant's first message become replies to an empty message. */
function turnsOf(messages: readonly Message[]): PastTurn[] {
	const turns: { text: string; replies: PastTurn["replies"][number][] }[] = [];
	for (const { role, text = "", score, chosen, model, provider } of messages) {
		if (role === "participant" || role === "user") {
			turns.push({ text, replies: [] });
			continue;
		}
		if (turns.length === 0) turns.push({ text: "", replies: [] });
		const replies = turns.at(-1)?.replies;
		replies?.push({
			text,
			chosen: chosen ?? false,
			score: score ?? null,
			place: replies.length,
			model: model ?? null,
			provider: provider ?? null,
		});
	}
	return turns;
}

/** Only the first fault: the author corrects the line, and a report of thousands of lines must stay short. */
export function faultText(error: z.ZodError): string {
	const [issue] = error.issues;
	if (!issue) return "This line does not match the schema.";
	if (issue.code === "unrecognized_keys") return `${pointer([...issue.path, issue.keys[0] ?? ""])}: No such field.`;
	return `${pointer(issue.path)}: ${issue.message}`;
}
