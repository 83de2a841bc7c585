import { below, chance, type RandomStream, shuffle } from "../../src/randomisation/draw/generator.ts";
import type { ItemView, StepView } from "../../src/session/view/view-schema.ts";
import type { Json } from "../../src/shared/json.ts";
import { pick, type Script } from "./plan.ts";

/** The position of a step in the study. Unlike the step's id, it is the same in every run. */
export type Place = {
	readonly conversation: number | null;
	readonly turn: number | null;
	readonly form: string | null;
};

/** This participant's answer to this step. It depends only on the script and the position. */
export function answerOf(script: Script, step: StepView, place: Place): unknown {
	const stream = script.draws(step.kind, place.form ?? "", place.conversation ?? 0, place.turn ?? 0);
	switch (step.kind) {
		case "consent":
			return { accept: script.course !== "decline" };
		case "form":
			return { answers: formAnswers(script, step.items, stream), elapsedMs: below(stream, 60_000) };
		case "message":
			if (step.canSend === false) return { end: true };
			return { text: messageOf(script, place, stream) };
		case "choice":
			return choiceOf(step, stream);
		case "retry":
			return { retry: true };
		case "generating":
			throw new Error("nothing to answer while a reply is being written");
	}
}

/** Another answer to the same step, which has to be refused once the first is taken. */
export function otherAnswer(answer: unknown): unknown {
	const { accept, answers, text, chosen } = answer as Record<string, unknown>;
	if (typeof accept === "boolean") return { accept: !accept };
	if (answers !== undefined) return { answers: { ...(answers as object), other: "another answer" } };
	if (typeof text === "string") return { text: `${text} Another one.` };
	if (typeof chosen === "string") return { chosen: chosen === "a" ? "b" : "a" };
	return { accept: false };
}

function formAnswers(script: Script, items: readonly ItemView[], stream: RandomStream): Record<string, Json> {
	const asked = items.filter(({ kind }) => kind !== "info");
	return Object.fromEntries(asked.map((item) => [item.id, itemValue(script, item, stream)]));
}

function itemValue({ course }: Script, item: ItemView, stream: RandomStream): Json {
	const options = (item.options ?? []).map(({ value }) => value);
	if (item.id === "age") return course === "too young" ? below(stream, 18) : 18 + below(stream, 80);
	if (item.id === "check") return course === "fail check" ? "first" : "second";
	if (item.kind === "ranking") return shuffle(stream, options);
	if (item.kind === "text") return wordsOf(stream);
	const [min, max] = [item.min ?? 0, item.max ?? 100];
	return min + below(stream, max - min + 1);
}

function choiceOf({ candidates, scale }: Extract<StepView, { kind: "choice" }>, stream: RandomStream): unknown {
	const slots = candidates.map(({ id }) => id);
	const score = () => (scale ? scale.min + below(stream, scale.max - scale.min + 1) : 0);
	return {
		chosen: pick(stream, slots),
		...(scale && { scores: Object.fromEntries(slots.map((slot) => [slot, score()])) }),
	};
}

/** The model server finds the participant by the first words. `fickle`: it writes another text at each call. */
function messageOf({ id }: Script, { conversation, turn }: Place, stream: RandomStream): string {
	const fickle = chance(stream, FICKLE_SHARE) ? " (fickle)" : "";
	return `${id}/${conversation}/${turn}${fickle}: ${wordsOf(stream)}`;
}

const FICKLE_SHARE = 0.15;

/** Characters that change or get lost where bytes are not kept exactly. */
const FRAGMENTS = [
	"What should I cook tonight?",
	"Zoë’s naïve café – “so what”…",
	"e\u0301 is not é",
	"👩🏽‍🚀🏳️‍🌈 family: 👨‍👩‍👧",
	"שלום, مرحبا",
	"語学は楽しい。",
	"\ttabs\tand  two spaces ",
	"a line\nand\r\nanother",
	`quotes ' " \` and \\ and %s {{braces}} $1`,
	"<b>not bold</b> &amp; -- ; DROP TABLE turns;",
	"0.1e400",
	"null",
	"\u200bzero width\u00a0and hard spaces",
	"x".repeat(500),
];

function wordsOf(stream: RandomStream): string {
	const some = Array.from({ length: 1 + below(stream, 4) }, () => pick(stream, FRAGMENTS));
	return some.join(" ");
}
