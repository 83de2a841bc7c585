import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { onScreen, say } from "../support/browser/hands.ts";
import { sideways } from "../support/browser/page.ts";
import {
	openScene,
	replyBegun,
	replyEnded,
	seen,
	toChat,
	useScene,
	withPage,
	written,
} from "../support/browser/scene.ts";

const STUDY = "reply";
const scene = useScene();

beforeAll(() => openScene(scene, STUDY, "single"));

/** The transcript in D1, where it arrives a moment later. */
async function inD1(page: Page): Promise<{ who: string; text: string }[]> {
	const session = new URL(page.url()).pathname.split("/")[2];
	const response = await scene.served.fetch(`/v1/studies/${STUDY}/exports/transcripts.jsonl`, {
		headers: { Authorization: `Bearer ${scene.served.key}` },
	});
	const lines = (await response.text()).trim().split("\n");
	return lines
		.map((line): { session: string; role: string; text: string } => JSON.parse(line))
		.filter((row) => row.session === session)
		.map(({ role, text }) => ({ who: role === "participant" ? "You" : "Assistant", text }));
}

const QUESTION = "What could I do on Saturday?";

/** When the page is interrupted, and how the reply is released afterwards. */
const POINTS = {
	"before the first frame": async (page: Page, key: string) => {
		await say(page, `[[hold-early:${key}]] ${QUESTION}`);
		await page.getByText("The assistant is writing").waitFor({ state: "attached" });
	},
	"in the middle": async (page: Page, key: string) => {
		await say(page, `[[hold:${key}]] ${QUESTION}`);
		await replyBegun(page);
	},
	/** The last word is shown, but the model has not ended, so nothing is committed. */
	"after the last and before the commit": async (page: Page, key: string) => {
		await say(page, `[[hold-late:${key}]] ${QUESTION}`);
		await page.locator(".turn.last .letter").getByText("Does that help?").waitFor();
		expect((await seen(scene, page)).step?.kind).toBe("generating");
	},
	"after the commit": async (page: Page) => {
		await say(page, QUESTION);
		await replyEnded(page);
	},
} as const;

const TROUBLES = {
	reload: async (page: Page, key: string) => {
		await page.reload();
		await scene.models.release(key);
		return page;
	},
	offline: async (page: Page, key: string) => {
		await page.context().setOffline(true);
		await page.getByText("You are offline.").waitFor();
		await scene.models.release(key);
		await page.context().setOffline(false);
		return page;
	},
	"a second tab": async (page: Page, key: string) => {
		const other = await page.context().newPage();
		await other.goto(page.url());
		await other.getByRole("heading", { name: "Plan a weekend" }).waitFor();
		await scene.models.release(key);
		await replyEnded(other);
		await expect.poll(() => onScreen(other)).toEqual(written(await seen(scene, other)));
		return page;
	},
} as const;

describe.each(Object.entries(TROUBLES))("%s", (trouble, interrupt) => {
	it.each(Object.entries(POINTS))("%s ends with the transcript that the server has", (point, reach) =>
		withPage(scene, async ({ page }) => {
			const key = `${trouble}-${point}`.replaceAll(" ", "-");
			await toChat(scene, page, STUDY, key);
			await reach(page, key);
			const after = await interrupt(page, key);
			await replyEnded(after);
			const shown = await onScreen(after);
			expect(shown).toEqual(written(await seen(scene, after)));
			expect(shown).toHaveLength(2);
			await expect.poll(() => inD1(after)).toEqual(shown);
		}),
	);
});

describe("a hostile reply", () => {
	it("runs no code, requests nothing, hides nothing, and stays within the page", () =>
		withPage(scene, async ({ page, left }) => {
			await toChat(scene, page, STUDY, "hostile");
			await say(page, "[[hostile]] Go on.");
			await replyEnded(page);
			const letter = page.locator(".turn.last .letter");
			await letter.getByText("The very end.", { exact: true }).waitFor();
			await expect.poll(() => page.evaluate("'hacked' in window")).toBe(false);
			expect(left).toEqual([]);
			await expect.poll(() => letter.locator("script, img, iframe, [onerror]").count()).toBe(0);
			await expect.poll(() => letter.getByText("<script>window.hacked = true</script>").count()).toBe(1);
			await expect
				.poll(() => letter.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))))
				.toEqual(["https://example.org/out"]);
			await expect.poll(() => letter.locator("a").getAttribute("rel")).toContain("noopener");
			await expect.poll(() => letter.textContent()).toMatch(/Turned round, hidden, and <b> & so on\./);
			await expect.poll(() => letter.locator("th").count()).toBe(40);
			await expect.poll(() => sideways(page)).toBe(0);
			await say(page, "And on Sunday?");
			await page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
		}));
});

describe("the scroll position", () => {
	it("stays while a reply grows, and a button points to new text", () =>
		withPage(scene, async ({ page }) => {
			await page.setViewportSize({ width: 390, height: 420 });
			await toChat(scene, page, STUDY, "scroll");
			await say(page, "[[hostile]] Go on.");
			await replyEnded(page);
			const more = page.getByRole("button", { name: "New text below" });
			await more.waitFor();
			const question = page.locator(".turn.last .said");
			await expect.poll(async () => (await question.boundingBox())?.y ?? -1).toBeGreaterThan(0);
			await more.click();
			await more.waitFor({ state: "hidden" });
			await page.locator(".turn.last .letter").getByText("The very end.", { exact: true }).waitFor();
		}));
});
