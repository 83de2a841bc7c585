import { systemOf } from "../../models/calls/fitting.ts";
import type { Arm, Protocol } from "../../protocol/schema/schema.ts";
import type { Profile } from "../profiles/profile.ts";
import { contextPrompt } from "./context-prompt.ts";

/** The prompted arm of this name. The name may be omitted if there is only one. Null if there is none. */
export function promptedArm({ arms }: Protocol, name: string | undefined): Arm | null {
	const prompted = arms.filter(({ personalisation }) => personalisation?.kind === "prompt");
	if (name === undefined) return prompted.length === 1 ? (prompted[0] ?? null) : null;
	return prompted.find(({ id }) => id === name) ?? null;
}

/** This arm's prompt for this person, made by the same function as at admission. */
export function previewOf(
	protocol: Protocol,
	arm: Arm,
	{ id, profile }: { readonly id: string; readonly profile: Profile },
) {
	const { personalisation } = arm;
	if (personalisation?.kind !== "prompt") throw new Error("the arm has no prompt of its own");
	const basics = { participant: id, arm: arm.id, maxTokens: personalisation.maxTokens };
	const filled = contextPrompt(personalisation, profile);
	if (!filled.ok) {
		const missing = [...filled.error.fields];
		return { ...basics, system: null, prompt: null, tokens: null, leftOut: null, missing };
	}
	const { text, tokens, leftOut } = filled.value;
	const system = systemOf(protocol, arm, { prompt: text, adapter: null }) ?? null;
	const { turns, fields } = leftOut;
	return { ...basics, system, prompt: text, tokens, leftOut: { turns, fields: [...fields] }, missing: [] };
}
