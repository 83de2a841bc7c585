import type { Page } from "playwright-core";
import { beforeAll, describe, it } from "vitest";
import { say } from "./hands.ts";
import { expectTranscript, openScene, replyBegun, replyEnded, toChat, useScene, withPage } from "./scene.ts";

const STUDY = "nothing-lost";
const QUESTION = "What could I do on Saturday?";
const scene = useScene();

beforeAll(() => openScene(scene, STUDY, "single"));

/** Asks to leave and keep the data, without a network, and stays. */
async function failToLeave(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Leave", exact: true }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Keep it for the research").check();
	await dialog.getByRole("button", { name: "Continue" }).click();
	await dialog.getByRole("button", { name: "Leave the study" }).click();
	await dialog.getByText("That did not reach us. Please try again.").waitFor();
	await dialog.getByRole("button", { name: "Stay in the study" }).click();
}

describe("somebody who could not leave", () => {
	it("keeps the message that was still to be saved", () =>
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
			scene.models.release("reading");
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
		}));
});

describe("somebody who comes back to the tab without a network", () => {
	it("can send, and what they send is kept for later", () =>
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
