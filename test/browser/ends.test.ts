import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { agree, fillAbout, goOn, openDeletion } from "../support/browser/hands.ts";
import { land, openScene, toForm, useScene, withPage } from "../support/browser/scene.ts";

const STUDY = "ends";
const scene = useScene();

beforeAll(() => openScene(scene, STUDY, "single"));

/** Reaches an exit with a code by the shortest way: being screened out. */
async function toEnd(page: Page, participant: string): Promise<void> {
	await toForm(scene, page, STUDY, participant);
	await fillAbout(page, { age: "12" });
	await goOn(page);
	await page.getByText("NOTYOU12").waitFor();
}

describe("the countdown to the redirect", () => {
	const open = (page: Page) => page.getByRole("button", { name: "Menu", exact: true }).click();

	it.each<[what: string, opener: (page: Page) => Promise<void>, closer: string]>([
		["the menu", open, "Close"],
		["the question about deleting", openDeletion, "Go back"],
	])("waits while %s is open", (what, opener, closer) =>
		withPage(scene, async ({ page, left }) => {
			await toEnd(page, `waits-${what.length}`);
			await page.clock.install();
			await page.reload();
			await page.getByText(/^You will be taken to app\.prolific\.com in (60|59|58) seconds\.$/).waitFor();
			await page.clock.runFor(3_000);
			await page.getByText(/in 5[4-7] seconds\.$/).waitFor();
			await opener(page);
			await page.clock.runFor(90_000);
			expect(left).toEqual([]);
			await page.getByRole("dialog").getByRole("button", { name: closer }).click();
			await page.clock.runFor(57_000);
			await page.waitForURL("https://app.prolific.com/submissions/complete?cc=NOTYOU12");
		}),
	);
});

describe("a participant who deletes everything after the end", () => {
	it("is warned about the code, and sees it until the page is closed", () =>
		withPage(scene, async ({ page, left }) => {
			await toEnd(page, "erased-after");
			await openDeletion(page);
			const dialog = page.getByRole("dialog");
			await dialog.getByText("Your completion code and the link back").waitFor();
			await dialog.getByRole("button", { name: "Delete my data" }).click();
			await dialog.getByText("erased for good. This cannot be undone.").waitFor();
			await expect.poll(() => dialog.textContent()).not.toMatch(/study ends|come back to it/);
			await dialog.getByRole("button", { name: "Delete everything" }).click();
			await page.getByRole("heading", { name: "Your data are deleted" }).waitFor();
			await expect.poll(() => page.getByText("NOTYOU12").isVisible()).toBe(true);
			await expect.poll(() => page.getByText(/You will be taken/).count()).toBe(0);
			await page.getByRole("link", { name: "Continue to app.prolific.com" }).click();
			await page.waitForURL("https://app.prolific.com/submissions/complete?cc=NOTYOU12");
			expect(left).toHaveLength(1);
		}));

	it("gets no warning if there was no code", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, STUDY, "left-before");
			await agree(page);
			await page.getByRole("button", { name: "Leave", exact: true }).click();
			const dialog = page.getByRole("dialog");
			await dialog.getByLabel("Keep it for the research").check();
			await dialog.getByRole("button", { name: "Leave", exact: true }).click();
			await dialog.getByRole("button", { name: "Leave the study" }).click();
			await openDeletion(page);
			await expect.poll(() => dialog.textContent()).not.toContain("completion code");
		}));
});
