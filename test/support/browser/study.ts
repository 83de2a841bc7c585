import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";

type Layout = "single" | "best-of" | "side-by-side";

const CONSENT = `## Key points

- **What you do.** You talk to an assistant and say what you think of it.
- **How long.** Two minutes.
- You may [stop](https://example.org/stopping) at any time.

<script>document.title = "hacked"</script>`;

const options = (...labels: readonly string[]) => labels.map((label) => ({ value: label.toLowerCase(), label }));

const about: NonNullable<ProtocolInput["forms"]>[string] = {
	title: "About you",
	items: [
		{ id: "intro", kind: "info", label: "A few questions first.\nThey take a minute." },
		{ id: "age", kind: "number", label: "How old are you?", min: 0, max: 120, step: 1, help: "In years." },
		{
			id: "device",
			kind: "choice",
			label: "What do you read this on?",
			options: options("Phone", "Tablet", "Computer"),
		},
		{
			id: "uses",
			kind: "choices",
			label: "What do you use assistants for?",
			options: options("Work", "School", "Fun"),
			max: 2,
		},
		{ id: "trust", kind: "likert", label: "I trust assistants.", minLabel: "Not at all", maxLabel: "Completely" },
		{ id: "mood", kind: "vas", label: "How do you feel?", minLabel: "Very bad", maxLabel: "Very good" },
		{
			id: "friend",
			kind: "vas",
			label: "How did your last assistant treat you?",
			minLabel: "Badly",
			maxLabel: "Well",
			notApplicable: true,
		},
		{
			id: "order",
			kind: "ranking",
			label: "What matters most to you?",
			options: options("Truth", "Kindness", "Speed"),
		},
		{ id: "words", kind: "text", label: "Anything that we should know?", required: false, maxLength: 200 },
	],
};

const after: NonNullable<ProtocolInput["forms"]>[string] = {
	title: "How was it?",
	items: [{ id: "overall", kind: "vas", label: "Overall", minLabel: "Terrible", maxLabel: "Perfect" }],
};

const panes: NonNullable<ProtocolInput["forms"]>[string] = {
	title: "Which was better?",
	items: [{ id: "best", kind: "ranking", label: "The better one first", options: "panes" }],
};

const layouts: Record<Layout, Pick<ProtocolInput, "conversations" | "forms" | "flow">> = {
	single: {
		conversations: [conversation("single", { arms: 1, turns: { min: 2, max: 3 } })],
		forms: { about, after },
		flow: ["consent", "about", "conversations", "after"],
	},
	"best-of": {
		conversations: [conversation("best-of", { arms: 4, turns: { min: 1, max: 2 } })],
		forms: { about, after },
		flow: ["consent", "about", "conversations", "after"],
	},
	"side-by-side": {
		conversations: [conversation("side-by-side", { arms: 2, turns: { min: 1, max: 2 }, after: ["panes"] })],
		forms: { about, panes },
		flow: ["consent", "about", "conversations"],
	},
};

function conversation(
	layout: Layout,
	more: Pick<ProtocolInput["conversations"][number], "arms" | "turns" | "after">,
): ProtocolInput["conversations"][number] {
	return {
		id: "talk",
		title: "Plan a weekend",
		instructions: "Ask for an idea for your next free day.",
		layout,
		...more,
	};
}

/** A study with every kind of item and one conversation of this layout, recruited from Prolific. */
export const browserStudy = (slug: string, layout: Layout, over: Partial<ProtocolInput> = {}): ProtocolInput => ({
	slug,
	title: "A study for browsers",
	blinding: { level: "double", pace: "as-is" },
	models: {
		one: { provider: "rehearsal", character: "terse" },
		two: { provider: "rehearsal", character: "warm" },
		three: { provider: "rehearsal", character: "cautious" },
		four: { provider: "rehearsal", character: "flattering" },
	},
	arms: [
		{ id: "arm-one", model: "one" },
		{ id: "arm-two", model: "two" },
		{ id: "arm-three", model: "three" },
		{ id: "arm-four", model: "four" },
	],
	design: { kind: "crossover", order: "williams" },
	consent: { version: "1", text: CONSENT },
	eligibility: [{ form: "about", item: "age", atLeast: 18 }],
	recruitment: {
		prolific: {
			exits: {
				completed: { code: "DONE1234" },
				declined: { code: "NOTHANKS" },
				screened_out: { code: "NOTYOU12" },
				full: { code: "FULL1234" },
				failed_checks: { code: "CHECK123" },
			},
		},
	},
	...layouts[layout],
	...over,
});
