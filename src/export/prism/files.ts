import type { PastConversation } from "../../personalisation/profiles/history.ts";
import { armKeyOf } from "../../studies/study-queries.ts";
import type { Source } from "../table.ts";
import type { SetOptions } from "../training/options.ts";
import type { Person } from "../training/person.ts";
import { peopleOf } from "../training/read-people.ts";
import { Tally } from "../training/tally.ts";
import { conversationRow, type Numbers, type Place, repliesIn, utteranceRows } from "./conversation.ts";
import { conversationsOf, type Naming } from "./from-study.ts";
import { conversationMetadata, surveyMetadata } from "./metadata.ts";
import { surveyRow } from "./survey.ts";

type Rows = AsyncGenerator<readonly object[]>;

export async function* prismSurvey(source: Source, options: SetOptions, tally: Tally): Rows {
	for await (const people of usersOf(source, options, tally)) yield people.map((user) => surveyOf(source, user));
}

export async function* prismConversations(source: Source, options: SetOptions, tally: Tally): Rows {
	for await (const users of usersOf(source, options, tally))
		yield users.flatMap(({ held }) => held.map(({ conversation, place }) => conversationRow(conversation, place)));
}

export async function* prismUtterances(source: Source, options: SetOptions, tally: Tally): Rows {
	for await (const users of numbered(source, options, tally))
		yield users.flatMap(({ held }) =>
			held.flatMap(({ conversation, place, numbers }) => utteranceRows(conversation, place, numbers)),
		);
}

export async function* prismMetadata(source: Source, options: SetOptions, tally: Tally): Rows {
	for await (const users of numbered(source, options, tally))
		yield users.flatMap((user) => [
			...surveyMetadata(surveyOf(source, user), user.userId),
			...user.held.flatMap(({ conversation, place, numbers }) => conversationMetadata(conversation, place, numbers)),
		]);
}

type Held = { readonly conversation: PastConversation; readonly place: Place; readonly index: number };
type User<H extends Held = Held> = { readonly person: Person; readonly userId: string; readonly held: readonly H[] };

const surveyOf = ({ study }: Source, { person, userId, held }: User) =>
	surveyRow(person, userId, held.length, study.slug);

/** Gives ids as in PRISM's release: user0, user1, … and c0, c1, … in the order of the files. */
async function* usersOf(source: Source, { pool }: SetOptions, tally: Tally): AsyncGenerator<readonly User[]> {
	const naming = await namingOf(source);
	let [users, conversations] = [0, 0];
	for await (const people of peopleOf(source, pool))
		yield people.map((person) => {
			const userId = `user${users++}`;
			tally.add("users");
			const held = conversationsOf(person, naming, tally).map((conversation) => {
				const index = conversations++;
				tally.add("conversations");
				return { conversation, index, place: { conversationId: `c${index}`, userId } };
			});
			return { person, userId, held };
		});
}

/**
 * Interactions are numbered in the text order of conversation ids, so the turns of c10 come before those of c2. All people are
 * therefore read twice. In between, only the number of turns is kept for each conversation.
 */
async function* numbered(
	source: Source,
	options: SetOptions,
	tally: Tally,
): AsyncGenerator<readonly User<Held & { readonly numbers: Numbers }>[]> {
	const turns: number[] = [];
	for await (const users of usersOf(source, options, new Tally()))
		for (const { held } of users) turns.push(...held.map(({ conversation }) => conversation.turns.length));
	const first = interactionNumbers(turns);
	let utterances = 0;
	for await (const users of usersOf(source, options, tally))
		yield users.map((user) => ({
			...user,
			held: user.held.map((one) => {
				const numbers = { interaction: (turn: number) => first(one.index) + turn, firstUtterance: utterances };
				utterances += repliesIn(one.conversation);
				return { ...one, numbers };
			}),
		}));
}

/** Names models by label while the study is blinded, then by arm and model. */
async function namingOf({ db, study }: Source): Promise<Naming> {
	const keys = new Map((await armKeyOf(db, study.id)).map(({ label, arm }) => [label, arm]));
	const { arms, models, conversations } = study.protocol;
	return {
		entries: conversations,
		modelOf: (label) => {
			const arm = arms.find(({ id }) => id === keys.get(label));
			const model = arm && models[arm.model];
			if (!arm || !model) return { name: label, provider: "blinded" };
			return { name: arm.id, provider: `${model.provider}/${"model" in model ? model.model : model.character}` };
		},
	};
}

/**
 * Numbers interactions as PRISM does: in the text order of conversation ids (c0, c1, c10, c100, …), then by turn. From the
 * numbers of turns of c0, c1, …, it returns the number of a conversation's first interaction.
 */
export function interactionNumbers(turns: ArrayLike<number>): (conversation: number) => number {
	const first = new Int32Array(turns.length);
	const order = Array.from({ length: turns.length }, (_, index) => index).sort(byText);
	let next = 0;
	for (const conversation of order) {
		first[conversation] = next;
		next += turns[conversation] ?? 0;
	}
	return (conversation) => first[conversation] ?? 0;
}

const byText = (one: number, other: number): number => (String(one) < String(other) ? -1 : one === other ? 0 : 1);
