import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { say } from "../support/browser/hands.ts";
import { DESK } from "../support/browser/page.ts";
import {
	expectTranscript,
	openScene,
	replyBegun,
	replyEnded,
	toChat,
	useScene,
	withPage,
} from "../support/browser/scene.ts";

const STUDY = "nothing-lost";
const QUESTION = "What could I do on Saturday?";
const scene = useScene();

const consent = { version: "1", text: "We give you a copy.", copy: true };

beforeAll(() => openScene(scene, STUDY, "single", { consent }));

/** Tries to leave with data kept, offline, and stays. */
async function failToLeave(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Leave", exact: true }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Keep it for the research").check();
	await dialog.getByRole("button", { name: "Leave", exact: true }).click();
	await dialog.getByRole("button", { name: "Leave the study" }).click();
	await dialog.getByText("That did not reach us. Please try again.").waitFor();
	await dialog.getByRole("button", { name: "Stay in the study" }).click();
}

describe("a participant whose withdrawal failed", () => {
	it("keeps the message that was being saved", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "unsent");
			await page.context().setOffline(true);
			await say(page, QUESTION);
			await page.getByText("Offline, will be saved").waitFor();
			await failToLeave(page);
			await page.getByText("Offline, will be saved").waitFor();
			await page.context().setOffline(false);
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
		}));

	it("keeps the reply that was being written", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "reading");
			await say(page, `[[hold:reading]] ${QUESTION}`);
			await replyBegun(page);
			await page.context().setOffline(true);
			await failToLeave(page);
			await page.context().setOffline(false);
			await scene.models.release("reading");
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
		}));
});

describe("a participant who returns to the tab offline", () => {
	it("can send, and the message is kept for later", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "back");
			await page.context().setOffline(true);
			await page.getByText("You are offline.").waitFor();
			await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
			await say(page, QUESTION);
			await page.getByText("Offline, will be saved").waitFor();
			await page.context().setOffline(false);
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
		}));
});

describe("two tabs that send at the same time", () => {
	it("explain to the slower one why its text is back", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "two-tabs");
			const other = await page.context().newPage();
			await other.goto(page.url());
			await other.getByLabel("Your message").fill("Something else");
			// Delayed by the network: the other tab sends before it is notified.
			await other.route("**/v1/sessions/*/steps/*", async (route) => {
				await say(page, QUESTION);
				await replyEnded(page);
				await route.continue();
			});
			await other.getByRole("button", { name: "Send" }).click();
			await other.getByText("This message was not sent, because the conversation went on in another tab.").waitFor();
			await expect.poll(() => other.getByLabel("Your message").inputValue()).toBe("Something else");
			await expectTranscript(scene, other, 2);
		}));
});

describe("a copy of the participant's conversations", () => {
	it("reports its failure offline, and does not arrive later", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "copy");
			const downloads: unknown[] = [];
			page.on("download", (download) => downloads.push(download));
			await page.context().setOffline(true);
			await page.getByRole("button", { name: "Menu" }).click();
			const save = page.getByRole("button", { name: "Save a copy of my conversations" });
			await save.click();
			await page.getByText("The copy could not be made. Please try again.").waitFor();
			await page.context().setOffline(false);
			await page.getByText("You are offline.").waitFor({ state: "hidden" });
			const saved = page.waitForEvent("download");
			await save.click();
			await saved;
			expect(downloads).toHaveLength(1);
		}));
});

describe("a session that was erased elsewhere", () => {
	it("leaves no draft on this device", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "erased");
			await page.getByLabel("Your message").fill("My secret");
			await expect.poll(() => page.evaluate("JSON.stringify(localStorage)")).toContain("My secret");
			const session = new URL(page.url()).pathname.split("/")[2];
			const erased = await page.context().request.post(`${scene.served.origin}/v1/sessions/${session}/withdraw`, {
				data: { erase: true },
			});
			expect(erased.ok()).toBe(true);
			await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
			await page.getByRole("heading", { name: "This session was erased" }).waitFor();
			await expect.poll(() => page.evaluate("Object.keys(localStorage)")).toEqual([]);
		}));
});

describe("the composer", () => {
	it("does not count a sent message while its reply is written", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "count");
			await page.getByText("2 more messages before you can go on.").waitFor();
			await say(page, `[[hold:count]] ${QUESTION}`);
			await replyBegun(page);
			await expect.poll(() => page.locator(".composer .hint").textContent()).toBe("\u00a0");
			await scene.models.release("count");
			await replyEnded(page);
		}));

	it("does not send on the Enter that ends a Japanese composition in Safari's order of events", () =>
		withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, STUDY, "composing");
				const entry = page.getByLabel("Your message");
				await entry.fill("にほん");
				const key = "{ key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }";
				await page.evaluate(`document.getElementById("composer").dispatchEvent(new KeyboardEvent("keydown", ${key}))`);
				await expect.poll(() => entry.inputValue()).toBe("にほん");
				await entry.press("Enter");
				await replyEnded(page);
			},
			DESK,
		));
});
