import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { goOn, say, touchSlider } from "../support/browser/hands.ts";
import { DESK } from "../support/browser/page.ts";
import { openScene, replyEnded, toChat, toForm, useScene, withPage } from "../support/browser/scene.ts";

const STUDY = "behaviour";
const consent = { version: "1", text: "We record pastes.", behaviour: true };
const scene = useScene();

beforeAll(() => openScene(scene, STUDY, "single", { consent }));

/** The behaviour in the answer that this act sends. */
async function sentBy(page: Page, act: () => Promise<void>): Promise<Record<string, unknown>> {
	const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().includes("/steps/"));
	await act();
	return (await sent).postDataJSON().behaviour;
}

/** Pastes from the clipboard. */
async function paste(page: Page, label: string, text: string): Promise<void> {
	await page.getByLabel(label).focus();
	await page.evaluate(`(() => {
		const data = new DataTransfer();
		data.setData("text/plain", ${JSON.stringify(text)});
		const box = document.activeElement;
		box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
		box.value += ${JSON.stringify(text)};
		box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
	})()`);
}

/** Answers all items by mouse and paste, and sliders by keys. */
async function fillWithoutTyping(page: Page): Promise<void> {
	await paste(page, "How old are you?", "34");
	await page.getByLabel("Tablet").check();
	await page.getByLabel("Work").check();
	await page.getByRole("group", { name: "I trust assistants." }).getByLabel("5").check();
	await page.getByLabel("How do you feel?").press("ArrowRight");
	await touchSlider(page.getByLabel("How did your last assistant treat you?"), 0.5);
	await page.getByRole("button", { name: "Move up: Kindness" }).click();
}

describe("the behaviour sent with an answer", () => {
	it("has no first key if nothing was typed", () =>
		withPage(
			scene,
			async ({ page }) => {
				await toForm(scene, page, STUDY, "clicks");
				await fillWithoutTyping(page);
				expect(await sentBy(page, () => goOn(page))).toMatchObject({
					firstKeyMs: null,
					typingMs: 0,
					pastes: 1,
					pasted: 2,
				});
			},
			DESK,
		));

	it("has the first key and the typing time of a message", () =>
		withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, STUDY, "keys");
				await page.getByLabel("Your message").pressSequentially("Saturday", { delay: 20 });
				const behaviour = await sentBy(page, () => page.getByRole("button", { name: "Send" }).click());
				expect(behaviour).toMatchObject({ firstKeyMs: expect.any(Number), pastes: 0 });
				expect(behaviour.typingMs).toBeGreaterThan(100);
				await replyEnded(page);
			},
			DESK,
		));

	it("continues over a reload, and starts anew with the next message", () =>
		withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, STUDY, "reload");
				await paste(page, "Your message", "What could I do?");
				await page.getByLabel("Your message").pressSequentially(" On Saturday?");
				const before = await page.evaluate<{ firstKeyMs: number }>(
					"JSON.parse(localStorage[Object.keys(localStorage).find((key) => key.endsWith('turn-1:behaviour'))])",
				);
				await page.reload();
				await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
				const behaviour = await sentBy(page, () => page.getByRole("button", { name: "Send" }).click());
				expect(behaviour).toMatchObject({ pastes: 1, focusLost: 0, firstKeyMs: before.firstKeyMs });
				await replyEnded(page);
				expect(await sentBy(page, () => say(page, "And on Sunday?"))).toMatchObject({ pastes: 0 });
				await page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
				await expect
					.poll(() => page.evaluate("Object.keys(localStorage).filter((key) => key.includes('turn-1'))"))
					.toEqual([]);
			},
			DESK,
		));
});
