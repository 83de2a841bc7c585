import { openArmKey } from "../blinding/labels/arm-key.ts";
import type { Cipher } from "../crypto/cipher.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import { labelText } from "../randomisation/plan/label-text.ts";
import type { ArmLabel } from "../randomisation/plan/plan.ts";

/** Which arms one participant was given. By arm id, and by no label: the study's key stays closed. */
export type ParticipantArms = {
	readonly sequence: string[];
	/** In the participant's order; positions count from 1. */
	readonly conversations: {
		readonly position: number;
		readonly conversation: string;
		readonly slots: { readonly slot: string; readonly arm: string }[];
	}[];
};

/** Null for who was never randomised. Nothing is written: the answer is the only place where it stands. */
export async function armsOfParticipant(
	allocator: Allocator,
	session: string,
	cipher?: Cipher,
): Promise<ParticipantArms | null> {
	const known = await allocator.recall(session);
	if (!known) return null;
	const { sequence, conversations } = known.plan;
	const arms = new Map(openArmKey(known.sealedArms, cipher).map(({ label, arm }) => [label, arm]));
	const named = (label: ArmLabel): string => {
		const arm = arms.get(labelText(label));
		if (arm === undefined) throw new Error("a label that stands for no arm");
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
