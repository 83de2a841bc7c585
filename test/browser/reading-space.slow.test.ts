import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { chooseBest, endConversation, say } from "../support/browser/hands.ts";
import { DESK, PHONE, sideways } from "../support/browser/page.ts";
import { openScene, toChat, useScene, withPage } from "../support/browser/scene.ts";

const scene = useScene();
const LAYOUTS = ["single", "best-of", "side-by-side"] as const;
const ANSWERED = { single: "One more message", "best-of": "0 of 4 rated", "side-by-side": "You may send" } as const;
/** The cards of best-of are narrow, so an ordinary reply is long enough. */
const ASKED = {
	single: "[[hostile]] Go on.",
	"best-of": "What could I do?",
	"side-by-side": "[[hostile]] Go on.",
} as const;
const SIZES = [
	["on its side", { width: 844, height: 390 }],
	["with its keyboard open", { width: 390, height: 508 }],
] as const;
/** From a phone at 200% zoom to the widest usual screen. */
const WIDTHS = [195, 320, 390, 768, 1280, 1920];
/** On a phone in portrait. */
const FOOTER_PX = 110;
const LINES = 6;

beforeAll(async () => {
	for (const layout of LAYOUTS) await openScene(scene, `room-${layout}`, layout);
});

/** The number of visible lines of the first reply, not covered by a header, footer or tab. */
const linesShown = (page: Page): Promise<number> =>
	page.evaluate(`(() => {
		const letter = [...document.querySelectorAll(".turn.last .letter")].find((one) => one.checkVisibility());
		const { left } = letter.getBoundingClientRect();
		const rows = Array.from({ length: innerHeight }, (_, row) => document.elementFromPoint(left + 8, row));
		const lineHeight = parseFloat(getComputedStyle(letter).lineHeight);
		return rows.filter((one) => letter.contains(one)).length / lineHeight;
	})()`);

const footer = (page: Page): Promise<number> =>
	page.locator(".below").evaluate((below) => below.getBoundingClientRect().height);

const answered = (page: Page, layout: (typeof LAYOUTS)[number]) =>
	page.getByText(ANSWERED[layout]).waitFor({ state: "attached" });

describe.each(LAYOUTS)("a reply in the layout %s", (layout) => {
	it.each(SIZES)("has six lines on the screen of a phone %s", (name, size) =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, `room-${layout}`, name.replaceAll(" ", "-"));
			await page.setViewportSize(size);
			await say(page, ASKED[layout]);
			await answered(page, layout);
			await expect.poll(() => linesShown(page)).toBeGreaterThanOrEqual(LINES);
			await expect.poll(() => footer(page)).toBeLessThan(FOOTER_PX);
		}),
	);

	it("fits the page at any width", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, `room-${layout}`, "widths");
			await say(page, ASKED[layout]);
			await answered(page, layout);
			for (const width of WIDTHS) {
				await page.setViewportSize({ width, height: 800 });
				expect([width, await sideways(page)]).toEqual([width, 0]);
			}
		}));
});

describe("the footer on a phone", () => {
	it("is lower than 110 pixels from the first message to the last reply", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, "room-single", "footer");
			const heights = [await footer(page)];
			for (const [text, said] of [
				["One", "One more message"],
				["Two", "may send one more"],
				["Three", "This was the last reply"],
			] as const) {
				await say(page, text);
				await page.getByText(said).waitFor({ state: "attached" });
				heights.push(await footer(page));
			}
			expect(Math.max(...heights)).toBeLessThan(FOOTER_PX);
		}));

	it("is lower than 110 pixels when replies are tied, two of them or all four", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, "room-best-of", "tied");
			await say(page, "What could I do on Saturday?");
			await page.getByText("0 of 4 rated").waitFor();
			const tied = page.getByRole("group", { name: "These have the same rating" });
			const sliders = page.getByRole("slider");
			const heights: number[] = [];
			for (const place of [0, 1, 2, 3]) await sliders.nth(place).press(place < 2 ? "End" : "Home");
			await tied.getByLabel("Reply B").waitFor();
			heights.push(await footer(page));
			for (const place of [2, 3]) await sliders.nth(place).press("End");
			await tied.getByLabel("Reply D").waitFor();
			heights.push(await footer(page));
			expect([await violations(page), await sideways(page)]).toEqual([[], 0]);
			expect(Math.max(...heights)).toBeLessThan(FOOTER_PX);
			await tied.getByLabel("Reply D").check();
			await page.getByRole("button", { name: "Continue with the best" }).click();
			const [anyway, next] = [
				page.getByRole("button", { name: "Continue anyway" }),
				page.getByText("may send one more"),
			];
			await anyway.or(next).first().waitFor({ state: "attached" });
			if (await anyway.isVisible()) await anyway.click();
			await next.waitFor({ state: "attached" });
		}));
});

