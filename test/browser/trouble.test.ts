import type { Page, Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { agree, fillAbout, goOn, onScreen, say, touchSlider } from "../support/browser/hands.ts";
import {
	expectTranscript,
	land,
	openScene,
	replyBegun,
	replyEnded,
	seen,
	toChat,
	toForm,
	useScene,
	withPage,
	written,
} from "../support/browser/scene.ts";
import { enrol } from "../support/http/participant.ts";

const STUDY = "trouble";
const scene = useScene();

beforeAll(async () => {
	await openScene(scene, STUDY, "single");
	await openScene(scene, "tabs", "side-by-side");
});

/** A message whose reply pauses after a few words, until it is released. */
const held = (key: string) => `[[hold:${key}]] What could I do on Saturday?`;

/** Fails the first POST of an answer in this way, and lets later ones pass. */
async function failFirstPost(page: Page, fail: (route: Route) => Promise<void>): Promise<void> {
	await page.route("**/v1/sessions/*/steps/*", fail, { times: 1 });
}

describe("while a reply is written", () => {
	it("ends with the server's transcript after a reload", () =>
		withPage(scene, async ({ page, errors }) => {
			await toChat(scene, page, STUDY, "reload");
			await say(page, held("reload"));
			await replyBegun(page);
			await page.reload();
			await replyBegun(page);
			expect((await seen(scene, page)).step?.kind).toBe("generating");
			await scene.models.release("reload");
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
			expect(errors).toEqual([]);
		}));

	it("shows that the connection is lost, and continues when it is back", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "offline");
			await say(page, held("offline"));
			await replyBegun(page);
			await page.context().setOffline(true);
			await page.getByText("You are offline. Nothing is lost").waitFor();
			await scene.models.release("offline");
			await page.context().setOffline(false);
			await page.getByText("You are offline.").waitFor({ state: "hidden" });
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
		}));

	it("does not cover the assistants' tabs when it says so", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, "tabs", "offline-tabs");
			await say(page, "What could I do on Saturday?");
			await page.getByText("You may send").waitFor({ state: "attached" });
			await page.context().setOffline(true);
			await page.getByText("You are offline. Nothing is lost").waitFor();
			const isCovered = () =>
				page.evaluate(`[...document.querySelectorAll(".tab")].some((tab) => {
					const { left, top, width, height } = tab.getBoundingClientRect();
					return [top + 2, top + height / 2].some((y) => !tab.contains(document.elementFromPoint(left + width / 2, y)));
				})`);
			await expect.poll(isCovered).toBe(false);
			await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
			await expect.poll(isCovered).toBe(false);
			await page.context().setOffline(false);
			await page.getByText("You are offline.").waitFor({ state: "hidden" });
			await expect.poll(isCovered).toBe(false);
		}));

	it("keeps the text that is typed", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "typing");
			await say(page, held("typing"));
			await replyBegun(page);
			await page.getByLabel("Your message").fill("And on Sunday?");
			await scene.models.release("typing");
			await replyEnded(page);
			await page.reload();
			await replyEnded(page);
			await expect.poll(() => page.getByLabel("Your message").inputValue()).toBe("And on Sunday?");
		}));
});

