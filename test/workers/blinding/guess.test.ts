import { beforeAll, describe, expect, it } from "vitest";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import type { SessionView } from "../../../src/session/view/view-schema.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { expectContract, problemIn, send } from "../../support/http/http.ts";
import { answer, enrol, openStudy, type Participant, plausible, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const DESCRIPTIONS = ["It was short with me.", "It was kind to me."];

type Layout = "single" | "best-of" | "side-by-side";
const item = (slot?: string) => ({
	id: slot ? `which-${slot}` : "which",
	kind: "guess" as const,
	label: "Which was it?",
	...(slot && { slot }),
});

/** The small study with a last form that asks about each conversation. */
function guessing(slug: string, layout: Layout): ProtocolInput {
	const study = smallStudy({ slug, layout });
	const items = layout === "side-by-side" ? [item("a"), item("b")] : [item()];
	return {
		...study,
		arms: study.arms.map((arm, index) => ({ ...arm, description: DESCRIPTIONS[index] ?? "" })),
		forms: {
			...study.forms,
			guess: {
				title: "One last thing",
				each: "conversations",
				items: [...items, { id: "sure", kind: "vas", label: "How sure?" }],
			},
		},
		flow: [...study.flow, "guess"],
	};
}

const isGuess = ({ step }: SessionView) => step?.kind === "form" && step.title === "One last thing";
const records = async (slug: string): Promise<Record<string, unknown>[]> => {
	const response = await send(`/v1/studies/${slug}/exports/guesses.jsonl`);
	const text = new TextDecoder().decode(await response.arrayBuffer());
	return text
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
};
/** What each participant saw and chose, to compare with the export after unblinding. */
type Taken = { readonly who: Participant; readonly seen: string[]; readonly values: string[] };

async function guesser(slug: string, name: string, choose: (labels: readonly string[]) => string): Promise<Taken> {
	const who = await enrol(fetchWorker, KEY, slug, name);
	const taken: Taken = { who, seen: [], values: [] };
	let view = await walk(fetchWorker, who, isGuess);
	for (; view.step?.kind === "form" && isGuess(view); ) {
		const answers: Record<string, unknown> = { sure: 50 };
		for (const each of view.step.items) {
			if (each.kind !== "choice") continue;
			const options = each.options ?? [];
			const wanted = choose(options.map(({ label }) => label));
			const option = options.find(({ label }) => label === wanted);
			answers[each.id] = option?.value;
			taken.seen.push(options.map(({ label }) => label).join("|"));
			taken.values.push(option?.value ?? "");
		}
		view = await answer(fetchWorker, who, view.step.id, { answers });
	}
	expect(view.status).toBe("completed");
	await drain(who.session);
	return taken;
}

describe("a guess about each conversation", () => {
	const slug = "guess-step";
	let who: Participant;
	let view: SessionView;
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, guessing(slug, "single"));
		who = await enrol(fetchWorker, KEY, slug, "somebody");
		view = await walk(fetchWorker, who, isGuess);
	});

	it("looks like any other choice to the client, with the conversation beside it", () => {
		expect(view.step).toMatchObject({
			kind: "form",
			items: [
				{
					id: "which",
					kind: "choice",
					required: true,
					options: [{ value: "option-1" }, { value: "option-2" }, { value: "unknown", label: "I do not know" }],
				},
				{ id: "sure", kind: "vas" },
			],
		});
		expect(view.conversation).toMatchObject({ index: 1, of: 2 });
		expect(view.conversation?.messages.length).toBe(2);
	});

	it("accepts only the offered options", async () => {
		const wrong = await fetchWorker(`/v1/sessions/${who.session}/steps/${view.step?.id}`, {
			method: "POST",
			headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ answers: { which: ARM_IDS[0], sure: 1 } }),
		});
		expect(await problemIn(wrong)).toMatchObject({ pointers: ["/answers/which"] });
	});

	it("is asked once for each conversation and counts in the progress", async () => {
		const second = await answer(fetchWorker, who, view.step?.id ?? "", view.step && plausible(view.step));
		expect(second.conversation).toMatchObject({ index: 2, of: 2 });
		expect(second.progress.done).toBe(view.progress.done + 1);
		const end = await answer(fetchWorker, who, second.step?.id ?? "", second.step && plausible(second.step));
		expect(end).toMatchObject({ status: "completed", progress: { done: second.progress.of, of: second.progress.of } });
	});
});

