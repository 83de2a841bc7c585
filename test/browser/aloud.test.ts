import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { say } from "../support/browser/hands.ts";
import { openScene, replyBegun, replyEnded, toChat, toForm, useScene, withPage } from "../support/browser/scene.ts";
import { replyTo } from "../support/models/model-server-behaviours.ts";

const STUDY = "aloud";
const QUESTION = "What could I do on Saturday?";
const scene = useScene();

beforeAll(() => openScene(scene, STUDY, "single"));

/** Records all announcements, because the live region removes old ones. */
const LISTEN = `window.heard = []; addEventListener("DOMContentLoaded", () =>
	new MutationObserver((changes) => {
		for (const { addedNodes } of changes) for (const node of addedNodes) heard.push(node.textContent);
	}).observe(document.getElementById("voice"), { childList: true, subtree: true }))`;

const heard = (page: Page) => page.evaluate<string[]>("window.heard");

describe("the live region announces", () => {
	it("whole sentences of a reply, each once, when they are complete", () =>
		withPage(scene, async ({ page }) => {
			await page.addInitScript(LISTEN);
			await toChat(scene, page, STUDY, "sentences");
			await page.evaluate("heard.length = 0");
			await say(page, `[[hold:sentences]] ${QUESTION}`);
			await replyBegun(page);
			await expect.poll(() => heard(page)).toEqual([]);
			await scene.models.release("sentences");
			await replyEnded(page);
			const reply = replyTo(QUESTION);
			await expect.poll(async () => (await heard(page)).join(" ")).toBe(reply);
			const lines = await heard(page);
			expect(lines.length).toBeGreaterThan(1);
			expect(lines.filter((line) => !/[.?!”🙂]$/u.test(line))).toEqual([]);
		}));

	it("the replies of several assistants by name, when all are complete", () =>
		withPage(scene, async ({ page }) => {
			await openScene(scene, "aloud-panes", "side-by-side");
			await page.addInitScript(LISTEN);
			await toChat(scene, page, "aloud-panes", "panes");
			await page.evaluate("heard.length = 0");
			await say(page, QUESTION);
			await page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
			const reply = replyTo(QUESTION);
			await expect.poll(() => heard(page)).toEqual([`Assistant A: ${reply}`, `Assistant B: ${reply}`]);
		}));

	it("the length of a text near its limit, not at each key", () =>
		withPage(scene, async ({ page }) => {
			await page.addInitScript(LISTEN);
			await toForm(scene, page, STUDY, "length");
			const words = page.getByLabel("Anything that we should know?");
			await words.fill("x".repeat(158));
			await words.pressSequentially("y".repeat(46));
			await page.getByText("4 characters too many").waitFor();
			await expect
				.poll(() => heard(page))
				.toEqual(["39 characters left", "9 characters left", "0 characters left", "1 character too many"]);
		}));
});

describe("a participant who prefers reduced motion", () => {
	it("sees no animation while a reply is awaited", () =>
		withPage(scene, async ({ page }) => {
			const moving = "document.getAnimations().filter(({ playState }) => playState === 'running').length";
			await page.emulateMedia({ reducedMotion: "no-preference" });
			await toChat(scene, page, STUDY, "still");
			await say(page, `[[hold-early:still]] ${QUESTION}`);
			await page.getByText("The assistant is writing").waitFor({ state: "attached" });
			await expect.poll(() => page.evaluate(moving)).toBeGreaterThan(0);
			await page.emulateMedia({ reducedMotion: "reduce" });
			await expect.poll(() => page.evaluate(moving)).toBe(0);
			await expect.poll(() => page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")).toBe("auto");
			await scene.models.release("still");
			await replyEnded(page);
		}));
});
