import { beforeAll, describe, expect, it } from "vitest";
import { openScene, toChatByHand, toForm, useScene, withPage } from "../support/browser/scene.ts";

const STUDY = "leaving";
const scene = useScene();

beforeAll(() => openScene(scene, STUDY, "single"));

const NOTICE = "Press back again to leave";

describe("the back button before the end", () => {
	it("explains what leaving means, and leaves at the second press", () =>
		withPage(scene, async ({ page }) => {
			await page.goto(`${scene.served.origin}/healthz`);
			await toForm(scene, page, STUDY, "back");
			await page.getByLabel("How old are you?").click();
			await page.goBack();
			await page.getByText(NOTICE).waitFor();
			expect(page.url()).toContain("/s/se_");
			await page.evaluate("history.back()");
			await page.waitForURL(/healthz$/);
		}));

	it("returns to the page after back, leave and forward, and stays there", () =>
		withPage(scene, async ({ page }) => {
			await page.goto(`${scene.served.origin}/healthz`);
			await toForm(scene, page, STUDY, "forward");
			await page.getByLabel("How old are you?").click();
			await page.goBack();
			await page.evaluate("history.back()");
			await page.waitForURL(/healthz$/);
			await page.goForward();
			await page.getByRole("heading", { name: "About you" }).waitFor();
			await page.evaluate("history.forward()");
			await page.getByLabel("How old are you?").fill("34");
			expect(page.url()).toContain("/s/se_");
		}));
});

describe("closing the page before the end", () => {
	it("asks once, and again only while an answer is not saved", () =>
		withPage(scene, async ({ page }) => {
			const asked: string[] = [];
			page.on("dialog", (dialog) => {
				asked.push(dialog.type());
				void dialog.accept();
			});
			await toChatByHand(scene, page, STUDY, "asks");
			await page.reload();
			await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
			expect(asked).toEqual(["beforeunload"]);
			await page.getByLabel("Your message").click();
			await page.reload();
			await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
			expect(asked).toHaveLength(1);
			// Holds the request, so the answer is not saved until `goOn`.
			let goOn = () => {};
			const stopped = new Promise<void>((resolve) => {
				goOn = resolve;
			});
			await page.route("**/v1/sessions/*/steps/*", async (route) => {
				await stopped;
				await route.continue().catch(() => {});
			});
			await page.getByLabel("Your message").fill("What could I do on Saturday?");
			await page.getByRole("button", { name: "Send" }).click();
			await page.getByText("Saving…").waitFor();
			await page.reload();
			expect(asked).toHaveLength(2);
			goOn();
		}));

	it("asks nobody before consent", () =>
		withPage(scene, async ({ page }) => {
			const asked: string[] = [];
			page.on("dialog", (dialog) => {
				asked.push(dialog.type());
				void dialog.accept();
			});
			await page.goto(`${scene.served.origin}/p/${STUDY}?PROLIFIC_PID=fresh&STUDY_ID=s&SESSION_ID=x`);
			await page.getByRole("button", { name: "I do not agree" }).click();
			await page.getByRole("button", { name: "Go back" }).click();
			await page.reload();
			await page.getByRole("button", { name: "I agree" }).waitFor();
			expect(asked).toEqual([]);
		}));
});
