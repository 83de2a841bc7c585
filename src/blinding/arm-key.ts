import type { ArmKey } from "./sealed.ts";
import { sealedFrom } from "./sealed-storing.ts";
import { unseal } from "./unseal.ts";

/** Which arm each label stands for, in the order of labels. For a single-blind study, whose researchers may know it from the start. */
export function openArmKey(sealed: string): { readonly label: string; readonly arm: string }[] {
	const key = unseal(sealedFrom<ArmKey>(sealed));
	return Object.entries(key)
		.map(([label, arm]) => ({ label, arm }))
		.sort((one, other) => (one.label < other.label ? -1 : 1));
}
