import type { Cipher } from "../access/cipher.ts";
import type { OpenedAllocator } from "../randomisation/client.ts";
import { labelText } from "../randomisation/label-text.ts";
import type { ArmLabel } from "../randomisation/plan.ts";
import type { Pool } from "../randomisation/pool.ts";
import type { ArmKey } from "./sealed.ts";
import { sealedFrom } from "./sealed-storing.ts";
import { unseal } from "./unseal.ts";

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
