import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { agree, chooseBest, endConversation, fillAbout, goOn, say, touchSlider } from "../support/browser/hands.ts";
import { openPage, PHONE, recordResponses, sideways } from "../support/browser/page.ts";
import { land, useScene } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";
import { openStudy } from "../support/http/participant.ts";

const NARROW = { width: 320, height: 640 };
const SECRETS = /arm-(one|two|three|four)|rehearsal|provider|terse|flattering|cautious/i;
const COMPLETE = "https://app.prolific.com/submissions/complete?cc=DONE1234";

const scene = useScene();

/** From the recruiter's link to the first conversation. */
async function begin(page: Page, study: string, participant: string, shown: () => Promise<void>): Promise<void> {
	await land(scene, page, study, participant);
	await page.getByRole("heading", { name: "Key points" }).waitFor();
	await shown();
	await agree(page);
	await page.getByRole("heading", { name: "About you" }).waitFor();
	await shown();
	await fillAbout(page);
	await goOn(page);
	await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
	await shown();
}

async function rateOverall(page: Page): Promise<void> {
	await page.getByRole("heading", { name: "How was it?" }).waitFor();
	await touchSlider(page.getByLabel("Overall"), 0.9);
	await goOn(page);
}

const courses = {
	async single(page: Page, shown: () => Promise<void>) {
		await say(page, "What could I do on Saturday?");
		await page.getByText("One more message before you can go on.").waitFor();
		await shown();
		await say(page, "And on Sunday?");
		await endConversation(page);
		await rateOverall(page);
	},
	async "best-of"(page: Page, shown: () => Promise<void>) {
		await say(page, "What could I do on Saturday?");
		await chooseBest(page, [0.8, 0.8, 0.2, 0.4], "Reply B");
		await page.getByText("Replies you did not choose").waitFor();
		await shown();
		await endConversation(page);
		await rateOverall(page);
	},
	async "side-by-side"(page: Page, shown: () => Promise<void>) {
		await say(page, "What could I do on Saturday?");
		await page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
		await shown();
		const other = page.getByRole("button", { name: "Assistant B" });
		if (await other.isVisible()) await other.click();
		await page.getByRole("article").filter({ hasText: "Assistant B" }).first().waitFor();
		await endConversation(page);
		await page.getByRole("heading", { name: "Which was better?" }).waitFor();
		await page.getByText("Read the conversation again").click();
		await shown();
		await page.getByRole("button", { name: "Move up: Assistant B" }).click();
		await goOn(page);
	},
};

describe.each(["single", "best-of", "side-by-side"] as const)("a study in the layout %s", (layout) => {
	const study = `journey-${layout}`;

	beforeAll(() => openStudy(scene.served.fetch, scene.served.key, browserStudy(study, layout)));

	it("leads from the recruiter's link back to the recruiter on a phone", async () => {
		const { page, errors, left, close } = await openPage(scene.browser, scene.served.origin, PHONE);
		const bytes = recordResponses(page);
		await begin(page, study, "phone", async () => {});
		await courses[layout](page, async () => {});
		await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
		await expect.poll(() => page.getByText("DONE1234").isVisible()).toBe(true);
		await expect.poll(() => bytes()).toContain("DONE1234");
		await expect.poll(() => bytes()).not.toMatch(SECRETS);
		await page.getByRole("link", { name: "Continue to app.prolific.com" }).click();
		await page.waitForURL(COMPLETE);
		expect(left).toEqual([COMPLETE]);
		expect(errors).toEqual([]);
		await close();
	});

	it("fits a screen of 320 pixels", async () => {
		const { page, errors, close } = await openPage(scene.browser, scene.served.origin, NARROW);
		const shown = () => expect.poll(() => sideways(page)).toBe(0);
		await begin(page, study, "narrow", shown);
		await courses[layout](page, shown);
		await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
		await shown();
		expect(errors).toEqual([]);
		await close();
	});
});
