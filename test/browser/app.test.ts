import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProtocolInput } from "../../src/protocol/schema/schema.ts";
import { violations } from "../support/browser/axe.ts";
import { agree, chooseBest, endConversation, fillAbout, goOn, say, touchSlider } from "../support/browser/hands.ts";
import { DESK, openPage, PHONE, sideways } from "../support/browser/page.ts";
import { land, toChat, useScene } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";
import { enrol, openStudy, see } from "../support/http/participant.ts";

const QUESTION = "What could I do on Saturday?";

const scene = useScene();
let survey: Server;
let surveyOrigin: string;

beforeAll(async () => {
	survey = createServer((request, response) => {
		response.setHeader("Content-Type", "text/html");
		const frame = decodeURIComponent((request.url ?? "").slice(2));
		response.end(
			`<!doctype html><title>Survey</title><script>heard = []; addEventListener("message", ({ data }) => heard.push(data))</script><iframe src="${frame}" width="380" height="500"></iframe>`,
		);
	});
	await new Promise<void>((resolve) => survey.listen(0, "127.0.0.1", resolve));
	const address = survey.address();
	surveyOrigin = `http://localhost:${typeof address === "object" ? address?.port : 0}`;
});

afterAll(async () => {
	survey?.close();
});

const open = (protocol: ProtocolInput) => openStudy(scene.served.fetch, scene.served.key, protocol);

describe("every step", () => {
	it("violates no accessibility rule", async () => {
		await open(browserStudy("axe-single", "single"));
		const { page, close } = await openPage(scene.browser, scene.served.origin);
		const clean = async () => await expect.poll(() => violations(page)).toEqual([]);
		await land(scene, page, "axe-single", "axe");
		await page.getByRole("heading", { name: "Key points" }).waitFor();
		await clean();
		await page.getByRole("button", { name: "Leave", exact: true }).click();
		await clean();
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: "Menu" }).click();
		await clean();
		await page.keyboard.press("Escape");
		await agree(page);
		await page.getByRole("heading", { name: "About you" }).waitFor();
		await clean();
		await goOn(page);
		await page.getByText("7 answers need your attention.").waitFor();
		await clean();
		await fillAbout(page);
		await goOn(page);
		await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
		await clean();
		await say(page, QUESTION);
		await page.getByText("One more message").waitFor();
		await clean();
		await say(page, "And on Sunday?");
		await endConversation(page);
		await touchSlider(page.getByLabel("Overall"), 0.5);
		await clean();
		await goOn(page);
		await page.getByText("DONE1234").waitFor();
		await clean();
		await close();
	});

	it.each(["best-of", "side-by-side"] as const)(
		"has none in the layout %s, on a phone and on a desk",
		async (layout) => {
			await open(browserStudy(`axe-${layout}`, layout));
			for (const size of [PHONE, DESK]) {
				const { page, close } = await openPage(scene.browser, scene.served.origin, size);
				await toChat(scene, page, `axe-${layout}`, `axe-${size.width}`);
				await say(page, QUESTION);
				if (layout === "best-of") {
					await page.getByRole("heading", { name: "Rate each reply" }).waitFor();
					await expect.poll(() => violations(page)).toEqual([]);
					await chooseBest(page, [0.8, 0.8, 0.2, 0.4], "Reply B");
				}
				await page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
				await expect.poll(() => violations(page)).toEqual([]);
				await endConversation(page);
				await page.getByRole("button", { name: "Continue", exact: true }).waitFor();
				await expect.poll(() => violations(page)).toEqual([]);
				await close();
			}
		},
	);
});

describe("a slider", () => {
	it("shows no thumb before it is touched", async () => {
		await open(browserStudy("thumb", "single"));
		const { page, close } = await openPage(scene.browser, scene.served.origin);
		await land(scene, page, "thumb", "thumb");
		await agree(page);
		const slider = page.getByLabel("How do you feel?");
		const line = slider.locator("xpath=..");
		await line.scrollIntoViewIfNeeded();
		const untouched = await line.screenshot();
		await touchSlider(slider, 0.5);
		await slider.blur();
		// In the middle, the initial position of a range's thumb.
		expect((await line.screenshot()).equals(untouched)).toBe(false);
		await close();
	});
});

