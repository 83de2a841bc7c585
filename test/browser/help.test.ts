import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { databasesIn } from "../support/browser/bytes-on-disk.ts";
import { agree, endConversation, goOn, openDeletion, say, touchSlider } from "../support/browser/hands.ts";
import { DESK, sideways } from "../support/browser/page.ts";
import { land, openScene, seen, useScene, withPage } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";
import { enrol } from "../support/http/participant.ts";

const STUDY = "help";
const QUESTION = "What could I do on Saturday?";
const scene = useScene();

const { after } = browserStudy("any", "single").forms ?? {};
const { recruitment } = browserStudy("any", "single");
const talks = (more: object) => browserStudy("any", "single").conversations.map((talk) => ({ ...talk, ...more }));
const short = {
	forms: after ? { after } : {},
	flow: ["consent", "conversations", "after"],
	eligibility: [],
	consent: { version: "1", text: "## Key points\n\nYou talk to an assistant.", copy: true },
};

beforeAll(async () => {
	await openScene(scene, STUDY, "single", {
		...short,
		conversations: talks({
			turns: { min: 1, max: 3 },
			ideas: ["Should schools ban phones?", "What can I cook tonight that is quick and easy?"],
		}),
		contact: { name: "Ada Okoro", email: "study+one@example.org", ethics: "Board of Example, 2026-114" },
		support: {
			GB: "Samaritans: call **116 123**.",
			US: "Call **988**.",
			default: "[A crisis line](https://example.org)",
		},
		reports: { harmful: "completed" },
		debrief: { completed: "## What this was about\n\nThe assistants were set up in **four ways**." },
	});
	await openScene(scene, "help-plain", "single", {
		...short,
		conversations: talks({ turns: { min: 1, max: 3 } }),
		recruitment: { ...recruitment, expiresAfter: "P2D" },
	});
});

async function toChat(page: Page, participant: string, study = STUDY): Promise<void> {
	await land(scene, page, study, participant);
	await agree(page);
	await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
}

async function toEnd(page: Page, participant: string, study = STUDY): Promise<void> {
	await toChat(page, participant, study);
	await say(page, QUESTION);
	await endConversation(page);
	await touchSlider(page.getByLabel("Overall"), 0.5);
	await goOn(page);
	await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
}

async function openMenu(page: Page) {
	await page.getByRole("button", { name: "Menu", exact: true }).click();
	const menu = page.getByRole("dialog", { name: "Menu" });
	await menu.getByRole("heading", { name: "My data" }).waitFor();
	return menu;
}

/** Whether the database contains the text. */
async function isStored(text: string): Promise<boolean> {
	const files = await databasesIn(scene.served.folder);
	return [...files].some(([name, bytes]) => name.includes("/d1/") && bytes.includes(text));
}

