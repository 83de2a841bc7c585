import { describe, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { say } from "../support/browser/hands.ts";
import { PHONE, sideways } from "../support/browser/page.ts";
import { openOnStage, seen, toChat, useScene, withPage } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";

const scene = useScene();
/** Only the participant's side is tested, so the server may be late on a busy machine. */
const open = (...study: Parameters<typeof browserStudy>) =>
	openOnStage(scene, browserStudy(...study), "?acceptLateReplies=true");
const MARK = "You stopped this reply.";
/** So slow that the reply can be stopped before its end. */
const blinding = { level: "double", pace: { firstFrameMs: 2000, charactersPerSecond: 5 } } as const;
/** Records each state of the button that sends and stops. */
const WATCH_BUTTON = `window.states = [];
	new MutationObserver(() => {
		const button = document.querySelector(".composer .disc");
		states.push(button.ariaLabel + (button.ariaDisabled === "true" ? ", pale" : ""));
	}).observe(document.querySelector(".composer .disc"), { attributes: true });`;
/** This browser has no pointer, so the rules for one apply always. */
const HAVE_POINTER = `for (const sheet of document.styleSheets)
	for (const rule of sheet.cssRules)
		if (rule.media?.mediaText === "(hover: hover)") rule.media.mediaText = "all";`;
const IS_PALE = `(() => {
	const probe = document.body.appendChild(document.createElement("div"));
	probe.style.background = "var(--raised)";
	const pale = getComputedStyle(probe).backgroundColor;
	probe.remove();
	return getComputedStyle(document.querySelector(".composer .disc")).backgroundColor === pale;
})()`;
const talk = {
	...{ id: "talk", title: "Plan a weekend", instructions: "Ask for an idea.", stop: true },
	turns: { min: 1, max: 1 },
};

describe("while a reply is shown on a phone", () => {
	it("the send button stops it, the kept text is marked, and the focus is in the composer", async () => {
		await open("stop-single", "single", {
			blinding,
			conversations: [{ ...talk, layout: "single", arms: 1, turns: { min: 1, max: 2 } }],
		});
		await withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, "stop-single", "one");
				await say(page, "What could I cook tonight?");
				const stop = page.getByRole("button", { name: "Stop the reply" });
				await stop.waitFor();
				await expect.poll(() => violations(page)).toEqual([]);
				await page.keyboard.press("Escape");
				await expect.poll(() => page.getByRole("button", { name: "Send" }).count()).toBe(0);
				await stop.focus();
				await page.evaluate(WATCH_BUTTON);
				await page.keyboard.press("Enter");
				await page.locator(".reply", { hasText: MARK }).waitFor();
				await page.getByRole("button", { name: "Send" }).waitFor();
				await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("composer");
				// The server answers a tick later. Until then the button says that the press was taken.
				await expect.poll(() => page.evaluate("states[0]")).toBe("Stop the reply, pale");
				expect([await violations(page), await sideways(page)]).toEqual([[], 0]);
				const { conversation } = await seen(scene, page);
				const reply = conversation?.messages.at(-1);
				expect(reply).toMatchObject({ role: "assistant", stopped: true });
				expect(reply?.text).not.toContain("Does that help?");
				await page.reload();
				await page.locator(".reply", { hasText: MARK }).waitFor();
				await page.getByRole("button", { name: "I am done with this conversation" }).click();
				await page.getByRole("heading", { name: "How was it?" }).waitFor();
			},
			PHONE,
		);
	});

	it("the button stops all candidates at once, and marks each", async () => {
		await open("stop-best", "best-of", {
			blinding,
			conversations: [{ ...talk, layout: "best-of", arms: 4 }],
		});
		await withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, "stop-best", "one");
				await say(page, "What could I cook tonight?");
				await page.getByRole("button", { name: "Stop the reply" }).click();
				await page.getByRole("heading", { name: "Rate each reply" }).waitFor();
				await expect.poll(() => page.locator(".reply", { hasText: MARK }).count()).toBe(4);
				await expect.poll(() => violations(page)).toEqual([]);
			},
			PHONE,
		);
	});

	it("the button is absent if the protocol does not allow it", async () => {
		await open("no-stop", "single", { blinding });
		await withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, "no-stop", "one");
				await say(page, "What could I cook tonight?");
				await page.locator(".turn.last .letter", { hasText: /\w{3}/ }).waitFor();
				await expect.poll(() => page.getByRole("button", { name: "Stop the reply" }).count()).toBe(0);
			},
			PHONE,
		);
	});
});

it("on a desk, the button turns pale under the pointer that pressed it, before the server answers", async () => {
	await open("stop-desk", "single", { blinding, conversations: [{ ...talk, layout: "single", arms: 1 }] });
	await withPage(scene, async ({ page }) => {
		await toChat(scene, page, "stop-desk", "one");
		await page.evaluate(HAVE_POINTER);
		const asked = Promise.withResolvers<void>();
		await page.route("**/stop", (route) => asked.promise.then(() => route.continue()));
		await say(page, "What could I cook tonight?");
		await page.getByRole("button", { name: "Stop the reply" }).click();
		await expect.poll(() => page.evaluate(IS_PALE)).toBe(true);
		asked.resolve();
		await page.locator(".reply", { hasText: MARK }).waitFor();
	});
});