describe("the line above the composer", () => {
	it("is one line on a desk", () =>
		withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, "room-single", "one-line");
				await say(page, "One");
				await page.getByText("One more message").waitFor();
				await say(page, "Two");
				await page.getByText("may send one more").waitFor();
				const lines = await page.evaluate(`(() => {
					const hint = document.querySelector(".composer-hints > .hint");
					return hint.getBoundingClientRect().height / parseFloat(getComputedStyle(hint).lineHeight);
				})()`);
				expect(Math.round(Number(lines))).toBe(1);
			},
			{ width: 1280, height: 800 },
		));
});

describe("a phone that is turned", () => {
	/** The start of the block at the upper edge of the readable area. */
	const atTop = (page: Page): Promise<string> =>
		page.evaluate(`(() => {
			const top = Math.max(0, document.querySelector(".top").getBoundingClientRect().bottom);
			const block = [...document.querySelectorAll(".turn.last .letter > *")].find((one) => one.getBoundingClientRect().bottom > top + 1);
			return block.textContent.slice(0, 40);
		})()`);

	it("shows the same lines in landscape, and again in portrait", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, "room-single", "turned");
			await say(page, "[[hostile]] Go on.");
			await answered(page, "single");
			// Nobody scrolls and turns a phone within one frame. In the second, the page has seen where the first one led.
			await page.evaluate(`new Promise((seen) => {
				scrollBy(0, 500);
				requestAnimationFrame(() => requestAnimationFrame(seen));
			})`);
			const read = await atTop(page);
			await page.setViewportSize({ width: PHONE.height, height: PHONE.width });
			await expect.poll(() => atTop(page)).toBe(read);
			await page.setViewportSize(PHONE);
			await expect.poll(() => atTop(page)).toBe(read);
		}));
});

describe("the chips of a best-of", () => {
	const chips = (page: Page) => page.getByRole("group", { name: "Go to a reply" }).getByRole("button");
	const names = (page: Page) => chips(page).evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));

	it("show which replies are rated, lead to them, and the button names missing ratings", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, "room-best-of", "chips");
			await say(page, "What could I do on Saturday?");
			await page.getByText("0 of 4 rated").waitFor();
			await chips(page).nth(2).click();
			const card = page.locator('.reply[data-candidate="c"]');
			await expect.poll(async () => (await card.boundingBox())?.x ?? -1).toBeGreaterThan(0);
			const line = page.getByRole("slider", { name: "Your rating of reply C" });
			await expect.poll(() => line.evaluate((one) => one.matches(":focus"))).toBe(true);
			await page.keyboard.press("End");
			await page.getByText("1 of 4 rated").waitFor();
			await expect
				.poll(() => names(page))
				.toEqual(["Reply A, not rated yet", "Reply B, not rated yet", "Reply C, rated", "Reply D, not rated yet"]);
			await page.getByRole("button", { name: "Continue with the best" }).click();
			await page.getByText("Not rated yet: Reply A, Reply B, Reply D.").waitFor();
			const first = page.getByRole("slider", { name: "Your rating of reply A" });
			await expect.poll(() => first.evaluate((one) => one.matches(":focus"))).toBe(true);
			await chooseBest(page, [0.2, 0.4, 0.9, 0.6]);
			await page.getByText("may send one more").waitFor({ state: "attached" });
			await endConversation(page);
			await page.getByRole("heading", { name: "How was it?" }).waitFor();
		}));
});

describe("a study's only conversation", () => {
	it("is not numbered, and announces no new assistant", () =>
		withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, "room-single", "alone");
				await expect.poll(() => page.getByText(/Conversation 1 of|A new assistant/).count()).toBe(0);
			},
			DESK,
		));
});
