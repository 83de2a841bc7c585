import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";

type FormInput = NonNullable<ProtocolInput["forms"]>[string];

/** The arms of the small studies. The leak scan looks for these words. */
export const ARM_IDS = ["arm-alpha-secret", "arm-beta-secret"] as const;

/** A completion code for each exit, for studies that recruit on Prolific. */
export const EXITS = Object.fromEntries(
	["completed", "declined", "screened_out", "failed_checks", "full", "withdrawn", "expired"].map((exit) => [
		exit,
		{ code: exit.toUpperCase() },
	]),
);

const characters = ["terse", "warm", "flattering", "cautious"] as const;

const option = (value: string) => ({ value, label: value });

const about: FormInput = {
	title: "About you",
	items: [
		{ id: "age", kind: "number", label: "How old are you?", min: 0, max: 120 },
		{
			id: "check",
			kind: "choice",
			label: "Take the second.",
			options: [option("first"), option("second")],
			correct: "second",
		},
	],
};

const experience: FormInput = {
	title: "How was it?",
	items: [{ id: "overall", kind: "vas", label: "Overall", minLabel: "Terrible", maxLabel: "Perfect" }],
};

const rankingOf = (layout: "single" | "side-by-side"): FormInput => ({
	title: "Which was best?",
	items: [
		{ id: "best", kind: "ranking", label: "Best first", options: layout === "single" ? "conversations" : "panes" },
	],
});

/** A best-of has only one conversation, so there is nothing to rank. */
const closing: FormInput = {
	title: "Anything else?",
	items: [{ id: "words", kind: "text", label: "In your words", required: false }],
};

type Options = Partial<ProtocolInput> & {
	readonly slug: string;
	readonly layout?: "single" | "best-of" | "side-by-side";
};

/** A study with few steps: consent, a form, conversations with a form after each, a ranking. */
export function smallStudy({ layout = "single", ...over }: Options): ProtocolInput {
	return {
		title: "Two assistants",
		blinding: { level: "double", pace: "as-is" },
		models: Object.fromEntries(
			ARM_IDS.map((_, index) => [`model-${index}`, { provider: "rehearsal", character: characters[index] ?? "terse" }]),
		),
		arms: ARM_IDS.map((id, index) => ({ id, model: `model-${index}` })),
		design: { kind: "crossover", order: "williams" },
		conversations: [
			{
				id: "chat",
				title: "A conversation",
				instructions: "Talk about anything.",
				layout,
				arms: "each",
				turns: { min: 1, max: 2 },
				after: ["experience"],
			},
		],
		consent: { version: "1", text: "# Consent\nYou may stop at any time." },
		forms: { about, experience, ...(layout === "best-of" ? { closing } : { ranking: rankingOf(layout) }) },
		flow: ["consent", "about", "conversations", layout === "best-of" ? "closing" : "ranking"],
		eligibility: [{ form: "about", item: "age", atLeast: 18 }],
		checks: { failAfter: 1 },
		...over,
	};
}
