import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openPage, sideways } from "../support/browser.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import { openStudy } from "../support/participant.ts";
import { type Served, serve } from "../support/serve.ts";
import { agree, chooseBest, endConversation, goOn, say } from "./hands.ts";
import { ADDRESS, longWords, WORD } from "./long-words.ts";

const LAYOUTS = ["single", "best-of", "side-by-side"] as const;
type Layout = (typeof LAYOUTS)[number];

let models: ModelServer;
let served: Served;
let browser: Browser;

beforeAll(async () => {
	models = await startModelServer();
	const endpoint = { ENDPOINT_GPU_URL: models.url, ENDPOINT_GPU_KEY: "any" };
	[served, browser] = await Promise.all([serve(endpoint), launchBrowser()]);
	const model = { provider: "openai-compatible", endpoint: "GPU", model: "ok" } as const;
	const same = { one: model, two: model, three: model, four: model };
	const studies = LAYOUTS.map((layout) => ({ ...longWords(`long-${layout}`, layout), models: same }));
	for (const study of studies) await openStudy(served.fetch, served.key, study);
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	await models?.close();
});

const land = (page: Page, study: string, participant: string) =>
	page.goto(`${served.origin}/p/${study}?PROLIFIC_PID=${participant}&STUDY_ID=s&SESSION_ID=x`);

const mayEnd = (page: Page) => page.getByRole("button", { name: "I am done with this conversation" }).waitFor();

describe.each(LAYOUTS)("long words and addresses in the layout %s", (layout) => {
	it.each([320, 390, 1280])("stay within a page of %i pixels", async (width) => {
		const { page, errors, close } = await openPage(browser, served.origin, { width, height: 700 });
		const within = async () => expect(await outside(page)).toEqual([]);
		await land(page, `long-${layout}`, `long-${width}`);
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

/** What can be scrolled to sideways, and each element that stands out of the page and is in no box of its own. */
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
	await page.getByLabel("From a list").selectOption({ index: 2 });
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
