import type { Schemas } from "../../net/api.ts";

type View = Schemas["Walk"]["views"][number];

/** A name for each step, from the protocol. */
export const stepNames = (views: readonly View[]): readonly string[] => views.map(nameOf);

function nameOf({ step, conversation, status }: View): string {
	if (!step) return status === "completed" ? "The end" : "An early end";
	const which = conversation ? `Conversation ${conversation.index}` : "";
	if (step.kind === "consent") return "Consent";
	if (step.kind === "form") return which ? `${step.title} (${which})` : step.title;
	if (step.kind === "choice") return `${which}: the choice`;
	if (step.kind === "message") return step.canEnd ? `${which}: may end` : `${which}: message ${step.turn}`;
	return "Waiting";
}