describe("a study in another language", () => {
	it("is laid out from right to left, in Arabic, at 320 pixels", async () => {
		await open(browserStudy("arabic", "single", { language: "ar-EG" }));
		const { page, errors, close } = await openPage(scene.browser, scene.served.origin, { width: 320, height: 640 });
		await land(scene, page, "arabic", "rtl");
		await page.getByRole("button", { name: "أوافق", exact: true }).click();
		await expect.poll(() => page.locator("html").getAttribute("dir")).toBe("rtl");
		await page.getByRole("heading", { name: "About you" }).waitFor();
		await expect.poll(() => violations(page)).toEqual([]);
		await expect.poll(() => sideways(page)).toBe(0);
		const slider = page.getByLabel("How do you feel?");
		await touchSlider(slider, 0.25);
		// Reading from right to left, the lower end is on the right.
		await expect.poll(async () => Number(await slider.inputValue())).toBeCloseTo(75, -1);
		expect(errors).toEqual([]);
		await close();
	});

	it("is in Japanese", async () => {
		await open(browserStudy("japanese", "single", { language: "ja" }));
		const { page, close } = await openPage(scene.browser, scene.served.origin);
		await land(scene, page, "japanese", "ja");
		await page.getByRole("button", { name: "同意します" }).click();
		await page.getByText("次へ").waitFor();
		await close();
	});
});

describe("a page at 200% zoom", () => {
	it("has no content outside the page", async () => {
		await open(browserStudy("zoom", "side-by-side"));
		// 200% of a 1280 pixel screen leaves half of its width.
		const { page, close } = await openPage(scene.browser, scene.served.origin, { width: 640, height: 450 });
		await land(scene, page, "zoom", "zoom");
		await agree(page);
		await expect.poll(() => sideways(page)).toBe(0);
		await page.evaluate("document.documentElement.style.fontSize = '200%'");
		await fillAbout(page);
		await expect.poll(() => sideways(page)).toBe(0);
		await goOn(page);
		await say(page, QUESTION);
		await page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
		await expect.poll(() => sideways(page)).toBe(0);
		await close();
	});
});

describe("a ranking", () => {
	it("is ordered by dragging a handle", async () => {
		await open(browserStudy("drag", "single"));
		const { page, close } = await openPage(scene.browser, scene.served.origin, DESK);
		await land(scene, page, "drag", "drag");
		await agree(page);
		const handles = page.locator(".handle");
		await handles.last().scrollIntoViewIfNeeded();
		await page.locator(".ranking[data-draggable]").waitFor();
		const [from, to] = [await handles.nth(2).boundingBox(), await handles.nth(0).boundingBox()];
		if (!from || !to) throw new Error("the handles are not shown");
		await page.mouse.move(from.x + 20, from.y + 20);
		await page.mouse.down();
		await page.mouse.move(to.x + 20, to.y + 40, { steps: 12 });
		await page.mouse.move(to.x + 20, to.y + 2, { steps: 6 });
		await page.mouse.up();
		await expect.poll(() => page.locator(".ranked .name").allTextContents()).toEqual(["Speed", "Truth", "Kindness"]);
		await close();
	});
});

describe("a frame in a survey", () => {
	const study = "framed";
	const link = async (participant: string) => {
		const { session, token } = await enrol(scene.served.fetch, scene.served.key, study, participant);
		return `${scene.served.origin}/s/${session}?embed=1#${token}`;
	};

	beforeAll(() =>
		open(
			browserStudy(study, "single", {
				flow: ["consent", "conversations", "after"],
				forms: formsWithout("about"),
				eligibility: [],
				recruitment: { embedOrigins: [surveyOrigin] },
			}),
		),
	);

	it("reaches its end without cookies, and reports its height to the survey", async () => {
		const context = await scene.browser.newContext();
		const page = await context.newPage();
		await page.goto(`${surveyOrigin}/?${encodeURIComponent(await link("framed"))}`);
		const frame = page.frameLocator("iframe");
		await frame.getByRole("button", { name: "I agree" }).click();
		for (const text of [QUESTION, "And on Sunday?"]) {
			await frame.getByLabel("Your message").fill(text);
			await frame.getByRole("button", { name: "Send" }).click();
			await frame.getByText(text).waitFor();
			await frame.getByText(/One more message|You may send/).waitFor();
		}
		await frame.getByRole("button", { name: "I am done with this conversation" }).click();
		await frame.getByLabel("Overall").press("End");
		await frame.getByRole("button", { name: "Continue", exact: true }).click();
		await frame.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
		await page.waitForFunction("heard.some(({ type }) => type === 'completed')");
		const heard = await page.evaluate<Record<string, unknown>[]>("heard");
		expect(
			heard.every(({ source, version, height }) => source === "crossover" && version === 1 && Number(height) > 100),
		).toBe(true);
		expect(new Set(heard.map(({ type }) => type))).toEqual(new Set(["ready", "step", "resize", "completed"]));
		expect(await context.cookies()).toEqual([]);
		await context.close();
	});

	it("cannot be shown by other sites, nor without `embed`", async () => {
		const url = await link("policy");
		const policyOf = async (address: string) => (await fetch(address)).headers.get("Content-Security-Policy");
		expect(await policyOf(url)).toContain(`frame-ancestors ${surveyOrigin}`);
		expect(await policyOf(url.replace("?embed=1", ""))).toContain("frame-ancestors 'none'");
	});
});

