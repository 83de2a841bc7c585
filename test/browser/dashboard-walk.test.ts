import { describe, expect, it } from "vitest";
import { crowdStudy } from "../support/browser/crowd.ts";
import { callApi, openDashboard, signIn } from "../support/browser/dashboard.ts";
import { DESK, PHONE, sideways } from "../support/browser/page.ts";
import { useScene, withPage } from "../support/browser/scene.ts";
import { createStudy, openStudy } from "../support/http/participant.ts";

const scene = useScene();

describe("a walk through a draft", () => {
	it("continues by the participant's buttons and by the list, and stores nothing", () =>
		withPage(
			scene,
			async ({ page }) => {
				await createStudy(scene.served.fetch, scene.served.key, crowdStudy("walk-draft", 4));
				await signIn(scene, page);
				await openDashboard(scene, page, "walk-draft/protocol");
				await page.getByRole("link", { name: "Walk it as a participant" }).click();
				const frame = page.frameLocator(".device iframe");
				await frame.getByRole("button", { name: "I agree" }).click();
				await frame.getByRole("heading", { name: "About you" }).waitFor();
				await page.locator(".walk-list [aria-current]", { hasText: "About you" }).waitFor();
				await page.getByRole("button", { name: "How was it? (Conversation 2)" }).click();
				await frame.getByRole("heading", { name: "How was it?" }).waitFor();
				await page.getByRole("button", { name: "The end" }).click();
				await frame.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
				const { sessions } = await callApi<{ sessions: unknown[] }>(scene, "/v1/studies/walk-draft/sessions");
				expect(sessions).toEqual([]);
			},
			DESK,
		));

	it.each([
		["a phone", PHONE, 390],
		["a desk", DESK, 1280],
	])("shows all steps as on %s, at that size, without moving the page", (_, viewport, width) =>
		withPage(
			scene,
			async ({ page }) => {
				const slug = `walk-all-${width}`;
				await createStudy(scene.served.fetch, scene.served.key, crowdStudy(slug, 4));
				await signIn(scene, page);
				await openDashboard(scene, page, `${slug}/walk?show=all${width === 1280 ? "&on=desk" : ""}`);
				const pictures = page.locator(".all-steps li");
				await expect.poll(() => pictures.count()).toBe(1 + 1 + 4 * 3 + 1);
				await page
					.frameLocator(".all-steps li:nth-child(2) iframe")
					.getByRole("heading", { name: "About you" })
					.waitFor();
				const frame = page.frames().find((each) => each.url().endsWith("/walk/app#1"));
				await expect.poll(() => frame?.evaluate("innerWidth")).toBe(width);
				await expect.poll(() => page.evaluate("scrollY")).toBe(0);
				await expect.poll(() => sideways(page)).toBe(0);
				await page.getByRole("link", { name: /^4\. / }).click();
				await page.waitForURL(/step=4/);
				await page.frameLocator(".device iframe").getByText("A model's reply stands here.").first().waitFor();
			},
			viewport,
		),
	);
});

describe("a walk through an opened study", () => {
	it("starts a pilot session with its models", () =>
		withPage(
			scene,
			async ({ page }) => {
				await openStudy(scene.served.fetch, scene.served.key, crowdStudy("walk-open", 4));
				await signIn(scene, page);
				await openDashboard(scene, page, "walk-open/walk");
				await page.getByRole("button", { name: "Start a pilot session" }).click();
				const link = page.getByRole("link", { name: "Open the pilot session" });
				await page.goto((await link.getAttribute("href")) ?? "");
				await page.getByText("A session of the pilot pool").waitFor();
			},
			DESK,
		));

	it("is visible with a dashboard link, which starts nothing", () =>
		withPage(
			scene,
			async ({ page }) => {
				await openStudy(scene.served.fetch, scene.served.key, crowdStudy("walk-link", 4));
				const path = "/v1/studies/walk-link/dashboard-links";
				const { url } = await callApi<{ url: string }>(scene, path, "POST", { sessions: false });
				await page.goto(url);
				await page.getByRole("link", { name: "Walk" }).click();
				await page.frameLocator(".device iframe").getByRole("button", { name: "I agree" }).waitFor();
				await expect.poll(() => page.getByRole("button", { name: "Start a pilot session" }).count()).toBe(0);
				await page.getByRole("link", { name: "Protocol" }).click();
				await page.getByRole("textbox", { name: "The protocol, as JSON" }).waitFor();
			},
			DESK,
		));
});
