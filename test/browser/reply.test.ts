import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SessionView, sessionViewSchema } from "../../src/session/view-schema.ts";
import { launchBrowser, openPage, sideways, type Watched } from "../support/browser.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import { openStudy } from "../support/participant.ts";
import { type Served, serve } from "../support/serve.ts";
import { agree, fillAbout, goOn, onScreen, say } from "./hands.ts";
import { browserStudy } from "./study.ts";

const STUDY = "reply";
const EXPECTED_OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|status of (4\d\d)/;

let models: ModelServer;
let served: Served;
let browser: Browser;

beforeAll(async () => {
	models = await startModelServer();
	[served, browser] = await Promise.all([
		serve({ ENDPOINT_GPU_URL: models.url, ENDPOINT_GPU_KEY: "any" }),
		launchBrowser(),
	]);
	const model = { provider: "openai-compatible", endpoint: "GPU", model: "ok", maxOutputTokens: 32_000 } as const;
	const same = { one: model, two: model, three: model, four: model };
	await openStudy(served.fetch, served.key, browserStudy(STUDY, "single", { models: same }));
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	await models?.close();
});

async function toChat(page: Page, participant: string): Promise<void> {
	await page.goto(`${served.origin}/p/${STUDY}?PROLIFIC_PID=${participant}&STUDY_ID=s&SESSION_ID=x`);
	await agree(page);
	await fillAbout(page);
	await goOn(page);
	await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
}

async function withPage(act: (watched: Watched) => Promise<void>): Promise<void> {
	const watched = await openPage(browser, served.origin);
	await act(watched);
	expect(watched.errors.filter((error) => !EXPECTED_OFFLINE.test(error))).toEqual([]);
	await watched.close();
}

async function seen(page: Page): Promise<SessionView> {
	const session = new URL(page.url()).pathname.split("/")[2];
	const response = await page.context().request.get(`${served.origin}/v1/sessions/${session}`);
	return sessionViewSchema.parse(await response.json());
}

/** The same out of D1, which has it a moment later. */
async function inD1(page: Page): Promise<{ who: string; text: string }[]> {
	const session = new URL(page.url()).pathname.split("/")[2];
	const response = await served.fetch(`/v1/studies/${STUDY}/exports/transcripts.jsonl`, {
		headers: { Authorization: `Bearer ${served.key}` },
	});
	const lines = (await response.text()).trim().split("\n");
	return lines
		.map((line): { session: string; role: string; text: string } => JSON.parse(line))
		.filter((row) => row.session === session)
		.map(({ role, text }) => ({ who: role === "participant" ? "You" : "Assistant", text }));
}

const written = ({ conversation }: SessionView) =>
	(conversation?.messages ?? []).map(({ role, text }) => ({ who: role === "participant" ? "You" : "Assistant", text }));

const replyBegun = (page: Page) => page.locator(".turn.last .letter > *").first().waitFor();
const replyEnded = (page: Page) => page.getByText("One more message before you can go on.").waitFor();
const QUESTION = "What could I do on Saturday?";

/** Where something happens to the page in the life of a reply, and what lets the reply go on afterwards. */
const POINTS = {
	"before the first frame": async (page: Page, key: string) => {
		await say(page, `[[hold-early:${key}]] ${QUESTION}`);
		await page.getByText("The assistant is writing").waitFor({ state: "attached" });
	},
	"in the middle": async (page: Page, key: string) => {
		await say(page, `[[hold:${key}]] ${QUESTION}`);
		await replyBegun(page);
	},
	/** The last word is on the screen, and the model has not said yet that it was the last: nothing is committed. */
	"after the last and before the commit": async (page: Page, key: string) => {
		await say(page, `[[hold-late:${key}]] ${QUESTION}`);
		await page.locator(".turn.last .letter").getByText("Does that help?").waitFor();
		expect((await seen(page)).step?.kind).toBe("generating");
	},
	"after the commit": async (page: Page) => {
		await say(page, QUESTION);
		await replyEnded(page);
	},
} as const;

const TROUBLES = {
	reload: async (page: Page, key: string) => {
		await page.reload();
		models.release(key);
		return page;
	},
	offline: async (page: Page, key: string) => {
		await page.context().setOffline(true);
		await page.getByText("You are offline.").waitFor();
		models.release(key);
		await page.context().setOffline(false);
		return page;
	},
	"a second tab": async (page: Page, key: string) => {
		const other = await page.context().newPage();
		await other.goto(page.url());
		await other.getByRole("heading", { name: "Plan a weekend" }).waitFor();
		models.release(key);
		await replyEnded(other);
		expect(await onScreen(other)).toEqual(written(await seen(other)));
		return page;
	},
} as const;

describe.each(Object.entries(TROUBLES))("%s", (trouble, befall) => {
	it.each(Object.entries(POINTS))("%s ends with the transcript that the server has", (point, reach) =>
		withPage(async ({ page }) => {
			const key = `${trouble}-${point}`.replaceAll(" ", "-");
			await toChat(page, key);
			await reach(page, key);
			const after = await befall(page, key);
			await replyEnded(after);
			const shown = await onScreen(after);
			expect(shown).toEqual(written(await seen(after)));
			expect(shown).toHaveLength(2);
			await expect.poll(() => inD1(after), { timeout: 10_000 }).toEqual(shown);
		}),
	);
});

describe("a hostile reply", () => {
	it("runs nothing, asks for nothing, hides nothing, and stays within the page", () =>
		withPage(async ({ page, left }) => {
			await toChat(page, "hostile");
			await say(page, "[[hostile]] Go on.");
			await replyEnded(page);
			const letter = page.locator(".turn.last .letter");
			await letter.getByText("The very end.", { exact: true }).waitFor();
			expect(await page.evaluate("'hacked' in window")).toBe(false);
			expect(left).toEqual([]);
			expect(await letter.locator("script, img, iframe, [onerror]").count()).toBe(0);
			expect(await letter.getByText("<script>window.hacked = true</script>").count()).toBe(1);
			expect(await letter.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
				"https://example.org/out",
			]);
			expect(await letter.locator("a").getAttribute("rel")).toContain("noopener");
			expect(await letter.textContent()).toMatch(/Turned round, hidden, and <b> & so on\./);
			expect(await letter.locator("th").count()).toBe(40);
			expect(await sideways(page)).toBe(0);
			await say(page, "And on Sunday?");
			await page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
		}));
});

describe("the reader's place", () => {
	it("is left alone while a reply grows, and a button says that there is more", () =>
		withPage(async ({ page }) => {
			await page.setViewportSize({ width: 390, height: 420 });
			await toChat(page, "scroll");
			await say(page, "[[hostile]] Go on.");
			await replyEnded(page);
			const more = page.getByRole("button", { name: "New text below" });
			await more.waitFor();
			const question = page.locator(".turn.last .said");
			expect((await question.boundingBox())?.y ?? -1).toBeGreaterThan(0);
			await more.click();
			await more.waitFor({ state: "hidden" });
			await page.locator(".turn.last .letter").getByText("The very end.", { exact: true }).waitFor();
		}));
});
