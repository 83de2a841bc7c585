import { bytesToHex } from "@noble/hashes/utils.js";
import type { Cipher } from "../crypto/cipher.ts";
import type { Protocol } from "../protocol/schema/schema.ts";
import type { AllocatorOpening } from "../randomisation/allocator/allocator-client.ts";
import { openingRecord } from "../randomisation/allocator/opening-record.ts";
import { prepareSchemes } from "../randomisation/draw/scheme.ts";
import { labelText } from "../randomisation/plan/label-text.ts";
import type { ArmLabel } from "../randomisation/plan/plan.ts";
import type { RandomBytes } from "../shared/id.ts";
import { poolLabelsOf } from "./labels/draw-labels.ts";
import { createSealKeys } from "./seals/seal-keys.ts";
import { type ArmKey, seal } from "./seals/sealed.ts";
import { storedSeal } from "./seals/sealed-storing.ts";

type StudyToOpen = { readonly id: string; readonly protocolHash: string; readonly protocol: Protocol };

/**
 * The data that a study gives its allocator when it opens: a new secret seed, the labels drawn from it for each pool, the
 * sealed arm key, and a key pair for rows. The allocator keeps the first opening, so a repeated call does no harm. Throws
 * if nothing can be drawn from the protocol, so that the allocator accepts every prepared opening.
 */
export const prepareOpening = async (
	study: StudyToOpen,
	random: RandomBytes,
	cipher?: Cipher,
): Promise<AllocatorOpening> => openingWith(study, bytesToHex(random(32)), await createSealKeys(), cipher);

/** The opening that follows from a seed. */
export function openingWith(
	study: StudyToOpen,
	seed: string,
	sealKeys: AllocatorOpening["sealKeys"],
	cipher?: Cipher,
): AllocatorOpening {
	const { arms, design, conversations, recruitment } = study.protocol;
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
		sealKeys,
	};
	prepareSchemes(openingRecord(opening), seed);
	return opening;
}
