import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { agree } from "../support/browser/hands.ts";
import { land, openScene, useScene, withPage } from "../support/browser/scene.ts";

const scene = useScene();
const LABELS = Array.from({ length: 14 }, (_, place) => `Card ${place + 1}`);
const options = LABELS.map((label) => ({ value: label, label }));

beforeAll(() =>
	openScene(scene, "drag-far", "single", {
		forms: {
			about: { title: "In order", items: [{ id: "order", kind: "ranking", label: "The best first", options }] },
		},
		flow: ["consent", "about", "conversations"],
		eligibility: [],
	}),
);

/** Touches by the browser's touch events. */
async function fingerOn(page: Page) {
	const session = await page.context().newCDPSession(page);
	const send = (type: "touchStart" | "touchMove" | "touchEnd", at: readonly { x: number; y: number }[]) =>
		session.send("Input.dispatchTouchEvent", { type, touchPoints: [...at] });
	return {
		down: (x: number, y: number) => send("touchStart", [{ x, y }]),
		up: () => send("touchEnd", []),
		async move(x: number, from: number, to: number): Promise<void> {
			for (let step = 1; step <= 10; step += 1) await send("touchMove", [{ x, y: from + ((to - from) * step) / 10 }]);
		},
	};
}

const middleOf = async (page: Page, card: number): Promise<{ x: number; y: number }> => {
	const { x, y, width, height } = (await page.locator(".handle").nth(card).boundingBox()) ?? {};
	if (x === undefined || y === undefined || !width || !height) throw new Error("the handle is not shown");
	return { x: x + width / 2, y: y + height / 2 };
};

const names = (page: Page) => page.locator(".ranked .name").allTextContents();
const scrolled = (page: Page) => page.evaluate<number>("scrollY");

describe("a card under a finger", () => {
	it("is dragged past the edge of the screen", () =>
		withPage(
			scene,
			async ({ page }) => {
				await land(scene, page, "drag-far", "finger");
				await agree(page);
				await page.locator(".ranking[data-draggable]").waitFor();
				await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
				await expect.poll(() => scrolled(page)).toBeGreaterThan(200);
				const finger = await fingerOn(page);
				const from = await middleOf(page, LABELS.length - 1);
				await finger.down(from.x, from.y);
				await finger.move(from.x, from.y, 80);
				// No finger is quite still. The library begins a drag some time after the first move, and scrolls at the next.
				const scrolledUnderFinger = async () => {
					await finger.move(from.x, 81, 80);
					return scrolled(page);
				};
				await expect.poll(scrolledUnderFinger).toBe(0);
				// A moving card accepts no drop, so the finger waits until it has moved. The finger stays over the
				// list's first place: over the first card, it would pass that card again.
				const overFirst = async () => {
					const list = await page.locator(".ranking").boundingBox();
					await finger.move(from.x, 80, (list?.y ?? 0) + 20);
					return page.locator(".ranking > .ranked").first().getAttribute("class");
				};
				await expect.poll(overFirst).toContain("sortable-ghost");
				await finger.up();
				await expect.poll(async () => (await names(page)).slice(0, 2)).toEqual(["Card 14", "Card 1"]);
			},
			{ width: 390, height: 600 },
		));
});
