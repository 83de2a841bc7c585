import { describe, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { say } from "../support/browser/hands.ts";
import { DESK } from "../support/browser/page.ts";
import { openScene, seen, toChat, useScene, withPage } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";

const scene = useScene();
const LAST = "This was the last reply.";

describe("the last reply of a conversation", () => {
	it("stays until the participant presses Continue, also after a reload", async () => {
		await openScene(scene, "last-reply", "single");
		await withPage(scene, async ({ page }) => {
			await toChat(scene, page, "last-reply", "one");
			for (const text of ["One", "Two", "Three"]) {
				await say(page, text);
				await page.getByText(text === "Three" ? LAST : /more message|may send/).waitFor();
			}
			const letter = page.locator(".turn.last .letter");
			const text = await letter.textContent();
			await expect.poll(() => page.getByLabel(/^Your message/).count()).toBe(0);
			await expect.poll(() => violations(page)).toEqual([]);
			await page.reload();
			await page.getByText(LAST).waitFor();
			await expect.poll(() => letter.textContent()).toBe(text);
			await page.getByRole("button", { name: "Continue", exact: true }).click();
			await page.getByRole("heading", { name: "How was it?" }).waitFor();
		});
	});

	it("stays in a best-of with one candidate too", async () => {
		await openScene(scene, "last-best", "best-of", {
			conversations: [
				{
					id: "talk",
					title: "Plan a weekend",
					instructions: "Ask.",
					layout: "best-of",
					arms: 2,
					laterCandidates: 1,
					scale: null,
					turns: { min: 1, max: 2 },
				},
			],
		});
		await withPage(
			scene,
			async ({ page }) => {
				await toChat(scene, page, "last-best", "one");
				await say(page, "One");
				await page.getByLabel("This one").first().check();
				await page.getByRole("button", { name: "Continue with the best" }).click();
				await say(page, "Two");
				await page.getByText(LAST).waitFor();
				await page.getByRole("button", { name: "Continue", exact: true }).click();
				await page.getByRole("heading", { name: "How was it?" }).waitFor();
			},
			DESK,
		);
	});
});

describe("a reply whose end was not on the screen", () => {
	const more = "There is more to read";

	it("is asked about at the end, stays marked over a reload, and is recorded once it was seen", async () => {
		await openScene(scene, "unseen-pane", "side-by-side");
		await withPage(scene, async ({ page }) => {
			await toChat(scene, page, "unseen-pane", "one");
			await say(page, "One");
			await page.getByText("may send one more message").waitFor();
			const other = page.getByRole("button", { name: "Assistant B (new)" });
			await other.waitFor();
			await page.reload();
			await other.waitFor();
			await page.getByRole("button", { name: "I am done with this conversation" }).click();
			await page.getByRole("heading", { name: more }).waitFor();
			await page.getByText("Assistant B.", { exact: false }).last().waitFor();
			await expect.poll(() => violations(page)).toEqual([]);
			await page.getByRole("button", { name: "Show it" }).click();
			await page.getByRole("button", { name: "Assistant B", exact: true }).waitFor();
			await page.getByRole("button", { name: "I am done with this conversation" }).click();
			await page.getByRole("heading", { name: "Which was better?" }).waitFor();
			const { conversation } = await seen(scene, page);
			const replies = conversation?.messages.filter(({ role }) => role === "assistant") ?? [];
			expect(replies.map((reply) => reply.seen)).toEqual([true, true]);
		});
	});

	it("can be skipped, and is then not recorded as seen", async () => {
		await openScene(scene, "unseen-left", "side-by-side");
		await withPage(scene, async ({ page }) => {
			await toChat(scene, page, "unseen-left", "one");
			await say(page, "One");
			await page.getByText("may send one more message").waitFor();
			await page.getByRole("button", { name: "I am done with this conversation" }).click();
			await page.getByRole("button", { name: "Continue anyway" }).click();
			await page.getByRole("heading", { name: "Which was better?" }).waitFor();
			const { conversation } = await seen(scene, page);
			const replies = conversation?.messages.filter(({ role }) => role === "assistant") ?? [];
			expect(replies.map((reply) => reply.seen)).toEqual([true, undefined]);
		});
	});

	it("is asked about before the best of several is chosen", async () => {
		await openScene(scene, "unseen-card", "best-of");
		await withPage(scene, async ({ page }) => {
			await toChat(scene, page, "unseen-card", "one");
			await say(page, "One");
			await page.getByRole("heading", { name: "Rate each reply" }).waitFor();
			// By keys, which scroll no card into view.
			for (const [place, value] of [90, 70, 50, 30].entries())
				await page.getByRole("slider").nth(place).evaluate(rateWithoutScrolling, String(value));
			await page.getByRole("button", { name: "Continue with the best" }).click();
			await page.getByRole("heading", { name: more }).waitFor();
			await page.getByRole("button", { name: "Show it" }).click();
		});
	});
});

const rateWithoutScrolling = (slider: unknown, value: string): void => {
	const input = slider as { value: string; dispatchEvent: (event: Event) => void };
	input.value = value;
	input.dispatchEvent(new Event("input", { bubbles: true }));
};

describe("the beginning of a conversation", () => {
	it.each([
		["single", "A new assistant. It does not know your earlier conversations."],
		["best-of", "New assistants. They do not know your earlier conversations."],
	] as const)("announces who is there: %s", async (layout, words) => {
		const [talk] = browserStudy("any", layout).conversations;
		if (!talk) throw new Error("the study has no conversation");
		const conversations = [talk, { ...talk, id: "again" }];
		await openScene(scene, `announced-${layout}`, layout, { conversations });
		await withPage(scene, async ({ page }) => {
			await toChat(scene, page, `announced-${layout}`, "one");
			await page.getByText("Conversation 1 of 2").waitFor();
			await page.getByText(words).waitFor();
		});
	});
});

describe("a message beyond the maximum length", () => {
	it("shows before sending how much is too long and where, and is not sent", async () => {
		await openScene(scene, "too-long", "single", { limits: { messageCharacters: 20 } });
		await withPage(scene, async ({ page }) => {
			await toChat(scene, page, "too-long", "one");
			const entry = page.getByLabel(/^Your message/);
			await entry.fill("Twenty characters ok and more");
			await page.getByText("9 characters too many. The text after “…Twenty characters ok” does not fit.").waitFor();
			const button = page.getByRole("button", { name: "Send" });
			await expect.poll(() => button.getAttribute("aria-disabled")).toBe("true");
			await expect.poll(() => entry.getAttribute("aria-invalid")).toBe("true");
			await button.click({ force: true });
			await expect.poll(() => page.locator(".turn").count()).toBe(0);
			await expect.poll(() => violations(page)).toEqual([]);
			await entry.fill("Twenty characters ok");
			await button.click();
			await page.getByText("One more message").waitFor();
		});
	});
});

describe("the time in the header", () => {
	it("starts at the study's duration; without one, steps are shown", async () => {
		await openScene(scene, "with-time", "single", { duration: "PT25M" });
		await openScene(scene, "without-time", "single");
		await withPage(scene, async ({ page }) => {
			await page.goto(`${scene.served.origin}/p/with-time?PROLIFIC_PID=t&STUDY_ID=s&SESSION_ID=x`);
			await page.getByText("about 25 minutes left").waitFor();
			await page.goto(`${scene.served.origin}/p/without-time?PROLIFIC_PID=t&STUDY_ID=s&SESSION_ID=x`);
			await page.getByText(/^Step 1 of \d+$/).waitFor();
		});
	});

	it("never rises by more than a minute from step to step", async () => {
		await openScene(scene, "honest-time", "single", { duration: "PT25M" });
		await withPage(scene, async ({ page }) => {
			const minutes = async () => Number(/\d+/.exec((await page.locator(".time-left").textContent()) ?? "")?.[0]);
			await toChat(scene, page, "honest-time", "one");
			let before = await minutes();
			expect(before).toBeLessThanOrEqual(26);
			for (const text of ["One", "Two"]) {
				await say(page, text);
				await page.getByText(text === "One" ? "One more message" : "may send one more").waitFor();
				const now = await minutes();
				expect(now).toBeLessThanOrEqual(before + 1);
				before = now;
			}
		});
	});
});
