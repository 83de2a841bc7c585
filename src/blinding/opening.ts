import { bytesToHex } from "@noble/hashes/utils.js";
import type { Cipher } from "../access/cipher.ts";
import type { Protocol } from "../protocol/schema.ts";
import type { AllocatorOpening } from "../randomisation/client.ts";
import { labelText } from "../randomisation/label-text.ts";
import { openingRecord } from "../randomisation/opening-record.ts";
import type { ArmLabel } from "../randomisation/plan.ts";
import { prepareSchemes } from "../randomisation/scheme.ts";
import type { RandomBytes } from "../shared/id.ts";
import { poolLabelsOf } from "./labels.ts";
import { createSealKeys } from "./seal-keys.ts";
import { type ArmKey, seal } from "./sealed.ts";
import { storedSeal } from "./sealed-storing.ts";

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
