import type { ProtocolInput } from "../../src/protocol/schema/schema.ts";
import { ARM_IDS, EXITS, smallStudy } from "../support/protocols/small-study.ts";

export const LAYOUTS = ["single", "best-of", "side-by-side"] as const;
export type Layout = (typeof LAYOUTS)[number];

export const ENDPOINT = "CHAOS";
export const TURNS = 2;

export const slugOf = (layout: Layout): string => `chaos-${layout}`;

/** A moderate pace keeps a run short. One study has no pace. */
const PACE = { firstFrameMs: 400, charactersPerSecond: 250 };

/** A double-blind study on a model server. Each turn has a reply by each arm that its layout shows. */
export function studyOf(layout: Layout): ProtocolInput {
	const study = smallStudy({ slug: slugOf(layout), layout });
	return {
		...study,
		recruitment: { prolific: { exits: EXITS }, unsigned: "accepted" },
		blinding: { level: "double", pace: layout === "single" ? "as-is" : PACE },
		models: Object.fromEntries(
			ARM_IDS.map((_, arm) => [
				`model-${arm}`,
				{ provider: "openai-compatible", endpoint: ENDPOINT, model: `m${arm}` },
			]),
		),
		conversations: study.conversations.map((entry) => ({ ...entry, turns: { min: TURNS, max: TURNS } })),
		forms: { ...study.forms, experience: EXPERIENCE },
	};
}

const EXPERIENCE: NonNullable<ProtocolInput["forms"]>[string] = {
	title: "How was it?",
	items: [
		{ id: "overall", kind: "vas", label: "Overall", minLabel: "Terrible", maxLabel: "Perfect" },
		{ id: "words", kind: "text", label: "In your words", maxLength: 2000 },
	],
};

/** The form that is asked before a place is drawn. */
export const BEFORE_ALLOCATION = "about";

/** The view names a form only by its title. */
export function formTitled(layout: Layout, title: string): string {
	const found = Object.entries(studyOf(layout).forms ?? {}).find(([, form]) => form.title === title);
	if (!found) throw new Error(`no form has the title ${title}`);
	return found[0];
}

/** Conversations that a participant has. */
export const conversationsOf = (layout: Layout): number => (layout === "single" ? ARM_IDS.length : 1);

/** The number of acknowledged requests in a completed session, including the enrolment. */
export function acknowledgementsOf(layout: Layout): number {
	const choices = layout === "best-of" ? TURNS : 0;
	return 4 + conversationsOf(layout) * (TURNS + choices + 1);
}
