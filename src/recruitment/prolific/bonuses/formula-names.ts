import type { Protocol } from "../../../protocol/schema/schema.ts";
import type { Fault } from "../../../shared/problem.ts";
import { type Formula, type NameInUse, namesOf } from "./formula.ts";

export const COUNTS = ["messages", "conversations", "minutes"] as const;

const ANSWER = /^answers\.([\w-]+)\.([\w-]+)$/;

export type AnswerName = { readonly name: string; readonly form: string; readonly item: string };

/** The answers that a formula reads. */
export const answersIn = (formula: Formula): AnswerName[] =>
	[...new Set(namesOf(formula).map(({ name }) => name))].flatMap((name) => {
		const [, form, item] = ANSWER.exec(name) ?? [];
		return form !== undefined && item !== undefined ? [{ name, form, item }] : [];
	});

type StudyForms = Pick<Protocol, "forms" | "conversations">;

/** Names that a formula may not use in this study. */
export const nameFaults = (formula: Formula, study: StudyForms): Fault[] =>
	namesOf(formula).flatMap((use) => {
		const detail = faultOf(use, study);
		return detail === null ? [] : [{ pointer: "/formula", detail: `Character ${use.at + 1}: ${detail}` }];
	});

/** What could name an arm, also by its place in the participant's order. */
const OF_ARMS = /^(arms?|labels?|sequence|period|position|conversation|models?|ratings?|rankings?|ranks?)(\.|$)/;

const NO_ARMS =
	"a bonus must not depend on an arm, because its amounts would tell arms apart. Use answers outside rankings and guesses, and counts.";

const MANY = ["sum", "mean", "min", "max", "count"];

function faultOf({ name, around }: NameInUse, { forms, conversations }: StudyForms): string | null {
	if ((COUNTS as readonly string[]).includes(name)) return null;
	if (OF_ARMS.test(name)) return NO_ARMS;
	const [, form = "", id = ""] = ANSWER.exec(name) ?? [];
	if (form === "") return `there is no ${name}. Use answers.<form>.<item>, ${COUNTS.join(", ")}.`;
	const item = (Object.hasOwn(forms, form) ? forms[form]?.items : undefined)?.find((each) => each.id === id);
	if (!item) return `no form ${form} has an item ${id}.`;
	if (item.kind === "ranking" || item.kind === "guess") return NO_ARMS;
	if (!["vas", "likert", "number", "choice"].includes(item.kind))
		return `${name} is of the kind ${item.kind}, which has no single value.`;
	const isRepeated = conversations.some(({ after }) => after.includes(form));
	if (isRepeated && !(around && MANY.includes(around)))
		return `${name} is answered after each conversation. Put it into ${MANY.join(", ")}.`;
	return null;
}
