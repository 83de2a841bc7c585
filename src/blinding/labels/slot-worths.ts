import type { Cipher } from "../../crypto/cipher.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import type { Plan } from "../../randomisation/plan/plan.ts";
import type { ArmKey } from "../seals/sealed.ts";
import { sealedFrom } from "../seals/sealed-storing.ts";
import { unseal } from "../seals/unseal.ts";

/**
 * The preferences of a scripted participant by conversation, in the plan's order, and by slot. Only for sessions of the
 * pool `simulated`: their choices reveal which label has which preference, and no other pool has these labels. Arms
 * without a preference have 0.
 */
export function slotWorths(
	{ plan, sealedArms }: { readonly plan: Plan; readonly sealedArms: string },
	preferences: Readonly<Record<string, number>>,
	cipher?: Cipher,
): Readonly<Record<string, number>>[] {
	const arms = unseal(sealedFrom<ArmKey>(sealedArms), cipher);
	return plan.conversations.map(({ slots }) =>
		Object.fromEntries(slots.map(({ slot, label }) => [slot, preferences[arms[labelText(label)] ?? ""] ?? 0])),
	);
}
