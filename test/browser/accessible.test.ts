import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { sessionViewSchema } from "../../src/session/view/view-schema.ts";
import { violations } from "../support/browser/axe.ts";
import { agree, endConversation, fillAbout, goOn, openDeletion, say, touchSlider } from "../support/browser/hands.ts";
import {
	land,
	openScene,
	replyBegun,
	replyEnded,
	seen,
	toChat,
	toForm,
	useScene,
	withPage,
} from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";
import { enrol, walk } from "../support/http/participant.ts";

const STUDY = "accessible";
const QUESTION = "What could I do on Saturday?";
const scene = useScene();

const { about, after } = browserStudy("any", "single").forms ?? {};
const { conversations } = browserStudy("any", "single");
const { prolific } = browserStudy("any", "single").recruitment ?? {};

const lookingBack = {
	title: "Looking back",
	items: [
		{
			id: "order",
			kind: "ranking" as const,
			label: "The best first",
			options: "conversations" as const,
			required: true,
		},
	],
};

beforeAll(async () => {
	await openScene(scene, STUDY, "single");
	await openScene(scene, "accessible-ranking", "single", {
		conversations: conversations.map((talk) => ({ ...talk, arms: "each" as const, turns: { min: 1, max: 2 } })),
		forms: { ...(about ? { about } : {}), "looking-back": lookingBack },
		flow: ["consent", "about", "conversations", "looking-back"],
	});
	await openScene(scene, "accessible-full", "single", {
		recruitment: { quota: { total: 4 }, ...(prolific ? { prolific } : {}) },
	});
	await openScene(scene, "accessible-checks", "single", {
		forms: {
			...(about ? { about } : {}),
			after: {
				title: "One more",
				items: [
					{
						id: "attention",
						kind: "choice",
						label: "Please choose blue.",
						options: ["Red", "Blue"].map((label) => ({ value: label.toLowerCase(), label })),
						correct: "blue",
					},
				],
			},
		},
		flow: ["consent", "after", "about", "conversations"],
		checks: { failAfter: 1 },
	});
});

const clean = (page: Page) => expect.poll(() => violations(page)).toEqual([]);

const heading = (page: Page, name: string) => page.getByRole("heading", { name }).waitFor();

describe("the app violates no accessibility rule", () => {
	it("while a reply is awaited, written, and failed", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "reply");
			await say(page, `[[hold-early:awaited]] ${QUESTION}`);
			await page.getByText("The assistant is writing").waitFor({ state: "attached" });
			await clean(page);
			await scene.models.release("awaited");
			await replyEnded(page);
			await say(page, "[[hold:written]] And then?");
			await replyBegun(page);
			await clean(page);
			await scene.models.release("written");
			await page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
			await say(page, "[[cut]] And on Sunday?");
			await page.getByRole("button", { name: "Try again" }).waitFor();
			await clean(page);
			await page.getByRole("button", { name: "Try again" }).click();
			await page.getByRole("button", { name: "End this conversation" }).waitFor();
			await clean(page);
		}));

	it("in the second question of each dialog", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, STUDY, "dialogs");
			await page.getByRole("button", { name: "I do not agree" }).click();
			await clean(page);
			await page.keyboard.press("Escape");
			for (const fate of ["Keep it for the research", "Delete it"]) {
				await page.getByRole("button", { name: "Leave", exact: true }).click();
				await page.getByLabel(fate).check();
				await page.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
				await page.getByRole("dialog", { name: "Are you sure?" }).waitFor();
				await clean(page);
				await page.keyboard.press("Escape");
			}
		}));

	it("in a ranking of conversations with one open", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, "accessible-ranking", "ranking");
			for (const place of [1, 2, 3, 4]) {
				await page.getByText(`Conversation ${place} of 4`).waitFor();
				await say(page, QUESTION);
				await endConversation(page);
			}
			await heading(page, "Looking back");
			await page.getByText("Read Conversation 2 again").click();
			await page.locator(".transcript .letter").first().waitFor();
			await clean(page);
		}));

	it("in dark mode, from consent to the end", () =>
		withPage(scene, async ({ page }) => {
			await page.emulateMedia({ colorScheme: "dark" });
			await land(scene, page, STUDY, "dark");
			await heading(page, "Key points");
			await clean(page);
			await page.getByRole("button", { name: "Menu" }).click();
			await clean(page);
			await page.keyboard.press("Escape");
			await agree(page);
			await heading(page, "About you");
			await goOn(page);
			await page.getByText("7 answers need your attention.").waitFor();
			await clean(page);
			await fillAbout(page);
			await goOn(page);
			await say(page, QUESTION);
			await replyEnded(page);
			await clean(page);
			await say(page, "And on Sunday?");
			await endConversation(page);
			if (after) await heading(page, after.title);
			await touchSlider(page.getByLabel("Overall"), 0.5);
			await goOn(page);
			await page.getByText("DONE1234").waitFor();
			await clean(page);
		}));

	it.each(["", "?PROLIFIC_PID=x"])("on the page of a refusal: %s", (query) =>
		withPage(scene, async ({ page }) => {
			await page.goto(`${scene.served.origin}/p/${query ? "no-such-study" : STUDY}${query}`);
			await page.getByRole("heading", { level: 1 }).waitFor();
			await clean(page);
		}),
	);

	it("on the page of a link that does not work", () =>
		withPage(scene, async ({ page }) => {
			const { session } = await enrol(scene.served.fetch, scene.served.key, STUDY, "no-token");
			await page.goto(`${scene.served.origin}/s/${session}`);
			await heading(page, "This link does not work");
			await clean(page);
		}));
});

