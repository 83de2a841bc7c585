import type { ArmKey, Sealed } from "./sealed.ts";
import { unseal } from "./unseal.ts";

/** Which arm each label stands for, in the order of labels. For a single-blind study, whose researchers may know it from the start. */
export function openArmKey(sealed: string): { readonly label: string; readonly arm: string }[] {
	const key = unseal(sealed as Sealed<ArmKey>);
	return Object.entries(key)
		.map(([label, arm]) => ({ label, arm }))
		.sort((one, other) => (one.label < other.label ? -1 : 1));
}