describe("the menu", () => {
	it("shows the contact, the approval, and the deadline", () =>
		withPage(scene, async ({ page }) => {
			await toChat(page, "contact");
			const menu = await openMenu(page);
			await menu.getByText("Ada Okoro").waitFor();
			const link = menu.getByRole("link", { name: "study+one@example.org" });
			await expect.poll(() => link.getAttribute("href")).toBe("mailto:study%2Bone@example.org");
			await menu.getByText("Board of Example, 2026-114").waitFor();
			const until = await page.evaluate<string>(
				"fetch('/v1/sessions/' + location.pathname.split('/')[2] + '/help').then((it) => it.json()).then(({ until }) => new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(new Date(until)))",
			);
			await expect.poll(() => menu.textContent()).toMatch(/You can finish later, until .*\d\./);
			await expect.poll(() => menu.textContent()).toContain(until);
			await expect.poll(() => violations(page)).toEqual([]);
			await expect.poll(() => sideways(page)).toBe(0);
		}));

	it("shows the consent again, and support by country", () =>
		withPage(scene, async ({ page }) => {
			await toChat(page, "support");
			const menu = await openMenu(page);
			await menu.getByText("Read it again").click();
			await menu.getByText("You talk to an assistant.").waitFor();
			await menu.getByLabel("Your country").selectOption({ label: "United Kingdom" });
			await menu.getByText("116 123").waitFor();
			await menu.getByLabel("Your country").selectOption({ label: "Another country" });
			await menu.getByRole("link", { name: /A crisis line/ }).waitFor();
			await expect.poll(() => menu.getByText("116 123").count()).toBe(0);
			await expect.poll(() => violations(page)).toEqual([]);
		}));

	it("names the recruiter if the study has no contact, and the day of a later deadline", () =>
		withPage(scene, async ({ page }) => {
			await toChat(page, "no-contact", "help-plain");
			const menu = await openMenu(page);
			await menu.getByText("For questions, write to the research team through the page").waitFor();
			await expect.poll(() => menu.textContent()).toMatch(/until \w+day, \w+ \d+/);
			await expect.poll(() => menu.getByLabel("Your country").count()).toBe(0);
		}));

	it("reports a failed load, and loads again", () =>
		withPage(scene, async ({ page }) => {
			await toChat(page, "unloaded");
			await page.route("**/v1/sessions/*/help", (route) => route.abort("failed"), { times: 1 });
			const menu = await openMenu(page);
			await menu.getByText("The rest of the help could not be loaded.").waitFor();
			await menu.getByRole("button", { name: "Try again" }).click();
			await menu.getByText("Ada Okoro").waitFor();
		}));

	it("offers to delete data, also after the end", () =>
		withPage(scene, async ({ page }) => {
			await toEnd(page, "deleted");
			await expect.poll(() => page.locator(".top").getByRole("button").allTextContents()).toEqual(["Menu"]);
			await openDeletion(page);
		}));
});

describe("a reply", () => {
	const report = (page: Page) => page.getByRole("button", { name: "Report", exact: true });

	it("is reported with a note by keyboard, and the study continues", () =>
		withPage(
			scene,
			async ({ page }) => {
				await toChat(page, "reported");
				await say(page, QUESTION);
				await report(page).focus();
				await page.keyboard.press("Enter");
				const dialog = page.getByRole("dialog", { name: "Report this reply" });
				await dialog.getByRole("button", { name: "Send the report" }).click();
				await dialog.getByText("Please choose one.").waitFor();
				await expect.poll(() => violations(page)).toEqual([]);
				await dialog.getByLabel("It is broken").focus();
				await page.keyboard.press("Space");
				await dialog.getByLabel("What happened").fill("It stops in the middle.");
				await dialog.getByRole("button", { name: "Send the report" }).press("Enter");
				await dialog.getByText("Your report is saved").waitFor();
				await expect.poll(() => dialog.getByRole("button", { name: "Finish here" }).count()).toBe(0);
				await dialog.getByRole("button", { name: "Go on with the study" }).press("Enter");
				await page.getByRole("button", { name: "Reported" }).waitFor();
				await expect.poll(() => isStored("It stops in the middle.")).toBe(true);
				expect((await seen(scene, page)).status).toBe("active");
			},
			DESK,
		));

	it("leads to support and to an exit, if it is reported as harmful and the study offers them", () =>
		withPage(scene, async ({ page }) => {
			await toChat(page, "harmed");
			await say(page, QUESTION);
			await report(page).click();
			const dialog = page.getByRole("dialog", { name: "Report this reply" });
			await dialog.getByLabel("It is upsetting or harmful").check();
			await dialog.getByRole("button", { name: "Send the report" }).click();
			await dialog.getByLabel("Your country").waitFor();
			await expect.poll(() => violations(page)).toEqual([]);
			await dialog.getByRole("button", { name: "Finish here" }).click();
			await page.getByText("DONE1234").waitFor();
			expect((await seen(scene, page)).status).toBe("withdrawn");
		}));

	it("keeps a report that failed to arrive", () =>
		withPage(scene, async ({ page }) => {
			await toChat(page, "report-lost");
			await say(page, QUESTION);
			await report(page).click();
			const dialog = page.getByRole("dialog", { name: "Report this reply" });
			await dialog.getByLabel("It is broken").check();
			await dialog.getByLabel("What happened").fill("A note.");
			await page.route("**/v1/sessions/*/reports", (route) => route.abort("failed"), { times: 1 });
			await dialog.getByRole("button", { name: "Send the report" }).click();
			await dialog.getByText("That did not reach us. Please try again.").waitFor();
			await expect.poll(() => dialog.getByLabel("What happened").inputValue()).toBe("A note.");
			await dialog.getByRole("button", { name: "Send the report" }).click();
			await dialog.getByText("Your report is saved").waitFor();
		}));

	it("cannot be reported while it is written", () =>
		withPage(scene, async ({ page }) => {
			await toChat(page, "unfinished");
			await say(page, `[[hold:unfinished]] ${QUESTION}`);
			await page.locator(".turn.last .letter > *").first().waitFor();
			await expect.poll(() => report(page).count()).toBe(0);
			await scene.models.release("unfinished");
			await report(page).waitFor();
		}));
});

