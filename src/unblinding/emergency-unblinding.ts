import { unsealArmKey } from "../blinding/labels/arm-key.ts";
import type { Cipher } from "../crypto/cipher.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import { labelText } from "../randomisation/plan/label-text.ts";
import type { ArmLabel } from "../randomisation/plan/plan.ts";

/** One participant's arms, by arm id and without labels, so that the study's arm key stays secret. */
export type ParticipantArms = {
	readonly sequence: string[];
	/** In the participant's order. Positions count from 1. */
	readonly conversations: {
		readonly position: number;
		readonly conversation: string;
		readonly slots: { readonly slot: string; readonly arm: string }[];
	}[];
};

/** Null if the participant was not randomised. Nothing is written: only the response has the arms. */
export async function armsOfParticipant(
	allocator: Allocator,
	session: string,
	cipher?: Cipher,
): Promise<ParticipantArms | null> {
	const known = await allocator.recall(session);
	if (!known) return null;
	const { sequence, conversations } = known.plan;
	const arms = new Map(unsealArmKey(known.sealedArms, cipher).map(({ label, arm }) => [label, arm]));
	const named = (label: ArmLabel): string => {
		const arm = arms.get(labelText(label));
		if (arm === undefined) throw new Error("the label has no arm");
		return arm;
	};
	return {
		sequence: sequence.map(named),
		conversations: conversations.map(({ entry, slots }, index) => ({
			position: index + 1,
			conversation: entry,
			slots: slots.map(({ slot, label }) => ({ slot, arm: named(label) })),
		})),
	};
}
