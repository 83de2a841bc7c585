import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { say } from "../support/browser/hands.ts";
import { PHONE } from "../support/browser/page.ts";
import { openScene, replyEnded, seen, toChat, useScene, withPage } from "../support/browser/scene.ts";

const STUDY = "paced";
const CHARACTERS_A_SECOND = 90;
const scene = useScene();

beforeAll(() =>
	openScene(
		scene,
		STUDY,
		"single",
		{ blinding: { level: "double", pace: { firstFrameMs: 900, charactersPerSecond: CHARACTERS_A_SECOND } } },
		// Only the participant's side is tested, so the server may be late on a busy machine.
		"?acceptLateReplies=true",
	),
);

/** Records the times at which the last reply has grown, and its lengths. */
const WATCH_GROWTH = `window.grown = [];
	new MutationObserver(() => {
		const length = document.querySelector(".turn.last .letter")?.textContent.length ?? 0;
		if (length > (grown.at(-1)?.length ?? 0)) grown.push({ atMs: performance.now(), length });
	}).observe(document.body, { childList: true, subtree: true, characterData: true });`;

type Growth = { readonly atMs: number; readonly length: number };

/** How a paced reply grew on the page, and in how many frames it came. */
async function growthOf(page: Page, participant: string): Promise<{ grown: readonly Growth[]; frames: number }> {
	await toChat(scene, page, STUDY, participant);
	await page.evaluate(WATCH_GROWTH);
	await say(page, "What could I do on Saturday?");
	await replyEnded(page);
	const { conversation } = await seen(scene, page);
	const everyMs = conversation?.textEveryMs ?? Number.NaN;
	const length = conversation?.messages.at(-1)?.text.length ?? 0;
	const frames = 1 + Math.ceil(length / ((CHARACTERS_A_SECOND * everyMs) / 1000));
	return { grown: await page.evaluate<Growth[]>("grown"), frames };
}

describe("a reply under a pace", () => {
	it("grows between its frames too, by a few characters each time", () =>
		withPage(
			scene,
			async ({ page }) => {
				await page.emulateMedia({ reducedMotion: "no-preference" });
				const { grown, frames } = await growthOf(page, "moving");
				expect(grown.length).toBeGreaterThan(1.5 * frames);
			},
			PHONE,
		));

	it("grows frame by frame for a participant who prefers reduced motion", () =>
		withPage(
			scene,
			async ({ page }) => {
				await page.emulateMedia({ reducedMotion: "reduce" });
				const { grown, frames } = await growthOf(page, "still");
				expect(grown.length).toBeLessThanOrEqual(frames + 1);
			},
			PHONE,
		));
});