describe.each(["single", "best-of", "side-by-side"] as const)("guesses in the layout %s", (layout) => {
	const slug = `guess-${layout}`;
	const people: Taken[] = [];
	let blinded: Record<string, unknown>[] = [];
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, guessing(slug, layout));
		const kind = () => DESCRIPTIONS[1] ?? "";
		const unsure = (labels: readonly string[]) => labels.at(-1) ?? "";
		for (let number = 0; number < 6; number += 1)
			people.push(await guesser(slug, `p${number}`, number < 4 ? kind : unsure));
		blinded = await records(slug);
	});

	it("are stored as places in a random order for each participant, which does not change", () => {
		for (const { seen } of people) expect(new Set(seen).size).toBe(1);
		for (const { seen, values } of people) {
			const options = seen[0]?.split("|") ?? [];
			expect([...options].sort()).toEqual([...DESCRIPTIONS, "I do not know"].sort());
			expect(options.at(-1)).toBe("I do not know");
			expect(new Set(values).size).toBe(1);
		}
	});

	it("reveal no arms before unblinding, and the indices are refused", async () => {
		expect(blinded.length).toBe(layout === "best-of" ? 6 : 12);
		for (const row of blinded) {
			expect(row).toMatchObject({ arm: null, guessed_arm: null, label: expect.any(String), conversation: "chat" });
			expect(row.guess).toMatch(/^(option-[12]|unknown)$/);
		}
		const refused = await send(`/v1/studies/${slug}/blinding`);
		expect(await problemIn(refused)).toMatchObject({ code: "study_state" });
		const stored = await rows<{ value: string }>(
			"SELECT DISTINCT value FROM answers JOIN studies ON studies.id = study_id WHERE slug = ? AND kind = 'guess'",
			slug,
		);
		for (const { value } of stored) expect(value).toMatch(/^"(option-[12]|unknown)"$/);
	});

	it("name the guessed arms after unblinding, by the revealed seed", async () => {
		await closeAndUnblind(slug);
		const opened = await records(slug);
		expect(opened.map(({ arm: _, guessed_arm: __, ...rest }) => rest)).toEqual(
			blinded.map(({ arm: _, guessed_arm: __, ...rest }) => rest),
		);
		const sure = people.slice(0, 4).map(({ who }) => who.session);
		for (const row of opened) {
			expect(row.guessed_arm).toBe(sure.includes(String(row.session)) ? ARM_IDS[1] : null);
			const [key] = await rows<{ arm: string }>(
				"SELECT arm FROM arm_keys JOIN studies ON studies.id = study_id WHERE slug = ? AND label = ?",
				slug,
				row.label,
			);
			expect(row.arm).toBe(key?.arm);
		}
	});

	it("give the expected indices if all participants always guess the second arm", async () => {
		const response = await send(`/v1/studies/${slug}/blinding`);
		const found = await expectContract("GET", "/v1/studies/{study}/blinding", response);
		expect(found).toMatchObject({ pool: "live", guesses: blinded.length, participants: 6 });
		const arms = found.arms as {
			arm: string;
			takenFor: Record<string, number>;
			unknown: number;
			bang: { estimate: number } | null;
		}[];
		expect(arms.map(({ arm }) => arm)).toEqual([...ARM_IDS]);
		for (const { arm, takenFor, unknown, bang } of arms) {
			expect(takenFor[ARM_IDS[0]]).toBe(0);
			const n = (takenFor[ARM_IDS[1]] ?? 0) + unknown;
			const share = ((takenFor[ARM_IDS[1]] ?? 0) / n) * (arm === ARM_IDS[1] ? 1 : -1);
			if (n > 0) expect(bang?.estimate).toBeCloseTo(share, 12);
		}
	});
});
