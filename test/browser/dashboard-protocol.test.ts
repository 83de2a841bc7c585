import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { crowdStudy } from "../support/browser/crowd.ts";
import { callApi, openDashboard, signIn } from "../support/browser/dashboard.ts";
import { DESK, PHONE, sideways } from "../support/browser/page.ts";
import { useScene, withPage } from "../support/browser/scene.ts";
import { createStudy, openStudy } from "../support/http/participant.ts";

const scene = useScene();

type Study = { readonly protocol: { readonly title: string; readonly arms: unknown[] }; readonly protocolHash: string };
const studyOf = (slug: string) => callApi<Study>(scene, `/v1/studies/${slug}`);
const draft = (slug: string) => createStudy(scene.served.fetch, scene.served.key, crowdStudy(slug, 8));

const content = (page: Page) => page.getByRole("textbox", { name: "The protocol, as JSON" });
const findings = (page: Page) => page.getByRole("region", { name: "What the check found" });

/** Puts the cursor after this text, found by the editor's search. */
async function cursorBehind(page: Page, text: string): Promise<void> {
	await content(page).focus();
	await page.keyboard.press("Control+Home");
	await page.keyboard.press("Control+f");
	await page.locator(".cm-search input[name=search]").waitFor();
	await page.keyboard.press("Control+a");
	await page.keyboard.type(text);
	await page.keyboard.press("Enter");
	await page.keyboard.press("Escape");
	await page.keyboard.press("ArrowRight");
}

async function openEditor(page: Page, slug: string): Promise<void> {
	await openDashboard(scene, page, `${slug}/protocol`);
	await content(page).waitFor();
	await findings(page)
		.getByText(/No fault|to correct/)
		.waitFor();
}

