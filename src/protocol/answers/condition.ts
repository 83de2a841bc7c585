import type { Json } from "../../shared/json.ts";

type Scalar = string | number | boolean;

/** A condition on an earlier answer. Without `form`, the item is in the same form. All given operators must hold. */
export type Condition = {
	readonly form?: string | undefined;
	readonly item: string;
	readonly equals?: Scalar | undefined;
	readonly in?: readonly Scalar[] | undefined;
	readonly atLeast?: number | undefined;
	readonly atMost?: number | undefined;
};

type Conditional = { readonly id: string; readonly showIf?: Condition | undefined };

/**
 * Whether an answer meets the condition. A missing answer and "not applicable" do not. Of several chosen options, one
 * is enough.
 */
export function isMet({ equals, in: oneOf, atLeast, atMost }: Condition, answer: Json | undefined): boolean {
	if (answer === undefined || answer === null) return false;
	const given: readonly Json[] = Array.isArray(answer) ? answer : [answer];
	return (
		(equals === undefined || given.includes(equals)) &&
		(oneOf === undefined || oneOf.some((one) => given.includes(one))) &&
		(atLeast === undefined || (typeof answer === "number" && answer >= atLeast)) &&
		(atMost === undefined || (typeof answer === "number" && answer <= atMost))
	);
}

/** The answers without those to items that are left out. */
export function answersKept<T extends Json | undefined>(
	items: readonly Conditional[],
	answers: Readonly<Record<string, T>>,
): Record<string, T> {
	const out = new Set(leftOut(items, answers));
	return Object.fromEntries(Object.entries(answers).filter(([id]) => !out.has(id)));
}

/**
 * The items of a form that these answers leave out. Conditions on other forms were settled before the form was shown.
 * An answer to an item that is left out itself does not count.
 */
export function leftOut(items: readonly Conditional[], answers: Readonly<Record<string, Json | undefined>>): string[] {
	const asked = new Set<string>();
	return items.flatMap(({ id, showIf }) => {
		const answer = showIf && asked.has(showIf.item) ? answers[showIf.item] : undefined;
		const isAsked = showIf === undefined || showIf.form !== undefined || isMet(showIf, answer);
		if (isAsked) asked.add(id);
		return isAsked ? [] : [id];
	});
}
