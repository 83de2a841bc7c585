import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProtocolInput } from "../../src/protocol/schema/schema.ts";
import { EVERY_TEXT } from "../../src/texts/every-text.ts";
import { fillAbout } from "../support/browser/hands.ts";
import { land, openScene, toForm, useScene, withPage } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";
import { enrol } from "../support/http/participant.ts";

const scene = useScene();

beforeAll(async () => {
	await openScene(scene, "words", "single");
	await openScene(scene, "words-ar", "single", { language: "ar" });
	await openScene(scene, "words-ja", "single", { language: "ja" });
	const title = "שאלון";
	await openScene(scene, "words-he", "single", {
		language: "he",
		texts: hebrewTexts,
		forms: { about: hebrew(title), after: hebrew(title) },
	});
});

/** By path, because nobody here reads Hebrew. Texts that tests look for are written out. */
const hebrewTexts: NonNullable<ProtocolInput["texts"]> = {
	...Object.fromEntries([...EVERY_TEXT.keys()].map((path) => [path, path])),
	"consent.agree": "אני מסכים",
	"form.faults": { one: "תשובה אחת", other: "{count} תשובות" },
};

const hebrew = (title: string) => ({
	title,
	items: [{ id: "age", kind: "number" as const, label: "בן כמה אתה?", min: 0, max: 120 }],
});

const agreed = (page: Page) => page.getByRole("button", { name: "I agree" });

describe("the app", () => {
	it("loads its texts again if they fail at first", () =>
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

	it("shows a button to reload, in the study's language, if its texts never load", () =>
		withPage(scene, async ({ page }) => {
			await page.clock.install();
			await page.route(/\/assets\/ja-/, (route) => route.abort("failed"));
			await land(scene, page, "words-ja", "never");
			const reload = page.getByRole("button", { name: "読み込み直す" });
			// The pauses are between attempts, which take time too.
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

	it("lets participants rank by buttons if the drag script fails to load", () =>
		withPage(scene, async ({ page }) => {
			await page.route(/\/assets\/sortable/, (route) => route.abort("failed"));
			await toForm(scene, page, "words", "no-drag");
			await page.getByRole("button", { name: "Move up: Kindness" }).click();
			await expect.poll(() => page.locator(".ranked .name").allTextContents()).toEqual(["Kindness", "Truth", "Speed"]);
		}));
});

describe("the server's fault in an answer", () => {
	it("is shown in the study's language", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, "words-ar", "fault");
			await page.getByRole("button", { name: "أوافق", exact: true }).click();
			await fillAbout(page, { notApplicable: "لا ينطبق", up: "إلى الأعلى: \u2068Kindness\u2069" });
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
			await expect.poll(() => page.getByText("Not these two.").count()).toBe(0);
		}));
});

describe("a study in a language without a catalogue", () => {
	it("is entirely in that language if it brings all texts", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, "words-he", "hebrew");
			await page.getByRole("button", { name: "אני מסכים" }).click();
			await page.getByRole("heading", { name: "שאלון" }).waitFor();
			await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("he");
			await expect.poll(() => page.locator("html").getAttribute("dir")).toBe("rtl");
			await page.locator(".bar .button.primary").click();
			await page.getByText("2 תשובות").or(page.getByText("תשובה אחת")).first().waitFor();
		}));

	it("is refused without them, with the number of missing texts", async () => {
		const study = browserStudy("words-sw", "single", { language: "sw" });
		const headers = { Authorization: `Bearer ${scene.served.key}`, "Content-Type": "application/json" };
		const post = (path: string, body?: string) =>
			scene.served.fetch(path, { method: "POST", headers, ...(body ? { body } : {}) });
		expect((await post("/v1/studies", JSON.stringify(study))).status).toBe(201);
		const refused = await post("/v1/studies/words-sw/open");
		expect(refused.status).toBe(409);
		expect(await refused.json()).toMatchObject({
			code: "study_not_openable",
			errors: [{ pointer: "/language", detail: expect.stringContaining(`${EVERY_TEXT.size} are missing`) }],
		});
	});
});

describe("a study's own texts", () => {
	it("replace ours, with their placeholders filled in", () =>
		withPage(scene, async ({ page }) => {
			await openScene(scene, "words-own", "single", {
				texts: {
					"consent.agree": "Let us begin",
					"form.faults": { one: "One left.", other: "{count} left." },
					"page.refusals.incomplete.heading": "Part of the link is missing",
				},
			});
			await page.goto(`${scene.served.origin}/p/words-own`);
			await page.getByRole("heading", { name: "Part of the link is missing" }).waitFor();
			await land(scene, page, "words-own", "own");
			await page.getByRole("button", { name: "Let us begin" }).click();
			await page.getByRole("heading", { name: "About you" }).waitFor();
			await page.getByRole("button", { name: "Continue" }).click();
			await page.getByText("7 left.").waitFor();
		}));
});

describe("a refusal before a session exists", () => {
	it.each([
		["words", "en", "This link is not complete", "return your submission"],
		["words-ar", "ar", "هذا الرابط غير كامل", "Prolific"],
		["words-ja", "ja", "このリンクは不完全です", "Prolific"],
		["words-he", "he", "page.refusals.incomplete.heading", "page.payment.prolific"],
	])("is in the language of the study %s, and explains payment", (study, lang, heading, payment) =>
		withPage(scene, async ({ page }) => {
			await page.goto(`${scene.served.origin}/p/${study}`);
			await page.getByRole("heading", { name: heading }).waitFor();
			await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(lang);
			await expect
				.poll(() => page.locator("html").getAttribute("dir"))
				.toBe(["ar", "he"].includes(lang) ? "rtl" : "ltr");
			await expect.poll(() => page.locator("main").textContent()).toContain(payment);
		}),
	);

	it("is in the study's language before any script runs", async () => {
		const { session } = await enrol(scene.served.fetch, scene.served.key, "words-ja", "static");
		const html = await (await scene.served.fetch(`/s/${session}`)).text();
		expect(html).toContain("<title>調査</title>");
		expect(html).toContain("この調査には JavaScript が必要です。");
	});
});
