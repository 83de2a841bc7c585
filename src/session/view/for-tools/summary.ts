import { z } from "zod";
import { isRating } from "../../../protocol/schema/item-kinds.ts";
import { formOf } from "../../../protocol/steps/steps.ts";
import { timestamp } from "../../../shared/clock.ts";
import type { BlindedState, BlindedStudy } from "../../domain/blinded-state.ts";
import { exitOf } from "../exit-view.ts";
import { STATUSES } from "../view-schema.ts";

/** A session in scalars, for survey tools that read only the top level of an answer. It says nothing about arms. */
export const summarySchema = z
	.strictObject({
		session: z.string(),
		study: z.string(),
		status: z.enum(STATUSES),
		exitReason: z.string().nullable().describe("The exit that was shown. Null while the session is active."),
		completionCode: z.string().nullable().describe("The recruiter's code of that exit, if it has one."),
		startedAt: z.string(),
		completedAt: z.string().nullable().describe("Null unless the exit is `completed`."),
		minutes: z.number().nullable().describe("From the start to the end, by any exit, in tenths. Null while active."),
		conversations: z.int().describe("Conversations in which the participant wrote."),
		messages: z.int().describe("Messages that the participant wrote."),
	})
	.catchall(z.union([z.number(), z.string()]).nullable())
	.describe(
		"`rating_<form>_<item>_<period>` has each rating of a conversation. The period counts conversations in the order in which this participant had them, from 1. Null means not applicable.",
	);

export type Summary = z.output<typeof summarySchema>;

const MINUTE_MS = 60_000;

export function summaryOf(study: BlindedStudy, state: BlindedState): Summary {
	const { sessionId: session, slug } = state.facts;
	const exit = state.status === "active" ? null : exitOf(study, state);
	const endedAtMs = state.status === "active" ? null : state.endedAtMs;
	const written = state.conversations.map(({ turns }) => turns.length);
	return {
		session,
		study: slug,
		status: state.status,
		exitReason: exit?.reason ?? null,
		completionCode: exit?.code ?? null,
		startedAt: timestamp(state.startedAtMs),
		completedAt: endedAtMs !== null && exit?.reason === "completed" ? timestamp(endedAtMs) : null,
		minutes: endedAtMs === null ? null : Math.round(((endedAtMs - state.startedAtMs) / MINUTE_MS) * 10) / 10,
		conversations: written.filter((turns) => turns > 0).length,
		messages: written.reduce((sum, turns) => sum + turns, 0),
		...ratingsOf(study, state),
	};
}

/** Names of forms and items have no underscore, so no two ratings share a name. */
const ratingsOf = ({ protocol }: BlindedStudy, { forms }: BlindedState): Readonly<Record<string, number | null>> =>
	Object.fromEntries(
		forms.flatMap(({ form, conversation, answers }) => {
			if (conversation === null) return [];
			return formOf(protocol, form).items.flatMap((item): [string, number | null][] => {
				const value = answers[item.id];
				if (!isRating(item) || (typeof value !== "number" && value !== null)) return [];
				return [[`rating_${form}_${item.id}_${conversation + 1}`, value]];
			});
		}),
	);
