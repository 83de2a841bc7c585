import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { endConversation, say } from "../support/browser/hands.ts";
import { launchBrowser, openPage, PHONE } from "../support/browser/page.ts";
import { openScene, toChat, useScene } from "../support/browser/scene.ts";

const scene = useScene();
const LONG = "Tell me more about all of these things, please. ".repeat(12);

beforeAll(() => openScene(scene, "low", "single"));

/** The share of the screen's height for replies, without header and footer. */
const leftToRead = (page: Page): Promise<number> =>
	page.evaluate(`(() => {
		const thread = document.querySelector(".thread").getBoundingClientRect();
		scrollBy(0, thread.top + thread.height / 2 - innerHeight / 2);
		const rows = Array.from({ length: innerHeight }, (_, row) => document.elementFromPoint(20, row));
		return rows.filter((one) => one && !one.closest(".top, .below")).length / innerHeight;
	})()`);

/** The share that the button to new text takes; 0 without the button. */
const takenByMore = async (page: Page): Promise<number> => {
	const more = page.getByRole("button", { name: "New text below" });
	const box = (await more.count()) > 0 ? await more.boundingBox() : null;
	return (box?.height ?? 0) / (page.viewportSize()?.height ?? 1);
};

async function talk(page: Page, participant: string): Promise<void> {
	await toChat(scene, page, "low", participant);
	for (const answered of ["One more message", "You may send"]) {
		await say(page, LONG);
		await page.getByText(answered).waitFor({ state: "attached" });
	}
}

async function expectRoom(page: Page): Promise<void> {
	await expect.poll(() => leftToRead(page)).toBeGreaterThanOrEqual(0.6);
	await expect.poll(() => takenByMore(page)).toBeLessThan(0.25);
}

describe("a low screen", () => {
	it("leaves most of its height to replies", async () => {
		const { page, errors, close } = await openPage(scene.browser, scene.served.origin, PHONE);
		await talk(page, "low");
		const sizes = [
			[390, 400],
			[844, 390],
			[640, 360],
			[844, 220],
			[320, 256],
		] as const;
		for (const [width, height] of sizes) {
			await page.setViewportSize({ width, height });
			await expectRoom(page);
		}
		await page.getByRole("button", { name: "New text below" }).click();
		await page.getByRole("button", { name: "New text below" }).waitFor({ state: "hidden" });
		await endConversation(page);
		await page.getByRole("heading", { name: "How was it?" }).waitFor();
		expect(errors).toEqual([]);
		await close();
	});

	it("leaves most of its height at twice the text size", async () => {
		const large: Browser = await launchBrowser(["--blink-settings=defaultFontSize=32"]);
		const { page, close } = await openPage(large, scene.served.origin, { width: 640, height: 450 });
		await talk(page, "large");
		await expect.poll(() => page.evaluate("getComputedStyle(document.documentElement).fontSize")).toBe("32px");
		await expectRoom(page);
		await close();
		await large.close();
	});
});
