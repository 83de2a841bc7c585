import { beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { agree, goOn } from "../support/browser/hands.ts";
import { land, openScene, seen, useScene, withPage } from "../support/browser/scene.ts";

const STUDY = "pages";
const scene = useScene();

const text = (id: string, label: string) => ({ id, kind: "text" as const, label });
const often = {
	id: "often",
	kind: "choice" as const,
	label: "How often do you use an assistant?",
	options: ["Never", "Weekly"].map((label) => ({ value: label.toLowerCase(), label })),
};

beforeAll(() =>
	openScene(scene, STUDY, "single", {
		forms: {
			about: {
				title: "About you",
				pages: 2,
				items: [
					often,
					{ ...text("what", "What for?"), showIf: { item: "often", equals: "weekly" } },
					text("name", "What should we call you?"),
					text("why", "Why do you take part?"),
				],
			},
		},
		flow: ["consent", "about", "conversations"],
		eligibility: [],
	}),
);

describe("a form in pages", () => {
	it("shows the page number, asks for missing answers, and goes back with answers kept", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, STUDY, "paged");
			await agree(page);
			await page.getByText("Part 1 of 2").waitFor();
			await goOn(page);
			await page.getByText("2 answers need your attention.").waitFor();
			await page.getByLabel("Weekly").check();
			await page.getByLabel("What for?").fill("Work");
			await goOn(page);
			await page.getByText("Part 2 of 2").waitFor();
			await expect.poll(() => page.getByLabel("What for?").count()).toBe(0);
			await expect.poll(() => violations(page)).toEqual([]);
			await page.getByRole("button", { name: "Back", exact: true }).click();
			await page.getByText("Part 1 of 2").waitFor();
			await expect.poll(() => page.getByLabel("What for?").inputValue()).toBe("Work");
			expect((await seen(scene, page)).step?.kind).toBe("form");
		}));
});

describe("an item that depends on an answer", () => {
	it("is hidden, optional and unsent while the answer does not match", () =>
		withPage(scene, async ({ page }) => {
			await land(scene, page, STUDY, "unasked");
			await agree(page);
			await expect.poll(() => page.getByLabel("What for?").count()).toBe(0);
			await page.getByLabel("Weekly").check();
			await page.getByLabel("What for?").fill("Work");
			await page.getByLabel("Never").check();
			await page.getByLabel("What for?").waitFor({ state: "detached" });
			await page.getByLabel("What should we call you?").fill("Ada");
			await goOn(page);
			await page.getByLabel("Why do you take part?").fill("Out of curiosity.");
			const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().includes("/steps/"));
			await goOn(page);
			const { answers, shown } = (await sent).postDataJSON();
			expect(answers).toEqual({ often: "never", name: "Ada", why: "Out of curiosity." });
			expect(shown).toEqual(["often", "name", "why"]);
			await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
		}));
});
