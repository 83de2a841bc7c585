import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { agree, chooseBest, endConversation, goOn, say, touchSlider } from "../support/browser/hands.ts";
import { DESK, sideways } from "../support/browser/page.ts";
import { land, openScene, useScene, withPage } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";

const STUDY = "recognition";
const LONG = "I have to talk to my sister about our mother’s house, and I do not know how to begin without a quarrel.";
const SHOWN = "I have to talk to my sister about our mother’s house, and I do not know how to…";
const scene = useScene();

const { after } = browserStudy("any", "single").forms ?? {};
const order = {
	id: "order",
	kind: "ranking" as const,
	label: "The best first",
	options: "conversations" as const,
};

beforeAll(async () => {
	const { conversations } = browserStudy("any", "single");
	const forms = { ...(after ? { after } : {}), "looking-back": { title: "Looking back", items: [order] } };
	await openScene(scene, STUDY, "single", {
		arms: [
			{ id: "arm-one", model: "one" },
			{ id: "arm-two", model: "two" },
		],
		models: {
			one: { provider: "rehearsal", character: "terse" },
			two: { provider: "rehearsal", character: "warm" },
		},
		conversations: conversations.map((talk) => ({
			...talk,
			arms: "each" as const,
			turns: { min: 1, max: 3 },
			after: ["after"],
		})),
		forms,
		flow: ["consent", "conversations", "looking-back"],
		eligibility: [],
	});
	await openScene(scene, "recognition-best-of", "best-of", {
		forms: after ? { after } : {},
		conversations: browserStudy("any", "best-of").conversations.map((talk) => ({ ...talk, after: ["after"] })),
		flow: ["consent", "conversations"],
		eligibility: [],
	});
});

async function converse(page: Page, place: number, message: string, rating: number): Promise<void> {
	await page.getByText(`Conversation ${place} of 2`).waitFor();
	await say(page, message);
	await endConversation(page);
	await page.getByRole("heading", { name: "How was it?" }).waitFor();
	await touchSlider(page.getByLabel("Overall"), rating);
	await goOn(page);
}

async function toRanking(page: Page, participant: string): Promise<void> {
	await land(scene, page, STUDY, participant);
	await agree(page);
	await converse(page, 1, LONG, 0.25);
	await converse(page, 2, "Good morning", 0.97);
	await page.getByRole("heading", { name: "Looking back" }).waitFor();
}

/** The stored ranking, once it has arrived in D1. */
async function stored(page: Page): Promise<{ value: unknown; changes: unknown; history: unknown } | undefined> {
	const session = new URL(page.url()).pathname.split("/")[2];
	const headers = { Authorization: `Bearer ${scene.served.key}` };
	const response = await scene.served.fetch(`/v1/studies/${STUDY}/exports/answers.jsonl`, { headers });
	const rows = (await response.text()).trim().split("\n").filter(Boolean);
	return rows.map((row) => JSON.parse(row)).find((row) => row.session === session && row.item === "order");
}

const card = (page: Page, conversation: number) =>
	page.locator(".ranked").filter({ hasText: `Conversation ${conversation}` });

describe("a conversation in a ranking", () => {
	it("shows the participant's first message and rating, and opens in place", () =>
		withPage(scene, async ({ page }) => {
			await toRanking(page, "known");
			await card(page, 1).getByText(SHOWN, { exact: true }).waitFor();
			await card(page, 2).getByText("Good morning", { exact: true }).waitFor();
			await expect.poll(() => card(page, 1).textContent()).toMatch(/Your rating 2\d, from 0 to 100/);
			await expect.poll(() => card(page, 2).textContent()).toMatch(/Your rating 9\d, from 0 to 100/);
			await card(page, 1).getByText("Read Conversation 1 again").click();
			await card(page, 1).locator(".transcript .bubble").getByText(LONG).waitFor();
			await card(page, 1).getByRole("button", { name: "Report", exact: true }).click();
			const dialog = page.getByRole("dialog", { name: "Report this reply" });
			await dialog.getByLabel("It is broken").check();
			await dialog.getByRole("button", { name: "Send the report" }).click();
			await dialog.getByRole("button", { name: "Go on with the study" }).click();
			await card(page, 1).getByRole("button", { name: "Reported" }).waitFor();
			await expect.poll(() => violations(page)).toEqual([]);
			await expect.poll(() => sideways(page)).toBe(0);
		}));

	it("has its moves recorded, over a reload too", () =>
		withPage(scene, async ({ page }) => {
			await toRanking(page, "moved");
			await page.getByRole("button", { name: "Move up: Conversation 2" }).click();
			await page.reload();
			await page.getByRole("button", { name: "Move up: Conversation 1" }).click();
			await page.getByRole("button", { name: "Move down: Conversation 1" }).click();
			// At the end of the list, where no move is possible.
			await page.keyboard.press("Enter");
			await goOn(page);
			await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
			await expect.poll(() => stored(page)).toMatchObject({ value: ["conversation-2", "conversation-1"], changes: 3 });
			const { history } = (await stored(page)) ?? {};
			expect(history).toEqual([
				{ ms: expect.any(Number), value: "conversation-2", from: 2, to: 1 },
				{ ms: expect.any(Number), value: "conversation-1", from: 2, to: 1 },
				{ ms: expect.any(Number), value: "conversation-1", from: 1, to: 2 },
			]);
		}));

	it("has no moves if the order was only confirmed", () =>
		withPage(scene, async ({ page }) => {
			await toRanking(page, "confirmed");
			await page.getByRole("button", { name: "The order is right as it is" }).click();
			await goOn(page);
			await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
			await expect.poll(() => stored(page)).toMatchObject({ changes: 0, history: [] });
		}));
});

describe("a rating form", () => {
	async function toRating(page: Page, participant: string): Promise<void> {
		await land(scene, page, "recognition-best-of", participant);
		await agree(page);
		await say(page, LONG);
		await chooseBest(page, [0.8, 0.2, 0.3, 0.4]);
		await endConversation(page);
		await page.getByRole("heading", { name: "How was it?" }).waitFor();
	}

	it("shows the message and the chosen reply at its start on a phone", () =>
		withPage(scene, async ({ page }) => {
			await toRating(page, "phone");
			const peek = page.locator(".peek");
			await expect.poll(() => peek.textContent()).toContain(LONG);
			await expect.poll(() => peek.locator("p").count()).toBe(2);
			await page.getByText("Read the conversation again").click();
			await page.locator(".transcript .bubble").getByText(LONG).waitFor();
			await expect.poll(() => violations(page)).toEqual([]);
			await expect.poll(() => sideways(page)).toBe(0);
		}));

	it("shows the conversation beside the questions on a wide screen, and can fold it", () =>
		withPage(
			scene,
			async ({ page }) => {
				await toRating(page, "desk");
				const transcript = page.locator(".transcript .bubble");
				await transcript.getByText(LONG).waitFor();
				const [read, asked] = [await transcript.boundingBox(), await page.getByText("Overall").boundingBox()];
				expect((read?.x ?? 0) + (read?.width ?? 0)).toBeLessThan(asked?.x ?? 0);
				await expect.poll(() => violations(page)).toEqual([]);
				await page.getByText("Read the conversation again").click();
				await transcript.waitFor({ state: "hidden" });
				await touchSlider(page.getByLabel("Overall"), 0.5);
				await expect.poll(() => transcript.isVisible()).toBe(false);
			},
			DESK,
		));
});
