type ArmKey = readonly { readonly label: string; readonly arm: string }[];

export type NameOfLabel = (label: string) => string;

/** How researchers see an arm: by its id if the arm key is open, otherwise by its label. */
export function armNames(armKey: ArmKey): NameOfLabel {
	const arms = new Map(armKey.map(({ label, arm }) => [label, arm]));
	return (label) => arms.get(label) ?? label;
}