describe("a reply that fails", () => {
	it("is reported, keeps the message, and can be requested again", () =>
		withPage(scene, async ({ page, errors }) => {
			await toChat(scene, page, STUDY, "retry");
			await say(page, "[[cut]] What could I do on Saturday?");
			const again = page.getByRole("button", { name: "Try again" });
			await again.waitFor();
			const first = await seen(scene, page);
			await expect.poll(() => page.getByText("What could I do on Saturday?").isVisible()).toBe(true);
			const answered = page.waitForResponse(/\/steps\//);
			await again.click();
			await answered;
			await again.waitFor();
			expect((await seen(scene, page)).step?.id).not.toBe(first.step?.id);
			await expect.poll(() => onScreen(page)).toEqual(written(await seen(scene, page)));
			expect(errors).toEqual([]);
		}));
});

describe("an assistant that fails", () => {
	const again = (page: Page) => page.getByRole("button", { name: "Try again" });
	const end = (page: Page) => page.getByRole("button", { name: "End this conversation" });
	/** The last form is about the whole study. */
	const finish = async (page: Page) => {
		await page.getByRole("heading", { name: "How was it?" }).waitFor();
		await touchSlider(page.getByLabel("Overall"), 0.5);
		await goOn(page);
		await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
	};

	it("can be left from its second failure on, and the study continues", () =>
		withPage(scene, async ({ page, errors }) => {
			await toChat(scene, page, STUDY, "leave-assistant");
			await say(page, "[[cut]] What could I do on Saturday?");
			await again(page).waitFor();
			await expect.poll(() => end(page).isVisible()).toBe(false);
			await again(page).click();
			await page.getByText("The assistant could not answer again.").waitFor();
			await expect.poll(() => again(page).isVisible()).toBe(true);
			await end(page).click();
			await finish(page);
			expect(errors).toEqual([]);
		}));

	it("offers no retry if that is of no use", () =>
		withPage(scene, async ({ page, errors }) => {
			await toChat(scene, page, STUDY, "refused-for-good");
			await say(page, "[[refused]] What could I do on Saturday?");
			await page.getByText("The assistant cannot answer any more in this conversation.").waitFor();
			await expect.poll(() => again(page).isVisible()).toBe(false);
			await page.reload();
			await end(page).click();
			await finish(page);
			expect((await seen(scene, page)).exit).toMatchObject({ reason: "completed", code: expect.any(String) });
			expect(errors).toEqual([]);
		}));
});

describe("a study that cannot go on", () => {
	it("is left by the exit that pays, once the server allows it", () =>
		withPage(scene, async ({ page }) => {
			await toForm(scene, page, STUDY, "paused");
			const step = { id: `st_${"0".repeat(24)}`, kind: "retry", problem: "We cannot go on just now.", canEnd: true };
			await page.route("**/v1/sessions/*", async (route) => {
				const response = await route.fetch();
				await route.fulfill({ response, json: { ...(await response.json()), step } });
			});
			await page.reload();
			await page.getByText("We still cannot go on.").waitFor();
			await expect.poll(() => page.getByRole("button", { name: "Try again" }).isVisible()).toBe(true);
			const posted = page.waitForRequest(/\/steps\//);
			await page.getByRole("button", { name: "Finish here" }).click();
			expect((await posted).postDataJSON()).toEqual({ end: true });
			await page.unroute("**/v1/sessions/*");
		}));
});

describe("an answer that is sent", () => {
	it("is sent again if it did not arrive", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "lost-request");
			await failFirstPost(page, (route) => route.abort("failed"));
			await say(page, "What could I do on Saturday?");
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
		}));

	it("is sent again if it was refused as unavailable, after the server's delay", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "unavailable");
			await failFirstPost(page, (route) =>
				route.fulfill({
					status: 503,
					headers: { "Retry-After": "1" },
					contentType: "application/problem+json",
					body: JSON.stringify({ code: "unavailable" }),
				}),
			);
			await say(page, "What could I do on Saturday?");
			await page.getByText("Nothing is lost").waitFor();
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
		}));

	it("counts once if it arrived and its response was lost", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "lost-response");
			await failFirstPost(page, async (route) => {
				await route.fetch();
				await route.abort("failed");
			});
			await say(page, "What could I do on Saturday?");
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
		}));

	it("counts once if it is tapped twice", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "twice");
			await page.getByLabel("Your message").fill("What could I do on Saturday?");
			await page.getByRole("button", { name: "Send" }).dblclick();
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
		}));

	it("updates other tabs of the session", () =>
		withPage(scene, async ({ page, errors }) => {
			await toForm(scene, page, STUDY, "tabs");
			const other = await page.context().newPage();
			await other.goto(page.url());
			await other.getByRole("heading", { name: "About you" }).waitFor();
			await fillAbout(page);
			await goOn(page);
			await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
			await other.getByRole("heading", { name: "Plan a weekend" }).waitFor();
			expect(errors).toEqual([]);
		}));
});

