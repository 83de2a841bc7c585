import type { Protocol } from "../../schema/schema.ts";
import { nearest } from "./nearest.ts";

/** Names in the flow that are not forms. */
export const RESERVED = ["consent", "conversations"];

/** Candidates for a misspelt name in `flow` or `after`: forms that are not named yet. */
export function unnamed({ flow, forms, conversations }: Protocol): string[] {
	const named = new Set([...flow, ...conversations.flatMap(({ after }) => after)]);
	return [...Object.keys(forms), ...RESERVED].filter((name) => !named.has(name));
}

export const isThere = ({ forms }: Protocol, name: string): boolean =>
	RESERVED.includes(name) || Object.hasOwn(forms, name);

/**
 * Flow and conversations with every misspelt form name corrected. A slip in the flow is then only one fault: rules,
 * strata and checks that need the form find it.
 */
export function withCorrectedFormNames(protocol: Protocol): Pick<Protocol, "flow" | "conversations"> {
	const candidates = unnamed(protocol);
	const meant = (name: string) => (isThere(protocol, name) ? name : (nearest(name, candidates) ?? name));
	return {
		flow: protocol.flow.map(meant),
		conversations: protocol.conversations.map((entry) => ({ ...entry, after: entry.after.map(meant) })),
	};
}

/** Whether this form is named, even if it is not written yet. */
export const isNamed = ({ flow, conversations }: Protocol, form: string): boolean =>
	flow.includes(form) || conversations.some(({ after }) => after.includes(form));

/**
 * Whether the form's own fault is reported: it is not written yet, or it is never shown. Rules and strata that need it
 * are then not faults.
 */
export const isReportedElsewhere = (protocol: Protocol, form: string): boolean =>
	isNamed(protocol, form) !== Object.hasOwn(protocol.forms, form);
