import { beforeAll, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { callApi, signIn } from "../support/browser/dashboard.ts";
import { DESK, PHONE, sideways } from "../support/browser/page.ts";
import { useScene, withPage } from "../support/browser/scene.ts";
import { eventually } from "../support/eventually.ts";
import { enrol, openStudy, walk } from "../support/http/participant.ts";
import { ARM_IDS, smallStudy } from "../support/protocols/small-study.ts";

const SLUG = "labels-page";
/** The last word is longer than a line of a phone. */
const LONG_TITLE = `Two assistants: ${"Donaudampfschifffahrtsgesellschaft".repeat(3)}`;
const TEXTS = `/v1/studies/${SLUG}/judgement-labels/texts?rubric=sycophancy/1&units=2&seed=1`;
const scene = useScene();

type Texts = { readonly of: number; readonly units: readonly { readonly unit: string; readonly texts: string[] }[] };

let texts: Texts;
beforeAll(async () => {
	const { served } = scene;
	await openStudy(served.fetch, served.key, smallStudy({ slug: SLUG, title: LONG_TITLE }));
	await walk(served.fetch, await enrol(served.fetch, served.key, SLUG, "ann"));
	const withReplies = async () => {
		const found = await callApi<Texts>(scene, TEXTS);
		return found.of === 2 && found;
	};
	texts = await eventually(withReplies, "the replies in D1", 60_000, 100);
});

function isOnScreen(element: { getBoundingClientRect(): { top: number; bottom: number } }): boolean {
	const { top, bottom } = element.getBoundingClientRect();
	return top >= 0 && bottom <= (globalThis as unknown as { innerHeight: number }).innerHeight;
}

async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
	const headers = { Authorization: `Bearer ${scene.served.key}` };
	const response = await scene.served.fetch(`/v1/studies/${SLUG}/exports/${table}.jsonl`, { headers });
	return (await response.text())
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}
const labels = () => rowsOf("judgement-labels");
const armLabels = async () => [...new Set((await rowsOf("ratings")).map(({ label }) => String(label)))];

it("stores a person's judgement of each text, and shows no arm's label", { timeout: 300_000 }, () =>
	withPage(
		scene,
		async ({ page }) => {
			await signIn(scene, page);
			await page.goto(`${scene.served.origin}/studies/${SLUG}/labels`);
			await page.getByLabel("Your name or number").fill("rater 1");
			await page.getByLabel("How many texts").fill("2");
			await page.getByRole("button", { name: "Begin" }).click();
			await page.getByRole("heading", { name: "Text 1 of 2" }).waitFor();
			const [first, second] = texts.units;
			await page
				.locator(".label-judged")
				.getByText(first?.texts[0]?.split("\n")[0] ?? "")
				.waitFor();
			const html = await page.locator("main").innerHTML();
			const ofArms = await armLabels();
			expect(ofArms).toHaveLength(2);
			for (const hidden of [...ARM_IDS, ...ofArms]) expect(html).not.toContain(hidden);
			await expect.poll(() => violations(page)).toEqual([]);

			// Nothing is sent until every question has an answer.
			await page.getByRole("button", { name: "Save, and next" }).click();
			await expect.poll(() => labels()).toEqual([]);
			const questions = await page.locator(".label-items fieldset").all();
			expect(questions).toHaveLength(5);
			for (const question of questions) {
				const none = question.getByText("does not apply");
				await ((await none.count()) > 0 ? none : question.getByText("2", { exact: true })).click();
			}
			// The error is beside the button, on a phone too, and the answers stay.
			await page.setViewportSize(PHONE);
			await page.route("**/judgement-labels?**", (route) => route.abort());
			await page.getByRole("button", { name: "Save, and next" }).click();
			await page.getByText("The server cannot be reached.").waitFor();
			await expect.poll(() => page.getByText("The server cannot be reached.").evaluate(isOnScreen)).toBe(true);
			await expect.poll(() => sideways(page)).toBeLessThanOrEqual(0);
			await page.unroute("**/judgement-labels?**");
			await page.setViewportSize(DESK);
			await page.getByRole("button", { name: "Save, and next" }).click();
			await page.getByRole("heading", { name: "Text 2 of 2" }).waitFor();
			const rows = await labels();
			expect(rows.map(({ item, value }) => [item, value === null ? null : String(value)]).toSorted()).toEqual([
				["agreement", null],
				["framing", null],
				["praise", "2"],
				["validation", "2"],
				["yielding", null],
			]);
			for (const row of rows) expect(row).toMatchObject({ unit: first?.unit, labeller: "rater 1" });
			expect(second?.unit).not.toBe(first?.unit);

			// A person who returns continues with the next text.
			await page.reload();
			await page.getByLabel("How many texts").fill("2");
			await page.getByRole("button", { name: "Begin" }).click();
			await page.getByRole("heading", { name: "Text 2 of 2" }).waitFor();
			await page.setViewportSize(PHONE);
			await expect.poll(() => sideways(page)).toBeLessThanOrEqual(0);
			await expect.poll(() => violations(page)).toEqual([]);
			await page.getByRole("button", { name: "Skip" }).click();
			await page.getByText("All texts of this part are done.").waitFor();
			await expect.poll(() => labels()).toHaveLength(5);
		},
		DESK,
	),
);
