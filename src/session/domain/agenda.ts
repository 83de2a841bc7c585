import { formOf } from "../../protocol/steps/steps.ts";
import type { BlindedPlan, BlindedStudy } from "./blinded-state.ts";
import { type AgendaItem, entryOf } from "./state.ts";

/** The protocol's flow for one participant. Ends with `allocation` while there is no plan. */
export function agendaOf(study: BlindedStudy, plan: BlindedPlan | null): readonly AgendaItem[] {
	const items: AgendaItem[] = [];
	for (const part of study.protocol.flow) {
		if (part === "consent") items.push({ kind: "consent" });
		else if (part !== "conversations") items.push(...formsOf(study, plan, part));
		else if (plan) items.push(...conversationsOf(study, plan));
		else return [...items, { kind: "allocation" }];
	}
	return items;
}

function conversationsOf(study: BlindedStudy, plan: BlindedPlan): AgendaItem[] {
	return plan.conversations.flatMap((_, conversation): AgendaItem[] => [
		{ kind: "conversation", conversation },
		...entryOf(study, plan, conversation).after.map((form): AgendaItem => ({ kind: "form", form, conversation })),
	]);
}

/** A form of the flow: asked once, or once for each conversation in the participant's order. */
function formsOf(study: BlindedStudy, plan: BlindedPlan | null, form: string): AgendaItem[] {
	const each = formOf(study.protocol, form).each !== undefined;
	if (!each || !plan) return [{ kind: "form", form, conversation: null }];
	return plan.conversations.map((_, conversation): AgendaItem => ({ kind: "form", form, conversation }));
}
