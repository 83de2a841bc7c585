import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { agree, say } from "../support/browser/hands.ts";
import { DESK, sideways } from "../support/browser/page.ts";
import { land, openScene, useScene, withPage } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";

const STUDY = "maths";
const scene = useScene();

beforeAll(async () => {
	const { after } = browserStudy("any", "single").forms ?? {};
	await openScene(scene, STUDY, "single", {
		forms: after ? { after } : {},
		flow: ["consent", "conversations", "after"],
		eligibility: [],
	});
});

async function ask(page: Page, participant: string): Promise<void> {
	await land(scene, page, STUDY, participant);
	await agree(page);
	await say(page, "[[scientific]] Which formulas do you know?");
	await page.locator(".letter .coded").waitFor();
	await page.getByText("One more message").waitFor();
}

const letter = (page: Page) => page.locator(".letter");
const formulas = (page: Page) => letter(page).locator("math");

describe("a reply with formulas", () => {
	it("shows formulas as MathML, undrawable ones as text, and money as money", () =>
		withPage(scene, async ({ page }) => {
			await ask(page, "drawn");
			await expect.poll(() => formulas(page).count()).toBe(4);
			await expect.poll(() => formulas(page).locator("mfrac").count()).toBe(1);
			await expect.poll(() => letter(page).locator("td math").count()).toBe(1);
			const text = await letter(page).textContent();
			expect(text).toContain("It costs $5 and $10.");
			expect(text).toContain(String.raw`\(\nonsense_1{ \)`);
			expect(text).toContain(String.raw`$$\undefined_a_b$$`);
			await expect.poll(() => letter(page).locator("strong").allTextContents()).toEqual(["sum"]);
			await expect.poll(() => letter(page).locator("em").count()).toBe(0);
			await expect.poll(() => violations(page)).toEqual([]);
			await expect.poll(() => sideways(page)).toBe(0);
		}));

	it("shows formulas as text if their library cannot be loaded", () =>
		withPage(scene, async ({ page }) => {
			await page.route(/\/assets\/temml/, (route) => route.abort("failed"));
			await ask(page, "written");
			for (const written of [String.raw`\(a_1 + b_1\)`, "$x_i^2$", String.raw`\frac{a_1}{b_1} = \sqrt{c_1}`, "$|x|$"])
				await expect.poll(() => letter(page).textContent()).toContain(written);
			await expect.poll(() => formulas(page).count()).toBe(0);
		}));

	it("shows formulas after a reload, and loads the library only for them", () =>
		withPage(scene, async ({ page }) => {
			const loaded: string[] = [];
			page.on("request", (request) => void (request.url().includes("/assets/temml") && loaded.push(request.url())));
			await land(scene, page, STUDY, "later");
			await agree(page);
			await say(page, "Good morning.");
			await page.getByText("One more message").waitFor();
			expect(loaded).toEqual([]);
			await say(page, "[[scientific]] And formulas?");
			await expect.poll(() => formulas(page).count()).toBe(4);
			await page.reload();
			await expect.poll(() => formulas(page).count()).toBe(4);
			expect(loaded).toHaveLength(2);
		}));
});

describe("code in a reply", () => {
	it("is copied unchanged by a button", () =>
		withPage(
			scene,
			async ({ page }) => {
				await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
				await ask(page, "copied");
				await page.getByText("python", { exact: true }).waitFor();
				const copy = page.locator(".coded").getByRole("button");
				await expect.poll(() => copy.textContent()).toBe("Copy");
				await copy.focus();
				await page.keyboard.press("Enter");
				await expect.poll(() => copy.textContent()).toBe("Copied");
				await expect
					.poll(() => page.evaluate("navigator.clipboard.readText()"))
					.toBe("total = a_1 * b_1  # costs $5 and $10");
			},
			DESK,
		));
});