describe("the editor of a protocol", () => {
	it("shows a fault beside its line, leads to it, keeps input over a reload, and saves", () =>
		withPage(
			scene,
			async ({ page }) => {
				await draft("edit-fault");
				await signIn(scene, page);
				await openEditor(page, "edit-fault");
				const before = await studyOf("edit-fault");
				await cursorBehind(page, '"model": "two"');
				await page.keyboard.press("Backspace");
				await page.keyboard.type('lve"');
				const fault = findings(page).getByRole("button", { name: /^Fault, line \d+$/ });
				await fault.waitFor();
				await expect.poll(() => page.locator(".cm-said-error").count()).toBe(1);
				await page.getByText("A reload of this page keeps your changes.").waitFor();

				await page.reload();
				await page.getByText("which are not saved").waitFor();
				await fault.waitFor();
				await page.getByRole("button", { name: "Save the draft" }).click();
				await page.getByRole("alert").getByText("/arms/1/model").waitFor();
				expect((await studyOf("edit-fault")).protocolHash).toBe(before.protocolHash);

				await fault.click();
				await expect
					.poll(() => content(page).evaluate((element) => element.contains(element.getRootNode().activeElement)))
					.toBe(true);
				await cursorBehind(page, "twolve");
				for (let n = 0; n < 3; n++) await page.keyboard.press("Backspace");
				await cursorBehind(page, "Which assistant");
				await page.keyboard.type(" of four");
				await findings(page).getByText("No fault").waitFor();
				await page.keyboard.press("Control+s");
				await page.getByText("Saved.", { exact: true }).waitFor();
				expect((await studyOf("edit-fault")).protocol.title).toBe("Which assistant of four do people come back to?");
				await expect.poll(() => page.getByText("which are not saved").count()).toBe(0);
				await page.reload();
				await content(page).waitFor();
				await expect.poll(() => page.getByText("which are not saved").count()).toBe(0);
			},
			DESK,
		));

	it("completes fields and values from the schema by keyboard", () =>
		withPage(
			scene,
			async ({ page }) => {
				// Completion ignores keys in its first 75 ms, so that fast typing accepts nothing by accident.
				await page.clock.install();
				await draft("edit-complete");
				await signIn(scene, page);
				await openEditor(page, "edit-complete");
				await cursorBehind(page, '"title": "Plan a weekend",');
				await page.keyboard.type(' "');
				const offered = page.locator(".cm-tooltip-autocomplete li");
				await expect.poll(() => offered.allInnerTexts()).toContainEqual(expect.stringContaining("ideas"));
				await expect.poll(() => offered.allInnerTexts()).not.toContainEqual(expect.stringContaining("provider"));
				await page.keyboard.press("Escape");
				await cursorBehind(page, '"layout": "');
				await page.keyboard.press("Control+Space");
				await expect.poll(() => offered.allInnerTexts()).toContainEqual(expect.stringContaining("best-of"));
				await page.clock.fastForward(100);
				await page.keyboard.press("Enter");
				await expect.poll(() => content(page).innerText()).toContain('"layout": "best-of"');
				await page.keyboard.press("Tab");
				await expect
					.poll(() => content(page).evaluate((element) => element === element.getRootNode().activeElement))
					.toBe(false);
			},
			DESK,
		));

	it("asks again before it replaces another person's changes", () =>
		withPage(
			scene,
			async ({ page }) => {
				await draft("edit-twice");
				await signIn(scene, page);
				await openEditor(page, "edit-twice");
				const other = { ...crowdStudy("edit-twice", 8), title: "Theirs" };
				await callApi(scene, "/v1/studies/edit-twice", "PUT", other);
				await cursorBehind(page, "Which assistant");
				await page.keyboard.type(" of mine");
				await page.getByRole("button", { name: "Save the draft" }).click();
				await page.getByRole("alert").getByText("Somebody saved this draft meanwhile").waitFor();
				expect((await studyOf("edit-twice")).protocol.title).toBe("Theirs");
				await page.getByRole("button", { name: "Save the draft" }).click();
				await page.getByText("Saved.", { exact: true }).waitFor();
				expect((await studyOf("edit-twice")).protocol.title).toContain("of mine");
			},
			DESK,
		));

	it("does not edit an opened study, and copies it into a draft", () =>
		withPage(
			scene,
			async ({ page }) => {
				await openStudy(scene.served.fetch, scene.served.key, crowdStudy("edit-opened", 8));
				await signIn(scene, page);
				await openEditor(page, "edit-opened");
				await expect.poll(() => page.getByRole("button", { name: "Save the draft" }).count()).toBe(0);
				const text = await content(page).innerText();
				await content(page).focus();
				await page.keyboard.type("x");
				await expect.poll(() => content(page).innerText()).toBe(text);
				await page.getByRole("button", { name: "Copy as a new draft" }).click();
				const dialog = page.getByRole("dialog");
				await expect.poll(() => dialog.getByLabel("Name in addresses").inputValue()).toBe("edit-opened-2");
				await dialog.getByRole("button", { name: "Make the draft" }).click();
				await page.waitForURL("**/studies/edit-opened-2/protocol");
				await page.getByRole("button", { name: "Save the draft" }).waitFor();
				expect((await studyOf("edit-opened-2")).protocol.arms).toHaveLength(4);
			},
			DESK,
		));

	it("creates a study from an example on a phone", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
				await page.getByRole("link", { name: "Write a protocol" }).click();
				await page.getByRole("button", { name: "The two-minute study" }).click();
				await content(page).waitFor();
				await expect.poll(() => sideways(page)).toBe(0);
				await cursorBehind(page, '"slug": "');
				await page.keyboard.type("edit-new-");
				await page.reload();
				await page.getByText("No study has it yet.").waitFor();
				await findings(page).getByText("No fault").waitFor();
				await page.getByRole("button", { name: "Make the draft" }).click();
				await page.waitForURL("**/studies/edit-new-*/protocol");
				await page.getByRole("heading", { name: "What keeps it from opening" }).waitFor();
			},
			PHONE,
		));

	it("marks where a text is not JSON, and does not send it", () =>
		withPage(
			scene,
			async ({ page }) => {
				await draft("edit-broken");
				await signIn(scene, page);
				await openEditor(page, "edit-broken");
				await cursorBehind(page, '"language": "en"');
				await page.keyboard.press("Delete");
				await findings(page)
					.getByText(/This is not JSON yet: see line [56]\./)
					.waitFor();
				await page.getByRole("button", { name: "Save the draft" }).click();
				await findings(page).getByRole("button", { name: "Go there" }).click();
				await page.keyboard.type(",");
				await findings(page).getByText("No fault").waitFor();
			},
			DESK,
		));
});
