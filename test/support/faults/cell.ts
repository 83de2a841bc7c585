export const LAYOUTS = ["single", "best-of", "side-by-side"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The file and title of a test, exactly as the file writes the title. */
export type NamedTest = { readonly file: string; readonly title: string };

/** A run of its own, by its script, for what is no test of a file: CI runs it too. */
export type ScriptedRun = { readonly file: string; readonly script: string };

/** One fault at one moment in one layout, and what the participant then sees. */
export type Cell = {
	readonly area: "Model server" | "D1" | "The session's object" | "Other objects" | "The participant's client";
	readonly fault: string;
	readonly moment: string;
	/** `any` if the layout makes no difference, because the fault concerns no reply. */
	readonly layout: Layout | "any";
	/** In the words of the contract. */
	readonly sees: string;
	/** The longest wait of the participant until they see it. */
	readonly waits: string;
	readonly finishes: string;
	readonly test: NamedTest | ScriptedRun;
};