const formsWithout = (name: string) =>
	Object.fromEntries(Object.entries(browserStudy("any", "single").forms ?? {}).filter(([id]) => id !== name));

describe("a researcher's preview", () => {
	it("is marked, fills in steps, and reaches the end by itself", async () => {
		await open(browserStudy("previewed", "best-of"));
		const body = JSON.stringify({ participant: { id: "p1", source: "pilot" } });
		const headers = { Authorization: `Bearer ${scene.served.key}`, "Content-Type": "application/json" };
		const response = await scene.served.fetch("/v1/studies/previewed/sessions", { method: "POST", headers, body });
		const { url }: { url: string } = JSON.parse(await response.text());
		const { page, errors, close } = await openPage(scene.browser, scene.served.origin, DESK);
		await page.goto(url);
		await page.getByText("A session of the pilot pool").waitFor();
		await page.getByRole("button", { name: "Fill in and go on" }).click();
		await page.getByRole("heading", { name: "About you" }).waitFor();
		await page.getByRole("button", { name: "Go to next choice" }).click();
		await page.getByRole("heading", { name: "Rate each reply" }).waitFor();
		await page.getByRole("button", { name: "Go to the end" }).click();
		await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
		expect(errors).toEqual([]);
		await close();
	});

	it("cannot be requested by a participant", async () => {
		await open(browserStudy("not-previewed", "single"));
		const { session, token } = await enrol(scene.served.fetch, scene.served.key, "not-previewed", "live");
		const { page, close } = await openPage(scene.browser, scene.served.origin);
		await page.goto(`${scene.served.origin}/s/${session}?preview#${token}`);
		await page.getByRole("button", { name: "I agree" }).waitFor();
		await expect.poll(() => page.getByText("pilot pool").count()).toBe(0);
		await close();
	});
});

describe("behaviour and copies", () => {
	it("are sent with the answer, and offered, if consent and study include them", async () => {
		const consent = { version: "1", text: "We record pastes.", behaviour: true, copy: true };
		await open(browserStudy("recorded", "single", { consent }));
		const { page, close } = await openPage(scene.browser, scene.served.origin);
		await land(scene, page, "recorded", "typing");
		await agree(page);
		await fillAbout(page);
		const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().includes("/steps/"));
		await goOn(page);
		expect((await sent).postDataJSON().behaviour).toMatchObject({ pastes: 0, firstKeyMs: expect.any(Number) });
		await say(page, QUESTION);
		await page.getByText("One more message").waitFor();
		await page.getByRole("button", { name: "Menu" }).click();
		const saved = page.waitForEvent("download");
		await page.getByRole("button", { name: "Save a copy of my conversations" }).click();
		expect(await text(await (await saved).createReadStream())).toContain(QUESTION);
		await close();
	});

	it("are absent in other studies", async () => {
		await open(browserStudy("unobserved", "single"));
		const { session, token, view } = await enrol(scene.served.fetch, scene.served.key, "unobserved", "quiet");
		expect(JSON.stringify(view)).not.toContain("behaviour");
		expect(await see(scene.served.fetch, { session, token })).not.toHaveProperty("copy");
	});
});
