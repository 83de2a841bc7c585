import type { Cipher } from "../../crypto/cipher.ts";
import type { OpenedAllocator } from "../../randomisation/allocator/allocator-client.ts";
import type { Pool } from "../../randomisation/draw/pool.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import type { ArmLabel } from "../../randomisation/plan/plan.ts";
import type { ArmKey } from "../seals/sealed.ts";
import { sealedFrom } from "../seals/sealed-storing.ts";
import { unseal } from "../seals/unseal.ts";

/** The arm of each label, sorted by label. For single-blind studies, whose researchers may know it from the start, and for emergency unblinding. */
export function unsealArmKey(sealed: string, cipher?: Cipher): { readonly label: string; readonly arm: string }[] {
	const key = unseal(sealedFrom<ArmKey>(sealed), cipher);
	return Object.entries(key)
		.map(([label, arm]) => ({ label, arm }))
		.sort((one, other) => (one.label < other.label ? -1 : 1));
}

type Labelled = Pick<OpenedAllocator, "sealedArms" | "labels" | "poolLabels">;
export type ArmKeyRow = { readonly label: string; readonly arm: string; readonly pool: Pool | null };

/** The same with the pool of each label. The pool is null in old studies, whose pools shared their labels. */
export function unsealPoolKey({ sealedArms, labels, poolLabels }: Labelled, cipher?: Cipher): ArmKeyRow[] {
	const pools = Object.entries(poolLabels ? { live: labels, ...poolLabels } : {}) as [Pool, readonly ArmLabel[]][];
	const poolOf = new Map(pools.flatMap(([pool, own]) => own.map((label) => [labelText(label), pool] as const)));
	return unsealArmKey(sealedArms, cipher).map((key) => ({ ...key, pool: poolOf.get(key.label) ?? null }));
}
