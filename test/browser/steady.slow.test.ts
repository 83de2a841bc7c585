import type { Page } from "playwright-core";
import { beforeAll, describe, it } from "vitest";
import { say } from "../support/browser/hands.ts";
import { DESK, openPage, PHONE } from "../support/browser/page.ts";
import { openOnStage, toChat, useScene } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";

const TABLET = { width: 800, height: 1000 };
const STUDIES = {
	single: browserStudy("single", "single"),
	"best-of": browserStudy("best-of", "best-of"),
	"best-of-picked": withTalk(browserStudy("best-of-picked", "best-of"), { scale: null }),
	"side-by-side": withTalk(browserStudy("side-by-side", "side-by-side"), { arms: 2 }),
	"four-side-by-side": withTalk(browserStudy("four-side-by-side", "side-by-side"), { arms: 4 }),
};

function withTalk(
	study: ReturnType<typeof browserStudy>,
	more: Partial<ReturnType<typeof browserStudy>["conversations"][number]>,
): ReturnType<typeof browserStudy> {
	return { ...study, conversations: study.conversations.map((talk) => ({ ...talk, ...more })) };
}

const scene = useScene();

beforeAll(async () => {
	for (const study of Object.values(STUDIES)) await openOnStage(scene, study);
});

/**
 * Records each element that moves without scrolling, from where to where. Without the footer: it sticks to the edge and
 * grows upwards, so its parts move for the browser.
 */
const WATCH_SHIFTS = `
	shifts = [];
	new PerformanceObserver((list) => {
		for (const { sources } of list.getEntries())
			for (const { node, previousRect: from, currentRect: to } of sources)
				if (!node?.parentElement?.closest(".below")) shifts.push([node?.className || node?.nodeName, from.x, from.y, "to", to.x, to.y].join(" "));
	}).observe({ type: "layout-shift" });`;
const NEXT_FRAME = "new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))";

/** Releases the request once the layout has settled after the tap. */
async function sayWatched(page: Page, text: string): Promise<void> {
	const { promise: watched, resolve: go } = Promise.withResolvers<void>();
	await page.route("**/v1/sessions/*/steps/*", (route) => watched.then(() => route.continue()), { times: 1 });
	await say(page, text);
	await page.locator(".turn.last .dots").first().waitFor();
	await page.evaluate(NEXT_FRAME);
	await page.evaluate(WATCH_SHIFTS);
	go();
}

const placeOf = async (page: Page, selector: string) =>
	(await page.locator(selector).count()) > 0 ? page.locator(selector).boundingBox() : null;

/** The text below the replies once all are complete, and not before. */
const ENDED = {
	single: "One more message",
	"best-of": "0 of 4 rated",
	"best-of-picked": "The conversation goes on",
	"side-by-side": "You may send",
	"four-side-by-side": "You may send",
} as const;
const NAMES = ["single", "best-of", "best-of-picked", "side-by-side", "four-side-by-side"] as const;

/** Concurrent, because each test waits for its replies. */
describe.concurrent.each(NAMES)("while replies are written in the study %s", (study) => {
	it.for([
		["phone", PHONE],
		["tablet", TABLET],
		["desk", DESK],
	] as const)("nothing moves on a %s", async ([device, size], { expect }) => {
		const { page, close } = await openPage(scene.browser, scene.served.origin, size);
		await toChat(scene, page, study, device);
		await sayWatched(page, `[[slow]] ${"Tell me more about all of these things, please. ".repeat(6)}`);
		const before = await placeOf(page, ".composer-row");
		await page.getByText(ENDED[study]).waitFor();
		await page.evaluate(NEXT_FRAME);
		await expect.poll(() => page.evaluate("shifts")).toEqual([]);
		// A choice leaves nothing to write.
		expect([before, null]).toContainEqual(await placeOf(page, ".composer-row"));
		await close();
	});
});
