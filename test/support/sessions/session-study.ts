import { type ArmKey, seal } from "../../../src/blinding/seals/sealed.ts";
import { parseProtocol } from "../../../src/protocol/parse/parse.ts";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { asLabel } from "../../../src/randomisation/plan/label-text.ts";
import type { Plan, PlannedConversation } from "../../../src/randomisation/plan/plan.ts";
import type { SessionFacts } from "../../../src/session/domain/session-facts.ts";
import type { Study } from "../../../src/session/domain/state.ts";

/** Words that no view may contain. They are in upper case, which no id and no text of a test uses. */
export const ARM_IDS = ["arm-secret-sun", "arm-secret-moon"] as const;
export const [SUN, MOON] = ["QQ4", "XX9"] as const;
export const ARM_KEY = seal<ArmKey>({ [SUN]: ARM_IDS[0], [MOON]: ARM_IDS[1] });
export const SEAL_TO: JsonWebKey = { kty: "EC", crv: "P-256", x: "x", y: "y" };

export const SESSION = "se_000000000000000000000001";
export const FACTS: SessionFacts = {
	sessionId: SESSION,
	studyId: "sy_000000000000000000000001",
	slug: "mixed",
	protocolHash: "sha256:test",
	participantId: "pt_000000000000000000000001",
	source: "prolific",
	externalId: "prolific-1",
	reference: { submission: "submission-1" },
	pool: "live",
	attributes: { region: "north" },
	returnUrl: null,
};

const option = (value: string) => ({ value, label: value });

/** Valid answers to the forms of `studyWith`, which pass all checks. */
export const ABOUT = { age: 30, check: "second" };
export const EXPERIENCE = { overall: 70, attention: 2 };

/** All three layouts, a form before, after and behind them, and each kind of end. Parsed as a researcher's file would be. */
export const mixedProtocol: ProtocolInput = {
	slug: "mixed",
	title: "Assistants",
	blinding: { level: "double", pace: { firstFrameMs: 900, charactersPerSecond: 90 } },
	models: {
		"model-1": { provider: "rehearsal", character: "warm" },
		"model-2": { provider: "rehearsal", character: "terse" },
	},
	arms: [
		{ id: ARM_IDS[0], model: "model-1" },
		{ id: ARM_IDS[1], model: "model-2" },
	],
	design: { kind: "crossover" },
	conversations: [
		{
			id: "solo",
			title: "One",
			instructions: "Talk.",
			layout: "single",
			arms: "each",
			turns: { min: 1, max: 2 },
			after: ["experience"],
		},
		{
			id: "duel",
			title: "The better of two",
			instructions: "Choose.",
			layout: "best-of",
			arms: 2,
			turns: { min: 2, max: 3 },
			after: ["experience"],
		},
		{
			id: "panes",
			title: "Beside each other",
			instructions: "Compare.",
			layout: "side-by-side",
			arms: "each",
			turns: { min: 1, max: 2 },
			after: ["which"],
		},
	],
	consent: { version: "2026-05", text: "# Consent" },
	forms: {
		about: {
			title: "About you",
			items: [
				{ id: "note", kind: "info", label: "Please read carefully." },
				{ id: "age", kind: "number", label: "Age", min: 0, max: 120 },
				{ id: "check", kind: "choice", label: "Second", options: ["first", "second"].map(option), correct: "second" },
				{ id: "words", kind: "text", label: "In your words", required: false, maxLength: 20 },
			],
		},
		experience: {
			title: "How was it?",
			items: [
				{ id: "overall", kind: "vas", label: "Overall", notApplicable: true },
				{ id: "attention", kind: "likert", label: "Take 2", max: 5, correct: 2 },
			],
		},
		which: { title: "Which?", items: [{ id: "best", kind: "ranking", label: "Best first", options: "panes" }] },
		closing: {
			title: "At the end",
			items: [
				{ id: "order", kind: "ranking", label: "Best first", options: "conversations" },
				{ id: "bye", kind: "text", label: "Anything else?", required: false },
			],
		},
	},
	flow: ["consent", "about", "conversations", "closing"],
	eligibility: [{ form: "about", item: "age", atLeast: 18 }],
	checks: { failAfter: 2 },
	limits: { messageCharacters: 40 },
	recruitment: {
		prolific: { exits: { completed: { code: "DONE" }, declined: { code: "NO" }, screened_out: { code: "OUT" } } },
	},
};

export function studyWith(over: Partial<ProtocolInput> = {}): Study {
	const parsed = parseProtocol({ ...mixedProtocol, ...over });
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return { protocol: parsed.value };
}

/** The same study with one entry of its conversations changed. */
export function studyWithEntry(id: string, over: Partial<ProtocolInput["conversations"][number]>): Study {
	const { conversations } = mixedProtocol;
	return studyWith({ conversations: conversations.map((entry) => (entry.id === id ? { ...entry, ...over } : entry)) });
}

const planned = (entry: string, ...labels: readonly string[]): PlannedConversation => ({
	entry,
	slots: labels.map((label, place) => ({ slot: String.fromCharCode(97 + place), label: asLabel(label) })),
});

const planWith = (...conversations: readonly PlannedConversation[]): Plan => ({
	algorithm: "test",
	draw: 0,
	stratum: "(all)",
	sequence: [SUN, MOON].map(asLabel),
	conversations,
	seed: "5".repeat(64),
});

/** A plan for each layout, and one for a participant of the whole study. */
export const PLANS = {
	solo: planWith(planned("solo", SUN), planned("solo", MOON)),
	duel: planWith(planned("duel", MOON, SUN)),
	panes: planWith(planned("panes", SUN, MOON)),
	mixed: planWith(planned("solo", SUN), planned("duel", MOON, SUN), planned("panes", SUN, MOON), planned("solo", MOON)),
} as const;
