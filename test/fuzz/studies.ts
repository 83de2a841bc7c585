import type { ProtocolInput } from "../../src/protocol/schema/schema.ts";
import { EXITS, smallStudy } from "../support/protocols/small-study.ts";
import { ARM_IDS, MODEL_NAMES, SERVED_MODELS, SYSTEM_PROMPT } from "./secrets.ts";

/** Each kind of study that the contract has. */
export const VARIANTS = [
	"single",
	"best-of",
	"side-by-side",
	"served",
	"prolific",
	"forms",
	"personal",
	"links",
] as const;
export type Variant = (typeof VARIANTS)[number];

const PROLIFIC: readonly Variant[] = ["prolific", "served", "personal"];

/** A protocol that opens, with recognisable names for arms and models. */
export function protocolOf(variant: Variant, slug: string): ProtocolInput {
	const layout = variant === "best-of" || variant === "side-by-side" ? variant : "single";
	return smallStudy({
		slug,
		layout,
		models: Object.fromEntries(MODEL_NAMES.map((name, index) => [name, modelOf(variant, index)])),
		arms: ARM_IDS.map((id, index) => ({
			...(variant === "personal" && index === 0 ? { personalisation: PROMPT } : {}),
			id,
			model: MODEL_NAMES[index] ?? "",
			system: `${SYSTEM_PROMPT} ${index}`,
			description: index === 0 ? "The first" : "The second",
		})),
		consent: { version: "1", text: "# Consent", behaviour: true, copy: true },
		...(PROLIFIC.includes(variant) ? { recruitment: { prolific: { exits: EXITS }, unsigned: "accepted" } } : {}),
		...(variant === "single" ? { recruitment: { quota: { total: 2 }, returnUrls: ["https://survey.example"] } } : {}),
		...(variant === "links" ? { recruitment: { returnUrls: ["https://survey.example"], links: LINKS } } : {}),
		...(variant === "forms" ? withForms() : {}),
	});
}

export const SOURCES = ["tool", "signed-tool"] as const;

const LINKS = {
	tool: { parameters: { participant: "rid", returnUrl: "ret", pool: "preview" }, attributes: { region: "area" } },
	"signed-tool": { parameters: { participant: "rid" }, signed: true },
};

const PROMPT = { kind: "prompt", template: "They live in the {{attributes.region}}." } as const;

type Model = ProtocolInput["models"][string];

function modelOf(variant: Variant, index: number): Model {
	if (variant !== "served") return { provider: "rehearsal", character: index === 0 ? "terse" : "warm" };
	return { provider: "openai-compatible", endpoint: "FUZZ", model: SERVED_MODELS[index] ?? "" };
}

const options = ["one", "two", "three"].map((value) => ({ value, label: value }));
const scale = { min: 1, max: 5, minLabel: "Not at all", maxLabel: "Very much" };

/** An item of each kind. */
const withForms = (): Partial<ProtocolInput> => ({
	forms: {
		about: {
			title: "About you",
			shuffle: true,
			items: [
				{ id: "age", kind: "number", label: "Age", min: 0, max: 120 },
				{ id: "words", kind: "text", label: "In your words", maxLength: 200 },
				{ id: "one", kind: "choice", label: "One", options },
				{ id: "several", kind: "choices", label: "Several", options, min: 1, max: 2 },
				{ id: "agree", kind: "likert", label: "Do you agree?", ...scale, notApplicable: true },
				{ id: "slide", kind: "vas", label: "How much?", minLabel: "None", maxLabel: "All" },
				{ id: "order", kind: "ranking", label: "Best first", options },
				{ id: "note", kind: "info", label: "Thank you so far." },
			],
		},
		experience: { title: "How was it?", items: [{ id: "which", kind: "guess", label: "Which was it?" }] },
		ranking: {
			title: "Which was best?",
			items: [{ id: "best", kind: "ranking", label: "Best first", options: "conversations" }],
		},
	},
	eligibility: [],
	checks: undefined,
});
