import type { Cipher } from "../../crypto/cipher.ts";
import type { OpenedAllocator } from "../../randomisation/allocator/allocator-client.ts";
import type { Pool } from "../../randomisation/draw/pool.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import type { ArmLabel } from "../../randomisation/plan/plan.ts";
import type { ArmKey } from "../seals/sealed.ts";
import { sealedFrom } from "../seals/sealed-storing.ts";
import { unseal } from "../seals/unseal.ts";

/** Which arm each label stands for, in the order of labels. For a single-blind study, whose researchers may know it from the start. */
export function openArmKey(sealed: string, cipher?: Cipher): { readonly label: string; readonly arm: string }[] {
	const key = unseal(sealedFrom<ArmKey>(sealed), cipher);
	return Object.entries(key)
		.map(([label, arm]) => ({ label, arm }))
		.sort((one, other) => (one.label < other.label ? -1 : 1));
}

type Labelled = Pick<OpenedAllocator, "sealedArms" | "labels" | "poolLabels">;
export type KeyOfArms = { readonly label: string; readonly arm: string; readonly pool: Pool | null };

/** The same, with the pool whose label it is; null in a study from before each pool had labels of its own. */
export function openPoolKey({ sealedArms, labels, poolLabels }: Labelled, cipher?: Cipher): KeyOfArms[] {
	const pools = Object.entries(poolLabels ? { live: labels, ...poolLabels } : {}) as [Pool, readonly ArmLabel[]][];
	const of = new Map(pools.flatMap(([pool, own]) => own.map((label) => [labelText(label), pool] as const)));
	return openArmKey(sealedArms, cipher).map((key) => ({ ...key, pool: of.get(key.label) ?? null }));
}
