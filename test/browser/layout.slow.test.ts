import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { agree, chooseBest, endConversation, goOn, say } from "../support/browser/hands.ts";
import { ADDRESS, longWords, WORD } from "../support/browser/long-words.ts";
import { openPage, sideways } from "../support/browser/page.ts";
import { land, openOnStage, useScene } from "../support/browser/scene.ts";

const LAYOUTS = ["single", "best-of", "side-by-side"] as const;
type Layout = (typeof LAYOUTS)[number];

const scene = useScene();

beforeAll(async () => {
	for (const layout of LAYOUTS) await openOnStage(scene, longWords(`long-${layout}`, layout));
});

const mayEnd = (page: Page) => page.getByRole("button", { name: "I am done with this conversation" }).waitFor();

describe.each(LAYOUTS)("long words and addresses in the layout %s", (layout) => {
	it.each([320, 390, 1280])("stay within a page of %i pixels", async (width) => {
		const { page, errors, close } = await openPage(scene.browser, scene.served.origin, { width, height: 700 });
		const within = () => expect.poll(() => outside(page)).toEqual([]);
		await land(scene, page, `long-${layout}`, `long-${width}`);
		await page.getByRole("heading", { name: WORD }).waitFor();
		await within();
		await agree(page);
		await page.getByRole("heading", { name: `About ${WORD}` }).waitFor();
		await within();
		await fillLong(page);
		await within();
		await goOn(page);
		await say(page, `${ADDRESS} ${WORD}`);
		await courses[layout](page, within);
		await close();
		expect(errors).toEqual([]);
	});
});

/** The sideways overflow, and each element outside the page that is in no scrolling box. */
async function outside(page: Page): Promise<unknown[]> {
	const scrolls = await sideways(page);
	const wide = await page.evaluate<string[]>(
		`[...document.querySelectorAll("header *, main *")]
			.filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
			.filter((one) => !one.closest(".unseen, .scrolled, pre, .replies.best-of, option"))
			.map((one) => one.tagName + "." + one.className + " " + Math.round(one.getBoundingClientRect().right))`,
	);
	return [...(scrolls > 0 ? [scrolls] : []), ...wide];
}

async function fillLong(page: Page): Promise<void> {
	await page.getByLabel(WORD).first().fill("34");
	for (const kind of ["radio", "checkbox"] as const) await page.getByRole(kind, { name: ADDRESS }).first().check();
	await page.getByLabel("From a list").fill("13");
	await page.getByRole("option", { name: `${WORD} 13` }).click();
	for (const points of ["Seven points", "Eleven points"])
		await page.getByRole("group", { name: points }).getByLabel("5", { exact: true }).check();
	await page.getByLabel("Not applicable").check();
	await page.getByRole("button", { name: "Move up: Other" }).click();
}

const courses: Record<Layout, (page: Page, within: () => Promise<void>) => Promise<void>> = {
	async single(page, within) {
		await page.getByText("One more message").waitFor();
		await within();
	},
	async "best-of"(page, within) {
		await page.getByRole("heading", { name: "Rate each reply" }).waitFor();
		await within();
		await chooseBest(page, [0.8, 0.8, 0.2, 0.4], "Reply B");
		await page.getByText("Replies you did not choose").click();
		await within();
	},
	async "side-by-side"(page, within) {
		await mayEnd(page);
		await within();
		await endConversation(page);
		await page.getByText("Read Assistant A again").click();
		await page.locator(".ranked .letter").first().waitFor();
		await within();
	},
};
