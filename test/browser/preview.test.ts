import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DESK, PHONE, recordResponses, sideways } from "../support/browser/page.ts";
import { openScene, useScene, withPage } from "../support/browser/scene.ts";
import { answer, enrol, openStudy, post } from "../support/http/participant.ts";

const scene = useScene();

/** A pilot session, started as a researcher starts one. */
async function preview(page: Page, study: string): Promise<void> {
	const body = JSON.stringify({ participant: { id: "p1", source: "pilot" } });
	const headers = { Authorization: `Bearer ${scene.served.key}`, "Content-Type": "application/json" };
	const response = await scene.served.fetch(`/v1/studies/${study}/sessions`, { method: "POST", headers, body });
	const { url }: { url: string } = JSON.parse(await response.text());
	await page.goto(url);
	await page.getByText("A session of the pilot pool").waitFor();
}

const goTo = async (page: Page, place: string): Promise<void> => {
	await page.getByLabel("Fill in up to").selectOption({ label: place });
	await page.getByRole("button", { name: "Go there" }).click();
};

describe("a preview of PRISM-X", () => {
	it("jumps to steps by title and reaches the study's end, past its attention checks", () =>
		withPage(
			scene,
			async ({ page }) => {
				const bytes = recordResponses(page);
				const seed = JSON.parse(await readFile("seeds/prism-x.json", "utf8"));
				// The preset's pace would take a minute.
				const study = { ...seed, blinding: { ...seed.blinding, pace: "as-is" } };
				await openStudy(scene.served.fetch, scene.served.key, study);
				await preview(page, study.slug);
				const coming = await page.getByLabel("Fill in up to").locator("option").allTextContents();
				expect(coming).toHaveLength(1 + 4 + 4 + 1 + 1);
				expect(coming[0]).toBe("Form: About you");
				expect(coming.slice(-2)).toEqual(["Form: Which assistant was best?", "The end"]);
				await goTo(page, "How was this conversation? (Conversation 2)");
				await page.getByRole("heading", { name: "How was this conversation?" }).waitFor();
				await goTo(page, coming[7] ?? "");
				await page.getByText("Conversation 4 of 4").waitFor();
				await page.getByRole("button", { name: "Go to the end" }).click();
				await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
				await expect.poll(() => bytes()).toContain("Conversation 4");
				await expect.poll(() => bytes()).not.toContain('"correct"');
			},
			DESK,
		));
});

describe("the tools of a preview", () => {
	it("open the same session in windows of other widths, which stay in step", () =>
		withPage(
			scene,
			async ({ page }) => {
				await openScene(scene, "widths", "single");
				await preview(page, "widths");
				for (const width of [320, 390, 768, 1280]) {
					const opened = page.waitForEvent("popup");
					await page.getByRole("button", { name: `${width} px` }).click();
					const other = await opened;
					await other.getByRole("heading", { name: "Before you begin" }).waitFor();
					expect(other.url()).toContain(new URL(page.url()).pathname);
					await expect.poll(() => other.evaluate("innerWidth")).toBe(width);
					await expect.poll(() => sideways(other)).toBe(0);
					if (width < 1280) {
						await other.close();
						continue;
					}
					await page.getByRole("button", { name: "Fill in and go on" }).click();
					await other.getByRole("heading", { name: "About you" }).waitFor();
				}
			},
			DESK,
		));

	it("are folded on a phone, so that the step has the screen", () =>
		withPage(
			scene,
			async ({ page }) => {
				await openScene(scene, "folded", "single");
				await preview(page, "folded");
				const fill = page.getByRole("button", { name: "Fill in and go on" });
				await expect.poll(() => fill.isVisible()).toBe(false);
				await expect
					.poll(async () => (await page.locator(".preview").boundingBox())?.height)
					.toBeLessThan(PHONE.height / 5);
				await page.getByText("Tools", { exact: true }).click();
				await fill.click();
				await page.getByRole("heading", { name: "About you" }).waitFor();
				await expect.poll(() => sideways(page)).toBe(0);
			},
			PHONE,
		));

	it("do not let participants have attention checks answered", async () => {
		await openScene(scene, "live-checks", "single");
		const who = await enrol(scene.served.fetch, scene.served.key, "live-checks", "live");
		const { step } = await answer(scene.served.fetch, who, who.view.step?.id ?? "", { accept: true });
		const refused = await post(scene.served.fetch, who, step?.id ?? "", { answers: {}, passChecks: true });
		expect(refused.status).toBe(400);
		expect(JSON.stringify(await refused.json())).toContain("/passChecks");
	});
});
