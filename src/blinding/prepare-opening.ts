import { bytesToHex } from "@noble/hashes/utils.js";
import type { Cipher } from "../crypto/cipher.ts";
import type { Protocol } from "../protocol/schema/schema.ts";
import type { AllocatorOpening } from "../randomisation/allocator/allocator-client.ts";
import { openingRecord } from "../randomisation/allocator/opening-record.ts";
import { prepareSchemes } from "../randomisation/draw/scheme.ts";
import { labelText } from "../randomisation/plan/label-text.ts";
import type { ArmLabel } from "../randomisation/plan/plan.ts";
import type { RandomBytes } from "../shared/id.ts";
import { poolLabelsOf } from "./labels/labels.ts";
import { createSealKeys } from "./seals/seal-keys.ts";
import { type ArmKey, seal } from "./seals/sealed.ts";
import { storedSeal } from "./seals/sealed-storing.ts";

type StudyToOpen = { readonly id: string; readonly protocolHash: string; readonly protocol: Protocol };

/**
 * What a study hands to its allocator when it opens: a fresh secret seed, the arms' labels drawn from it for each pool, their
 * key under seal, and a pair of keys for rows. The allocator keeps the first opening, so a call that is repeated does no harm.
 * Throws where nothing can be drawn from the protocol: an opening that was prepared is one that the allocator takes.
 */
export async function prepareOpening(
	study: StudyToOpen,
	random: RandomBytes,
	cipher?: Cipher,
): Promise<AllocatorOpening> {
	const { arms, design, conversations, recruitment } = study.protocol;
	const seed = bytesToHex(random(32));
	const { live, ...poolLabels } = poolLabelsOf(seed, arms.length);
	const keyOf = (labels: readonly ArmLabel[]) =>
		labels.map((label, index) => [labelText(label), arms[index]?.id ?? ""] as const);
	const key: ArmKey = Object.fromEntries([live, ...Object.values(poolLabels)].flatMap(keyOf));
	const opening: AllocatorOpening = {
		studyId: study.id,
		protocolHash: study.protocolHash,
		design,
		conversations: conversations.map(({ id, layout, arms: shown }) => ({ id, layout, arms: shown })),
		quota: recruitment.quota ?? null,
		seed,
		labels: live,
		poolLabels,
		sealedArms: storedSeal(seal<ArmKey>(key, cipher)),
		sealKeys: await createSealKeys(),
	};
	prepareSchemes(openingRecord(opening), seed);
	return opening;
}
