import type { Protocol } from "../../schema/schema.ts";
import { nearest } from "./nearest.ts";

/** Names in the flow that are no forms. */
export const RESERVED = ["consent", "conversations"];

/** What a name in `flow` or `after` could stand for: what is there, and is named nowhere yet. */
export function unnamed({ flow, forms, conversations }: Protocol): string[] {
	const named = new Set([...flow, ...conversations.flatMap(({ after }) => after)]);
	return [...Object.keys(forms), ...RESERVED].filter((name) => !named.has(name));
}

export const isThere = ({ forms }: Protocol, name: string): boolean =>
	RESERVED.includes(name) || Object.hasOwn(forms, name);

/**
 * Flow and conversations with every misspelt name of a form replaced by the one that was meant. One slip in the flow is then one fault
 * there: the rules, strata and checks that need the form find it.
 */
export function withCorrectedFormNames(protocol: Protocol): Pick<Protocol, "flow" | "conversations"> {
	const candidates = unnamed(protocol);
	const meant = (name: string) => (isThere(protocol, name) ? name : (nearest(name, candidates) ?? name));
	return {
		flow: protocol.flow.map(meant),
		conversations: protocol.conversations.map((entry) => ({ ...entry, after: entry.after.map(meant) })),
	};
}

/** Is this form named, also one that is still to be written? */
export const isNamed = ({ flow, conversations }: Protocol, form: string): boolean =>
	flow.includes(form) || conversations.some(({ after }) => after.includes(form));

/**
 * Whether the fault of a form is found at the form itself: it is still to be written, or nobody is asked it yet. Rules and
 * strata that need it say nothing of it then.
 */
export const isReportedElsewhere = (protocol: Protocol, form: string): boolean =>
	isNamed(protocol, form) !== Object.hasOwn(protocol.forms, form);
