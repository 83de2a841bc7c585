type ArmKey = readonly { readonly label: string; readonly arm: string }[];

export type NameOfLabel = (label: string) => string;

/** How researchers are shown an arm: by its id where the key is open, otherwise by its label. */
export function armNames(armKey: ArmKey): NameOfLabel {
	const arms = new Map(armKey.map(({ label, arm }) => [label, arm]));
	return (label) => arms.get(label) ?? label;
}
