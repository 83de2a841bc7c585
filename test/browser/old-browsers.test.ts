import { beforeAll, describe, expect, it } from "vitest";
import { agree, endConversation, fillAbout, goOn, onScreen, say, touchSlider } from "../support/browser/hands.ts";
import { FORGET } from "../support/browser/old-browser.ts";
import { openPage } from "../support/browser/page.ts";
import { land, useScene } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";
import { openStudy } from "../support/http/participant.ts";

const STUDY = "old-browsers";

const scene = useScene();

beforeAll(async () => {
	await openStudy(scene.served.fetch, scene.served.key, browserStudy(STUDY, "single"));
});

describe("a browser of 2021", () => {
	it("goes from the link to the end", async () => {
		const { page, errors, close } = await openPage(scene.browser, scene.served.origin);
		await page.addInitScript(FORGET);
		await land(scene, page, STUDY, "old");
		await agree(page);
		await fillAbout(page);
		await goOn(page);
		await say(page, "What could I do on Saturday?");
		await page.getByText("One more message before you can go on.").waitFor();
		await expect.poll(() => onScreen(page)).toHaveLength(2);
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
		const { page, errors, close } = await openPage(scene.browser, scene.served.origin);
		await page.addInitScript(FORGET);
		await land(scene, page, STUDY, "old-dialog");
		const menu = page.getByRole("button", { name: "Menu" });
		await menu.click();
		const dialog = page.getByRole("dialog", { name: "Menu" });
		await dialog.waitFor();
		for (const key of ["Tab", "Tab", "Tab", "Tab", "Shift+Tab"]) {
			await page.keyboard.press(key);
			await expect.poll(() => dialog.locator(":focus").count()).toBe(1);
		}
		// What lies below it cannot be touched.
		const agreed = await page.getByRole("button", { name: "I agree" }).boundingBox();
		const top = await page.evaluate(
			`document.elementFromPoint(${(agreed?.x ?? 0) + 5}, ${(agreed?.y ?? 0) + 5}).closest("dialog") !== null`,
		);
		expect(top).toBe(true);
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		await expect.poll(() => page.locator(":focus").textContent()).toBe("Menu");
		expect(errors).toEqual([]);
		await close();
	});
});
