import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { agree, chooseBest, endConversation, fillAbout, goOn, say, touchSlider } from "../test/browser/hands.ts";
import { browserStudy } from "../test/browser/study.ts";
import { DESK, launchBrowser, openPage, PHONE } from "../test/support/browser.ts";
import { openStudy } from "../test/support/participant.ts";
import { type Served, serve } from "../test/support/serve.ts";

/** Every step of the participant's app at a phone's and at a desk's width, for people to look at. */
const FOLDER = "docs/screenshots";
const LAYOUTS = ["single", "best-of", "side-by-side"] as const;
const QUESTION = "What could I do on Saturday, if it rains?";

type Shot = (name: string) => Promise<void>;

const ranking = {
	title: "Looking back",
	items: [{ id: "order", kind: "ranking", label: "The best conversation first", options: "conversations" }],
} as const;

async function open(served: Served): Promise<void> {
	for (const layout of LAYOUTS) await openStudy(served.fetch, served.key, browserStudy(`shots-${layout}`, layout));
	const single = browserStudy("shots-ranking", "single");
	const talks = single.conversations.map((talk) => ({ ...talk, arms: "each" as const, turns: { min: 1, max: 2 } }));
	const { about } = single.forms ?? {};
	const forms = { ...(about ? { about } : {}), ranking: { ...ranking, items: [...ranking.items] } };
	const flow = ["consent", "about", "conversations", "ranking"];
	const study = { ...single, conversations: talks, forms, flow };
	await openStudy(served.fetch, served.key, study);
}

async function begin(served: Served, page: Page, layout: string, participant: string): Promise<void> {
	await page.goto(`${served.origin}/p/shots-${layout}?PROLIFIC_PID=${participant}&STUDY_ID=s&SESSION_ID=x`);
	await page.getByRole("heading", { name: "Key points" }).waitFor();
}

async function toChat(page: Page): Promise<void> {
	await agree(page);
	await fillAbout(page);
	await goOn(page);
	await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
}

const ended = (page: Page) => page.getByRole("button", { name: "I am done with this conversation" }).waitFor();

async function single(page: Page, shot: Shot): Promise<void> {
	await shot("01-consent");
	await page.getByRole("button", { name: "Leave", exact: true }).click();
	await shot("02-leave");
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "Menu" }).click();
	await shot("03-menu");
	await page.keyboard.press("Escape");
	await agree(page);
	await page.getByRole("heading", { name: "About you" }).waitFor();
	await shot("04-form");
	await goOn(page);
	await shot("05-form-missing");
	await fillAbout(page);
	await shot("06-form-filled");
	await goOn(page);
	await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
	await shot("07-chat-empty");
	await say(page, QUESTION);
	await page.getByText("One more message").waitFor();
	await shot("08-chat");
	await say(page, "And on Sunday?");
	await ended(page);
	await shot("09-chat-may-end");
	await page.context().setOffline(true);
	await page.getByText("You are offline.").waitFor();
	await shot("10-offline");
	await page.context().setOffline(false);
	await endConversation(page);
	await page.getByRole("heading", { name: "How was it?" }).waitFor();
	await touchSlider(page.getByLabel("Overall"), 0.8);
	await shot("11-rating");
	await goOn(page);
	await page.getByText("DONE1234").waitFor();
	await shot("12-end");
}

async function bestOf(page: Page, shot: Shot): Promise<void> {
	await toChat(page);
	await say(page, QUESTION);
	await page.getByRole("heading", { name: "Rate each reply" }).waitFor();
	await shot("20-best-of");
	for (const [place, at] of [0.8, 0.8, 0.2, 0.4].entries()) await touchSlider(page.getByRole("slider").nth(place), at);
	await shot("21-best-of-tie");
	await chooseBest(page, [0.9]);
	await ended(page);
	await shot("22-best-of-chosen");
}

async function sideBySide(page: Page, shot: Shot): Promise<void> {
	await toChat(page);
	await say(page, QUESTION);
	await ended(page);
	await shot("30-side-by-side");
	await endConversation(page);
	await page.getByRole("heading", { name: "Which was better?" }).waitFor();
	await page.getByText("Read Assistant A again").click();
	await shot("31-ranking-panes");
}

async function rank(page: Page, shot: Shot): Promise<void> {
	await toChat(page);
	for (let talk = 0; talk < 4; talk += 1) {
		await page.getByText(`Conversation ${talk + 1} of 4`).waitFor();
		await say(page, QUESTION);
		await endConversation(page);
	}
	await page.getByRole("heading", { name: "Looking back" }).waitFor();
	await page.getByRole("button", { name: "Move up: Conversation 3" }).click();
	await shot("40-ranking-conversations");
}

const WALKS = [
	["single", single],
	["best-of", bestOf],
	["side-by-side", sideBySide],
	["ranking", rank],
] as const;

async function photograph(served: Served, browser: Browser, device: "phone" | "desk"): Promise<void> {
	const folder = join(FOLDER, device);
	await mkdir(folder, { recursive: true });
	for (const [layout, walk] of WALKS) {
		const { page, close } = await openPage(browser, served.origin, device === "phone" ? PHONE : DESK);
		await begin(served, page, layout, device);
		await walk(page, async (name) => {
			await page.waitForTimeout(150);
			await page.screenshot({ path: join(folder, `${name}.png`) });
		});
		await close();
	}
}

const [served, browser] = await Promise.all([serve(), launchBrowser()]);
try {
	await open(served);
	for (const device of ["phone", "desk"] as const) await photograph(served, browser, device);
} finally {
	await browser.close();
	await served.stop();
}