describe("a form", () => {
	it("shows beside each field what is missing, and scrolls to the first", () =>
		withPage(scene, async ({ page }) => {
			await toForm(scene, page, STUDY, "missing");
			await goOn(page);
			await page.getByText("7 answers need your attention.").waitFor();
			const age = page.getByLabel("How old are you?");
			await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe(await age.getAttribute("id"));
			await age.fill("200");
			await goOn(page);
			await page.getByText("Please enter a number of at most 120.").waitFor();
		}));

	it("refuses an ambiguous number, and converts other digits", () =>
		withPage(scene, async ({ page }) => {
			await toForm(scene, page, STUDY, "ambiguous");
			await fillAbout(page, { age: "50,000" });
			await goOn(page);
			await page.getByText("This can be read in two ways. Please write 50000 or 50.").waitFor();
			await page.getByLabel("How old are you?").fill("٥٠");
			const sent = page.waitForRequest((request) => request.method() === "POST" && /\/steps\//.test(request.url()));
			await goOn(page);
			expect((await sent).postDataJSON()).toMatchObject({ answers: { age: 50 } });
			await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
		}));

	it("shows the server's fault beside the field", () =>
		withPage(scene, async ({ page }) => {
			await toForm(scene, page, STUDY, "refused");
			await fillAbout(page);
			const problem = { code: "invalid_request", errors: [{ pointer: "/answers/uses", detail: "Not these two." }] };
			await failFirstPost(page, (route) =>
				route.fulfill({ status: 400, contentType: "application/problem+json", body: JSON.stringify(problem) }),
			);
			await goOn(page);
			await page.getByRole("group", { name: "What do you use assistants for?" }).getByText("Not these two.").waitFor();
		}));

	it("keeps its answers over a reload", () =>
		withPage(scene, async ({ page }) => {
			await toForm(scene, page, STUDY, "draft");
			await fillAbout(page);
			await page.reload();
			await page.getByRole("heading", { name: "About you" }).waitFor();
			await expect.poll(() => page.getByLabel("How old are you?").inputValue()).toBe("34");
			await goOn(page);
			await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
		}));

	it("has no slider position before the first touch, and accepts keys", () =>
		withPage(scene, async ({ page }) => {
			await toForm(scene, page, STUDY, "slider");
			const slider = page.getByLabel("How do you feel?");
			await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("No position yet");
			await slider.press("End");
			await expect.poll(() => slider.getAttribute("aria-valuetext")).toBeNull();
			await expect.poll(() => slider.inputValue()).toBe("100");
			await touchSlider(slider, 0.25);
			await expect.poll(async () => Number(await slider.inputValue())).toBeCloseTo(25, -1);
		}));
});

describe("a study that ends early", () => {
	it("redirects screened-out participants to the recruiter after a countdown", () =>
		withPage(scene, async ({ page, left }) => {
			await toForm(scene, page, STUDY, "young");
			await fillAbout(page, { age: "12" });
			await goOn(page);
			await page.getByText("NOTYOU12").waitFor();
			await page.clock.install();
			await page.reload();
			await page.getByText(/^You will be taken to app\.prolific\.com in (60|59|58) seconds\.$/).waitFor();
			await page.clock.runFor(60_000);
			await page.waitForURL("https://app.prolific.com/submissions/complete?cc=NOTYOU12");
			expect(left).toHaveLength(1);
		}));

	it("stays if the countdown is stopped", () =>
		withPage(scene, async ({ page, left }) => {
			await land(scene, page, STUDY, "stay");
			await page.getByRole("button", { name: "I do not agree" }).click();
			await page.getByRole("button", { name: "End the study" }).click();
			await page.getByText("NOTHANKS").waitFor();
			await page.getByRole("button", { name: "Stay here" }).click();
			await page.getByText("Continue to app.prolific.com when you are ready.").waitFor();
			expect(left).toEqual([]);
		}));

	it("erases everything on request, after a second question", () =>
		withPage(scene, async ({ page }) => {
			await toChat(scene, page, STUDY, "leaving");
			await say(page, held("leaving"));
			await replyBegun(page);
			await page.getByRole("button", { name: "Leave", exact: true }).click();
			const dialog = page.getByRole("dialog");
			await dialog.getByLabel("Delete it").check();
			await dialog.getByRole("button", { name: "Leave", exact: true }).click();
			await dialog.getByRole("button", { name: "Leave and delete everything" }).click();
			await page.getByRole("heading", { name: "You have left the study" }).waitFor();
			await page.reload();
			await page.getByRole("heading", { name: "This session was erased" }).waitFor();
			await expect.poll(() => page.evaluate("Object.keys(localStorage)")).toEqual([]);
		}));
});

describe("a survey tool's link", () => {
	it("opens the session by its token, which is removed from the address and survives a reload", () =>
		withPage(scene, async ({ page }) => {
			const { session, token } = await enrol(scene.served.fetch, scene.served.key, STUDY, "by-token");
			await page.goto(`${scene.served.origin}/s/${session}#${token}`);
			await page.getByRole("heading", { name: "Before you begin" }).waitFor();
			expect(page.url()).toBe(`${scene.served.origin}/s/${session}`);
			await page.reload();
			await agree(page);
			await page.getByRole("heading", { name: "About you" }).waitFor();
		}));

	it("shows that it does not work without the token", () =>
		withPage(scene, async ({ page }) => {
			const { session } = await enrol(scene.served.fetch, scene.served.key, STUDY, "no-token");
			await page.goto(`${scene.served.origin}/s/${session}`);
			await page.getByRole("heading", { name: "This link does not work" }).waitFor();
		}));
});
