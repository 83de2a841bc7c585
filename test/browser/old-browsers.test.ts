import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openPage } from "../support/browser.ts";
import { FORGET } from "../support/old-browser.ts";
import { openStudy } from "../support/participant.ts";
import { type Served, serve } from "../support/serve.ts";
import { agree, endConversation, fillAbout, goOn, onScreen, say, touchSlider } from "./hands.ts";
import { browserStudy } from "./study.ts";

const STUDY = "old-browsers";

let served: Served;
let browser: Browser;

beforeAll(async () => {
	[served, browser] = await Promise.all([serve(), launchBrowser()]);
	await openStudy(served.fetch, served.key, browserStudy(STUDY, "single"));
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const land = (page: Page, participant: string) =>
	page.goto(`${served.origin}/p/${STUDY}?PROLIFIC_PID=${participant}&STUDY_ID=s&SESSION_ID=x`);

describe("a browser of 2021", () => {
	it("goes from the link to the end", async () => {
		const { page, errors, close } = await openPage(browser, served.origin);
		await page.addInitScript(FORGET);
		await land(page, "old");
		await agree(page);
		await fillAbout(page);
		await goOn(page);
		await say(page, "What could I do on Saturday?");
		await page.getByText("One more message before you can go on.").waitFor();
		expect(await onScreen(page)).toHaveLength(2);
		await page.reload();
		await say(page, "And on Sunday?");
		await endConversation(page);
		await touchSlider(page.getByLabel("Overall"), 0.5);
		await goOn(page);
		await page.getByText("DONE1234").waitFor();
		expect(errors).toEqual([]);
		await close();
	});

	it("asks in a box of our own, which keeps the focus and closes with Escape", async () => {
		const { page, errors, close } = await openPage(browser, served.origin);
		await page.addInitScript(FORGET);
		await land(page, "old-dialog");
		const menu = page.getByRole("button", { name: "Menu" });
		await menu.click();
		const dialog = page.getByRole("dialog", { name: "Menu" });
		await dialog.waitFor();
		for (const key of ["Tab", "Tab", "Tab", "Tab", "Shift+Tab"]) {
			await page.keyboard.press(key);
			expect(await dialog.locator(":focus").count()).toBe(1);
		}
		// What lies below it cannot be touched.
		const agreed = await page.getByRole("button", { name: "I agree" }).boundingBox();
		const top = await page.evaluate(
			`document.elementFromPoint(${(agreed?.x ?? 0) + 5}, ${(agreed?.y ?? 0) + 5}).closest("dialog") !== null`,
		);
		expect(top).toBe(true);
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		expect(await page.locator(":focus").textContent()).toBe("Menu");
		expect(errors).toEqual([]);
		await close();
	});
});