describe("an early end explains to everybody what happened and what it means for payment", () => {
	const PAY = "The site that sent you here decides what you are paid for this.";

	it("if the study is full", () =>
		withPage(scene, async ({ page }) => {
			const { served } = scene;
			for (const id of ["one", "two", "three", "four"]) {
				const who = await enrol(served.fetch, served.key, "accessible-full", id, { source: "prolific" });
				await walk(served.fetch, who, ({ step }) => step?.kind === "message");
			}
			await toForm(scene, page, "accessible-full", "late");
			await fillAbout(page);
			await goOn(page);
			await heading(page, "The study is full");
			await expect.poll(() => page.getByText("FULL1234").isVisible()).toBe(true);
			await expect.poll(() => page.getByText(PAY).isVisible()).toBe(true);
			await clean(page);
		}));

	it("if the time has run out", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, STUDY, "slow");
			await page.getByRole("button", { name: "I agree" }).waitFor();
			// The server's exit after the time has run out, which is at least a minute.
			const exit = { reason: "expired", redirectUrl: null, code: null };
			const over = { ...(await seen(scene, page)), status: "expired", step: null, exit };
			await page.route("**/v1/sessions/*", (route) => route.fulfill({ json: sessionViewSchema.parse(over) }));
			await page.route("**/v1/sessions/*/steps/*", (route) =>
				route.fulfill({ status: 409, json: { code: "session_ended" } }),
			);
			await agree(page);
			await heading(page, "The time for this study has run out");
			await expect
				.poll(() => page.getByText(/There is no completion code for this.*also about payment/).isVisible())
				.toBe(true);
			await clean(page);
		}));

	it("if attention checks failed", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, "accessible-checks", "careless");
			await agree(page);
			await page.getByLabel("Red").check();
			await goOn(page);
			await heading(page, "The study ends here");
			await expect.poll(() => page.getByText("CHECK123").isVisible()).toBe(true);
			await expect.poll(() => page.getByText(PAY).isVisible()).toBe(true);
			await clean(page);
		}));

	it("if the participant is screened out", () =>
		withPage(scene, async ({ page }) => {
			await toForm(scene, page, STUDY, "young");
			await fillAbout(page, { age: "12" });
			await goOn(page);
			await page.getByText("NOTYOU12").waitFor();
			await expect.poll(() => page.getByText(PAY).isVisible()).toBe(true);
			await clean(page);
		}));

	it("if the participant has left, with data kept or deleted", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, STUDY, "left");
			await page.getByRole("button", { name: "Leave", exact: true }).click();
			await page.getByLabel("Keep it for the research").check();
			await page.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
			await page.getByRole("button", { name: "Leave the study" }).click();
			await heading(page, "You have left the study");
			await page.getByText("What you gave so far is kept.").waitFor();
			await clean(page);
			await openDeletion(page);
			await page.getByRole("dialog").getByRole("button", { name: "Delete my data" }).click();
			await page.getByRole("button", { name: "Delete everything" }).click();
			await page.getByRole("dialog").waitFor({ state: "detached" });
			await expect.poll(() => page.getByText("What you gave so far is kept.").count()).toBe(0);
			await clean(page);
			await page.reload();
			await heading(page, "This session was erased");
			await clean(page);
		}));
});
