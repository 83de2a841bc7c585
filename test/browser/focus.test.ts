import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { say } from "../support/browser/hands.ts";
import { DESK, openPage } from "../support/browser/page.ts";
import { land, openScene, toChat, useScene } from "../support/browser/scene.ts";

const STUDY = "focus";
const scene = useScene();

beforeAll(() => openScene(scene, STUDY, "single"));

const focused = (page: Page) => page.locator(":focus");

describe("the focus", () => {
	it("returns to the button that opened a dialog, however it is closed", async () => {
		const { page, close } = await openPage(scene.browser, scene.served.origin);
		await land(scene, page, STUDY, "dialogs");
		const ways = [
			["Menu", "Close"],
			["Menu", "Escape"],
			["Leave", "Stay in the study"],
			["I do not agree", "Go back"],
		] as const;
		for (const [opener, way] of ways) {
			await page.getByRole("button", { name: opener, exact: true }).click();
			const dialog = page.getByRole("dialog");
			await dialog.waitFor();
			if (way === "Escape") await page.keyboard.press("Escape");
			else await dialog.getByRole("button", { name: way }).click();
			await dialog.waitFor({ state: "detached" });
			await expect.poll(() => focused(page).textContent()).toBe(opener);
		}
		await close();
	});

	it("moves on to a following dialog, and then returns to the first button", async () => {
		const { page, close } = await openPage(scene.browser, scene.served.origin);
		await land(scene, page, STUDY, "two-dialogs");
		await page.getByRole("button", { name: "Menu" }).click();
		await page.getByRole("button", { name: "Leave and delete my data" }).click();
		await page.getByRole("dialog", { name: "Leave the study?" }).waitFor();
		await expect.poll(() => focused(page).textContent()).toBe("Leave the study?");
		await page.getByRole("button", { name: "Stay in the study" }).click();
		await page.getByRole("dialog").waitFor({ state: "detached" });
		await expect.poll(() => focused(page).textContent()).toBe("Menu");
		await close();
	});

	it("moves to the error when a reply fails, so that continued typing presses no button", async () => {
		const { page, close } = await openPage(scene.browser, scene.served.origin, DESK);
		await toChat(scene, page, STUDY, "retry");
		await say(page, "[[cut]] What could I do on Saturday?");
		await page.getByRole("button", { name: "Try again" }).waitFor();
		await expect.poll(() => focused(page).textContent()).toBe("The assistant could not answer. Your message is kept.");
		await page.keyboard.press("Tab");
		await expect.poll(() => focused(page).textContent()).toBe("Try again");
		await close();
	});
});
