import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { agree, fillAbout, goOn, say } from "../support/browser/hands.ts";
import { DESK, PHONE } from "../support/browser/page.ts";
import { land, openScene, replyEnded, toChat, toForm, useScene, withPage } from "../support/browser/scene.ts";

const scene = useScene();
const NARROW = { width: 320, height: 640 };

const ends = { minLabel: "Not at all", maxLabel: "Completely" };
const scales = [7, 8, 9, 10, 11].map((points) => ({
	id: `points-${points}`,
	kind: "likert" as const,
	label: `${points} points`,
	max: points,
	...ends,
}));

beforeAll(async () => {
	await openScene(scene, "sizes", "single");
	await openScene(scene, "panes", "side-by-side");
	await openScene(scene, "scales", "single", {
		forms: { about: { title: "Scales", items: scales } },
		flow: ["consent", "about", "conversations"],
		eligibility: [],
	});
});

/** Visible texts with letters smaller than 16 pixels. */
const small = (page: Page): Promise<string[]> =>
	page.evaluate(`[...document.querySelectorAll("body *")]
		.filter((one) => one.checkVisibility() && !one.closest(".unseen"))
		.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""))
		.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16)
		.map((one) => one.className + " " + getComputedStyle(one).fontSize)`);

describe("texts", () => {
	it.each([
		["a phone", PHONE],
		["a desk", DESK],
	])("are of 16 pixels and more on %s", (device, size) =>
		withPage(
			scene,
			async ({ page }) => {
				await land(scene, page, "sizes", device.replace(" ", "-"));
				await page.getByRole("heading", { name: "Key points" }).waitFor();
				await expect.poll(() => small(page)).toEqual([]);
				await agree(page);
				await page.getByRole("heading", { name: "About you" }).waitFor();
				await goOn(page);
				await page.getByText("7 answers need your attention.").waitFor();
				await expect.poll(() => small(page)).toEqual([]);
				await fillAbout(page);
				await goOn(page);
				await say(page, "[[hostile]] Go on.");
				await replyEnded(page);
				await expect.poll(() => small(page)).toEqual([]);
			},
			size,
		),
	);

	it.each(["light", "dark"] as const)(
		"have a contrast of 7:1 where nothing is written yet, in the %s colours",
		(scheme) =>
			withPage(scene, async ({ page }) => {
				await page.emulateMedia({ colorScheme: scheme });
				await toChat(scene, page, "sizes", scheme);
				const [placeholder, ground] = await page.evaluate<[string, string]>(
					`[getComputedStyle(document.querySelector("#composer"), "::placeholder").color, getComputedStyle(document.querySelector("#composer")).backgroundColor]`,
				);
				expect(contrast(placeholder, ground)).toBeGreaterThanOrEqual(7);
			}),
	);
});

/** By WCAG 2.2. */
function contrast(one: string, other: string): number {
	const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
		const value = Number(part) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("the points of a scale", () => {
	it("are 44 pixels wide on a screen of 320, and each end has its label", () =>
		withPage(
			scene,
			async ({ page }) => {
				await land(scene, page, "scales", "points");
				await agree(page);
				await page.getByRole("heading", { name: "Scales" }).waitFor();
				const rows = await page.locator(".likert").evaluateAll((scales) =>
					scales.map((scale) => {
						const points = [...scale.querySelectorAll(".point")].map((point) => point.getBoundingClientRect());
						const [low, high] = [...scale.querySelectorAll(".ends span")].map((end) => end.getBoundingClientRect());
						return {
							narrowest: Math.min(...points.map(({ width, height }) => Math.min(width, height))),
							low: Math.abs((low?.left ?? 0) - (points[0]?.left ?? 0)),
							high: Math.abs((high?.right ?? 0) - (points.at(-1)?.right ?? 0)),
						};
					}),
				);
				expect(rows).toHaveLength(scales.length);
				for (const { narrowest, low, high } of rows) {
					expect(narrowest).toBeGreaterThanOrEqual(44);
					expect(Math.max(low, high)).toBeLessThan(4);
				}
			},
			NARROW,
		));
});

describe("an entry", () => {
	it("is as high as its text after the phone is turned", () =>
		withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, "sizes", "turned");
				const entry = page.getByLabel("Your message");
				await entry.fill(
					"A fairly long message that fills one line on its side, but needs three of them upright, does it not?",
				);
				await page.setViewportSize(PHONE);
				const hidden = () => entry.evaluate((one) => one.scrollHeight - one.clientHeight);
				await expect.poll(hidden).toBe(0);
			},
			{ width: 844, height: 500 },
		));
});

describe("in the system's own colours", () => {
	/** A screenshot of a spot, to compare two spots. */
	const picture = async (page: Page, x: number, y: number, size = 3) =>
		(await page.screenshot({ clip: { x, y, width: size, height: size } })).toString("base64");

	it("the screen shows the chosen point, the progress, and unread text", () =>
		withPage(scene, async ({ page }) => {
			await page.emulateMedia({ forcedColors: "active" });
			await toForm(scene, page, "panes", "forced");
			await fillAbout(page);
			const points = page.getByRole("group", { name: "I trust assistants." }).locator(".point");
			await points.nth(4).scrollIntoViewIfNeeded();
			const [taken, free] = [await points.nth(4).boundingBox(), await points.nth(5).boundingBox()];
			if (!taken || !free) throw new Error("the points are not shown");
			const inCorner = { x: 6, y: 8 };
			expect(await picture(page, taken.x + inCorner.x, taken.y + inCorner.y)).not.toBe(
				await picture(page, free.x + inCorner.x, free.y + inCorner.y),
			);
			await goOn(page);
			await say(page, "What could I do on Saturday?");
			await page.getByText("You may send").waitFor();
			expect(await picture(page, 4, 1)).not.toBe(await picture(page, PHONE.width - 8, 1));
			const mark = await page.locator(".mark").boundingBox();
			if (!mark) throw new Error("nothing is said to be unread");
			expect(await picture(page, mark.x + 3, mark.y + 3)).not.toBe(await picture(page, mark.x - 12, mark.y + 3));
		}));
});
