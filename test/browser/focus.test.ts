import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK, launchBrowser, openPage } from "../support/browser.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import { openStudy } from "../support/participant.ts";
import { type Served, serve } from "../support/serve.ts";
import { agree, fillAbout, goOn, say } from "./hands.ts";
import { browserStudy } from "./study.ts";

const STUDY = "focus";

let models: ModelServer;
let served: Served;
let browser: Browser;

beforeAll(async () => {
	models = await startModelServer();
	const endpoint = { ENDPOINT_GPU_URL: models.url, ENDPOINT_GPU_KEY: "any" };
	[served, browser] = await Promise.all([serve(endpoint), launchBrowser()]);
	const model = { provider: "openai-compatible", endpoint: "GPU", model: "ok" } as const;
	const same = { one: model, two: model, three: model, four: model };
	await openStudy(served.fetch, served.key, browserStudy(STUDY, "single", { models: same }));
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	await models?.close();
});

const land = (page: Page, participant: string) =>
	page.goto(`${served.origin}/p/${STUDY}?PROLIFIC_PID=${participant}&STUDY_ID=s&SESSION_ID=x`);

const focused = (page: Page) => page.locator(":focus");

describe("the focus", () => {
	it("goes back to what opened a dialog, whichever way it is closed", async () => {
		const { page, close } = await openPage(browser, served.origin);
		await land(page, "dialogs");
		const ways = [
			["Menu", "Close"],
			["Menu", "Escape"],
			["Leave", "Stay in the study"],
			["I do not agree", "Go back"],
		] as const;
		for (const [opener, way] of ways) {
			await page.getByRole("button", { name: opener, exact: true }).click();
			const dialog = page.getByRole("dialog");
			await dialog.waitFor();
			if (way === "Escape") await page.keyboard.press("Escape");
			else await dialog.getByRole("button", { name: way }).click();
			await dialog.waitFor({ state: "detached" });
			expect(await focused(page).textContent()).toBe(opener);
		}
		await close();
	});

	it("goes on into the dialog that another one leads to, and back to where the first was opened", async () => {
		const { page, close } = await openPage(browser, served.origin);
		await land(page, "two-dialogs");
		await page.getByRole("button", { name: "Menu" }).click();
		await page.getByRole("button", { name: "Leave and delete my data" }).click();
		await page.getByRole("dialog", { name: "Leave the study?" }).waitFor();
		expect(await focused(page).textContent()).toBe("Leave the study?");
		await page.getByRole("button", { name: "Stay in the study" }).click();
		await page.getByRole("dialog").waitFor({ state: "detached" });
		expect(await focused(page).textContent()).toBe("Menu");
		await close();
	});

	it("is on the words when a reply has failed, so that nothing typed on presses a button", async () => {
		const { page, close } = await openPage(browser, served.origin, DESK);
		await land(page, "retry");
		await agree(page);
		await fillAbout(page);
		await goOn(page);
		await say(page, "[[refused]] What could I do on Saturday?");
		await page.getByRole("button", { name: "Try again" }).waitFor();
		expect(await focused(page).textContent()).toBe("The assistant could not answer. Your message is kept.");
		await page.keyboard.press("Tab");
		expect(await focused(page).textContent()).toBe("Try again");
		await close();
	});
});
