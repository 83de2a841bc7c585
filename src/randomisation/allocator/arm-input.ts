/**
 * Something that the arms of a study are made of, such as an adapter or what is known of a person, by a name and the hash of what it is.
 * Null: there is none.
 */
export type ArmInput = { readonly name: string; readonly hash: string | null };

/** Stands among the inputs of a study whose inputs are all fixed. Studies from before that have none. */
export const ALL_FIXED: ArmInput = { name: "*", hash: "fixed" };
