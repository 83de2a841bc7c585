import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import type { SessionView, StepView } from "../../../src/session/view/view-schema.ts";
import { enrol, openStudy, plausible, walk } from "../http/participant.ts";
import type { Served } from "./served.ts";

const rating = {
	title: "How was it?",
	items: [
		{ id: "overall", kind: "vas" as const, label: "Overall", minLabel: "Terrible", maxLabel: "Perfect" },
		{ id: "again", kind: "vas" as const, label: "I would ask again", minLabel: "Never", maxLabel: "Always" },
	],
};

const about = {
	title: "About you",
	items: [
		{ id: "age", kind: "number" as const, label: "How old are you?", min: 0, max: 120, step: 1 },
		{
			id: "device",
			kind: "choice" as const,
			label: "What do you read this on?",
			options: [
				{ value: "phone", label: "Phone" },
				{ value: "computer", label: "Computer" },
			],
		},
	],
};

/** A study of four arms in four periods, with one stratum, two quick turns at most, and a quota. */
export const crowdStudy = (slug: string, quota: number): ProtocolInput => ({
	slug,
	title: "Which assistant do people come back to?",
	blinding: { level: "double", pace: "as-is" },
	models: {
		one: { provider: "rehearsal", character: "terse" },
		two: { provider: "rehearsal", character: "warm" },
		three: { provider: "rehearsal", character: "cautious" },
		four: { provider: "rehearsal", character: "flattering" },
	},
	arms: [
		{ id: "hidden-arm-one", model: "one" },
		{ id: "hidden-arm-two", model: "two" },
		{ id: "hidden-arm-three", model: "three" },
		{ id: "hidden-arm-four", model: "four" },
	],
	design: { kind: "crossover", order: "williams", strata: ["answers.about.device"] },
	consent: { version: "1", text: "You talk to four assistants and say what you think of each." },
	eligibility: [{ form: "about", item: "age", atLeast: 18 }],
	conversations: [
		{
			id: "talk",
			title: "Plan a weekend",
			instructions: "Ask for an idea for your next free day.",
			layout: "single",
			arms: "each",
			turns: { min: 1, max: 2 },
			after: ["rating"],
		},
	],
	forms: { about, rating },
	flow: ["consent", "about", "conversations"],
	recruitment: { quota: { total: quota } },
});

/** How the nth participant takes part: most complete, and each way out occurs in the first twelve. */
const FATES = [
	...(["completes", "completes", "declines", "completes", "is too young", "completes"] as const),
	...(["completes", "leaves", "completes", "stays", "completes", "completes"] as const),
];
export type Fate = (typeof FATES)[number];
export const fateOf = (n: number): Fate => FATES[n % FATES.length] ?? "completes";

const DONE = { "stays at": 5 } as const;

function replyOf(n: number): (step: StepView) => unknown {
	const fate = fateOf(n);
	return (step) => {
		if (step.kind === "consent") return { accept: fate !== "declines" };
		if (step.kind !== "form") return plausible(step);
		if (step.items.some(({ id }) => id === "age"))
			return {
				answers: { age: fate === "is too young" ? 16 : 20 + (n % 50), device: n % 3 === 0 ? "computer" : "phone" },
			};
		return { answers: { overall: (n * 17 + step.id.charCodeAt(5)) % 101, again: (n * 29) % 101 } };
	};
}

/** Sends participants through the study, so many at a time. */
export async function sendCrowd(served: Served, slug: string, size: number, atOnce = 6): Promise<void> {
	let next = 0;
	const send = async (): Promise<void> => {
		for (let n = next++; n < size; n = next++) await takePart(served, slug, n);
	};
	await Promise.all(Array.from({ length: atOnce }, send));
}

async function takePart({ fetch, key }: Served, slug: string, n: number): Promise<void> {
	const fate = fateOf(n);
	const who = await enrol(fetch, key, slug, `person-${n}`);
	const stops = ({ progress }: SessionView) =>
		(fate === "stays" || fate === "leaves") && progress.done >= DONE["stays at"];
	await walk(fetch, who, stops, replyOf(n));
	if (fate !== "leaves") return;
	const headers = { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" };
	await fetch(`/v1/sessions/${who.session}/withdraw`, { method: "POST", headers, body: '{"erase":false}' });
}

export async function openCrowd(
	served: Served,
	slug: string,
	{ size, quota }: { size: number; quota: number },
): Promise<void> {
	await openStudy(served.fetch, served.key, crowdStudy(slug, quota));
	await sendCrowd(served, slug, size);
}