describe("the exit page", () => {
	it("thanks, explains payment and the study, and does not redirect while a debriefing is read", () =>
		withPage(scene, async ({ page, left }) => {
			await toEnd(page, "end");
			await page.locator(".done").waitFor();
			await page.getByText("Please go back to the site that sent you here").waitFor();
			await page.getByRole("heading", { name: "What this was about" }).waitFor();
			await page.getByText("Ada Okoro").waitFor();
			await page.getByText("Continue to app.prolific.com when you are ready.").waitFor();
			await expect.poll(() => page.getByText("You will be taken").count()).toBe(0);
			const saved = page.waitForEvent("download");
			await page.getByRole("button", { name: "Save a copy of my conversations" }).click();
			expect((await saved).suggestedFilename()).toBe("my-conversations.txt");
			await expect.poll(() => violations(page)).toEqual([]);
			await expect.poll(() => sideways(page)).toBe(0);
			expect(left).toEqual([]);
		}));

	it("counts down if it has nothing to read", () =>
		withPage(scene, async ({ page }) => {
			await toEnd(page, "counted", "help-plain");
			await page.getByText(/You will be taken to app.prolific.com in \d+ seconds?\./).waitFor();
			await expect.poll(() => page.locator(".debrief").count()).toBe(0);
		}));

	it("does not mention payment without a recruiter", () =>
		withPage(scene, async ({ page }) => {
			const { session, token } = await enrol(scene.served.fetch, scene.served.key, STUDY, "unpaid");
			await page.goto(`${scene.served.origin}/s/${session}#${token}`);
			await page.getByRole("button", { name: "I do not agree" }).click();
			await page.getByRole("button", { name: "End the study" }).click();
			await page.getByRole("heading", { name: "You did not agree to take part" }).waitFor();
			await expect.poll(() => page.getByText("Please go back to the site that sent you here").count()).toBe(0);
			await expect.poll(() => page.locator(".done").count()).toBe(0);
		}));
});

describe("ideas for a first message", () => {
	it("fill the composer by a tap, are sent by the participant, and then disappear", () =>
		withPage(scene, async ({ page }) => {
			await toChat(page, "ideas");
			const entry = page.getByLabel("Your message");
			await page.getByRole("button", { name: "Should schools ban phones?" }).click();
			await expect.poll(() => entry.inputValue()).toBe("Should schools ban phones?");
			await page.getByRole("button", { name: /What can I cook/ }).click();
			await expect.poll(() => entry.inputValue()).toBe("What can I cook tonight that is quick and easy?");
			expect((await seen(scene, page)).conversation?.messages).toEqual([]);
			await expect.poll(() => violations(page)).toEqual([]);
			await page.getByRole("button", { name: "Send" }).click();
			await page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
			await expect.poll(() => page.getByRole("button", { name: "Should schools ban phones?" }).count()).toBe(0);
		}));

	it("keep the text that was typed", () =>
		withPage(scene, async ({ page }) => {
			await toChat(page, "ideas-kept");
			const entry = page.getByLabel("Your message");
			await entry.fill("I have a question.");
			await page.getByRole("button", { name: "Should schools ban phones?" }).click();
			await expect.poll(() => entry.inputValue()).toBe("I have a question.\nShould schools ban phones?");
		}));
});
