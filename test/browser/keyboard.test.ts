import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { DESK } from "../support/browser/page.ts";
import { land, openScene, replyEnded, useScene, withPage } from "../support/browser/scene.ts";

const STUDY = "keyboard";
/** More tab stops than any page has. */
const STOPS = 80;
const scene = useScene();

beforeAll(() => openScene(scene, STUDY, "single"));

/** The accessible name of the focused element, with its question. */
const FOCUSED = `(() => {
	const at = document.activeElement;
	// After the last stop the page itself has the focus, and its text contains every name.
	if (at === null || at === document.body || at === document.documentElement) return "the page";
	const group = at.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
	const own = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent ?? "";
	return group + " / " + own;
})()`;

/** Reaches the element with this name by Tab. */
async function tabTo(page: Page, name: RegExp, back = false): Promise<void> {
	const seen: string[] = [];
	for (let stop = 0; stop < STOPS; stop += 1) {
		await page.keyboard.press(back ? "Shift+Tab" : "Tab");
		const focused = await page.evaluate<string>(FOCUSED);
		if (name.test(focused)) return;
		seen.push(focused);
	}
	throw new Error(`never came to ${name}, but to ${seen.join("; ")}`);
}

async function press(page: Page, name: RegExp, key: string): Promise<void> {
	await tabTo(page, name);
	await page.keyboard.press(key);
}

const order = (page: Page) => page.locator(".ranked .name").allTextContents();

/** Answers every kind of item in the form `about`. */
async function fillByKeys(page: Page): Promise<void> {
	await tabTo(page, /How old are you/);
	await page.keyboard.type("34");
	await press(page, /What do you read this on/, "ArrowDown");
	await press(page, /What do you use .* Work/, "Space");
	await press(page, /What do you use .* Fun/, "Space");
	await press(page, /I trust assistants/, "Space");
	await page.keyboard.press("ArrowRight");
	await press(page, /How do you feel/, "ArrowRight");
	await press(page, /Not applicable/, "Space");
	await press(page, /Move up: Speed/, "Enter");
	await page.keyboard.press("Enter");
	await expect.poll(() => order(page)).toEqual(["Speed", "Truth", "Kindness"]);
}

describe("by keyboard alone", () => {
	it("a participant gets from consent to the end", () =>
		withPage(
			scene,
			async ({ page }) => {
				await land(scene, page, STUDY, "keys");
				await page.getByRole("heading", { name: "Key points" }).waitFor();
				await press(page, /I do not agree/, "Enter");
				await page.getByRole("dialog").waitFor();
				await press(page, /Go back/, "Enter");
				await page.getByRole("dialog").waitFor({ state: "hidden" });
				await press(page, /I agree/, "Enter");
				await page.getByRole("heading", { name: "About you" }).waitFor();
				await fillByKeys(page);
				await press(page, /^ \/ Continue$/, "Enter");
				await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
				await tabTo(page, /Your message/);
				await page.keyboard.type("What could I do on Saturday?");
				await page.keyboard.press("Enter");
				await replyEnded(page);
				// The focus stays in the composer.
				await page.keyboard.type("And on Sunday?");
				await page.keyboard.press("Shift+Enter");
				await page.keyboard.type("In the rain?");
				await page.keyboard.press("Enter");
				const end = page.getByRole("button", { name: "I am done with this conversation" });
				await end.waitFor();
				await expect.poll(() => page.locator(".bubble").last().textContent()).toBe("And on Sunday?\nIn the rain?");
				await tabTo(page, /I am done with this conversation/, true);
				await page.keyboard.press("Enter");
				await page.getByRole("heading", { name: "How was it?" }).waitFor();
				await press(page, /Overall/, "Home");
				await page.keyboard.press("ArrowRight");
				await press(page, /^ \/ Continue$/, "Enter");
				await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
				await press(page, /Stay here/, "Enter");
				await press(page, /Continue to app.prolific.com/, "Enter");
				await page.waitForURL("https://app.prolific.com/submissions/complete?cc=DONE1234");
			},
			DESK,
		));
});
