import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { fillAbout } from "../support/browser/hands.ts";
import { land, openScene, toForm, useScene, withPage } from "../support/browser/scene.ts";
import { enrol } from "../support/http/participant.ts";

const scene = useScene();

beforeAll(async () => {
	await openScene(scene, "words", "single");
	await openScene(scene, "words-ar", "single", { language: "ar" });
	await openScene(scene, "words-ja", "single", { language: "ja" });
	const title = "שאלון";
	await openScene(scene, "words-he", "single", {
		language: "he",
		forms: { about: hebrew(title), after: hebrew(title) },
	});
});

const hebrew = (title: string) => ({
	title,
	items: [{ id: "age", kind: "number" as const, label: "בן כמה אתה?", min: 0, max: 120 }],
});

const agreed = (page: Page) => page.getByRole("button", { name: "I agree" });

describe("the app's words", () => {
	it("are asked for again when they do not come at first", () =>
		withPage(scene, async ({ page }) => {
			const asked: string[] = [];
			await page.route(/\/assets\/en-/, async (route) => {
				asked.push(route.request().url());
				if (asked.length < 3) await route.abort("failed");
				else await route.continue();
			});
			await land(scene, page, "words", "again");
			await agreed(page).waitFor();
			expect(asked.length).toBeGreaterThanOrEqual(3);
		}));

	it("give way to a button in the study's language when they never come, which begins again", () =>
		withPage(scene, async ({ page }) => {
			await page.clock.install();
			await page.route(/\/assets\/ja-/, (route) => route.abort("failed"));
			await land(scene, page, "words-ja", "never");
			const reload = page.getByRole("button", { name: "読み込み直す" });
			// The pauses lie between attempts that take their own time.
			await expect
				.poll(async () => {
					await page.clock.runFor(8_000);
					return reload.count();
				})
				.toBe(1);
			await page.unroute(/\/assets\/ja-/);
			await reload.click();
			await page.getByRole("button", { name: "同意します" }).waitFor();
		}));

	it("go on without what drags, where that cannot be had", () =>
		withPage(scene, async ({ page }) => {
			await page.route(/\/assets\/sortable/, (route) => route.abort("failed"));
			await toForm(scene, page, "words", "no-drag");
			await page.getByRole("button", { name: "Move up: Kindness" }).click();
			expect(await page.locator(".ranked .name").allTextContents()).toEqual(["Kindness", "Truth", "Speed"]);
		}));
});

describe("what the server found in an answer", () => {
	it("is said in the study's language, not in the server's", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, "words-ar", "fault");
			await page.getByRole("button", { name: "أوافق", exact: true }).click();
			await fillAbout(page, { notApplicable: "لا ينطبق", up: "إلى الأعلى: Kindness" });
			const problem = { code: "invalid_request", errors: [{ pointer: "/answers/uses", detail: "Not these two." }] };
			await page.route(
				"**/v1/sessions/*/steps/*",
				(route) =>
					route.fulfill({ status: 400, contentType: "application/problem+json", body: JSON.stringify(problem) }),
				{ times: 1 },
			);
			await page.getByRole("button", { name: "متابعة", exact: true }).click();
			const group = page.getByRole("group", { name: "What do you use assistants for?" });
			await group.getByText("راجع هذه الإجابة من فضلك.").waitFor();
			expect(await page.getByText("Not these two.").count()).toBe(0);
		}));
});

describe("a study in a language without a catalogue", () => {
	it("has English words that say so, and keeps its own language and direction", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, "words-he", "hebrew");
			await agreed(page).click();
			const heading = page.getByRole("heading", { name: "שאלון" });
			await heading.waitFor();
			const languageOf = "(element) => element.closest('[lang]').lang";
			expect(await heading.evaluate(`(${languageOf})(document.querySelector("h1"))`)).toBe("he");
			expect(await page.evaluate(`(${languageOf})(document.querySelector(".bar button"))`)).toBe("en");
			expect(await page.evaluate(`(${languageOf})(document.querySelector(".leave"))`)).toBe("en");
			expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
			expect(await page.evaluate("getComputedStyle(document.querySelector('.leave')).unicodeBidi")).toBe("plaintext");
		}));
});

describe("a refusal before there is a session", () => {
	it.each([
		["words", "en", "This link is not complete", "return your submission"],
		["words-ar", "ar", "هذا الرابط غير كامل", "Prolific"],
		["words-ja", "ja", "このリンクは不完全です", "Prolific"],
		["words-he", "en", "This link is not complete", "return your submission"],
	])("speaks the language of the study %s, and of payment", (study, lang, heading, payment) =>
		withPage(scene, async ({ page }) => {
			await page.goto(`${scene.served.origin}/p/${study}`);
			await page.getByRole("heading", { name: heading }).waitFor();
			expect(await page.locator("html").getAttribute("lang")).toBe(lang);
			expect(await page.locator("html").getAttribute("dir")).toBe(lang === "ar" ? "rtl" : "ltr");
			expect(await page.locator("main").textContent()).toContain(payment);
		}),
	);

	it("is the session's page in the study's language before any script has run", async () => {
		const { session } = await enrol(scene.served.fetch, scene.served.key, "words-ja", "static");
		const html = await (await scene.served.fetch(`/s/${session}`)).text();
		expect(html).toContain("<title>調査</title>");
		expect(html).toContain("この調査には JavaScript が必要です。");
	});
});
