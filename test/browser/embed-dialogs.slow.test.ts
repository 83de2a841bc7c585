import { createServer, type Server } from "node:http";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, useScene } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";
import { enrol } from "../support/http/participant.ts";

const STUDY = "tall-frame";
const SCREEN = { width: 420, height: 700 };

const scene = useScene();
let survey: Server;
let surveyOrigin: string;

beforeAll(async () => {
	survey = createServer((request, response) => {
		response.setHeader("Content-Type", "text/html");
		response.end(pageWith(decodeURIComponent((request.url ?? "").slice(2))));
	});
	await new Promise<void>((resolve) => survey.listen(0, "127.0.0.1", resolve));
	const address = survey.address();
	surveyOrigin = `http://localhost:${typeof address === "object" ? address?.port : 0}`;
	const { after } = browserStudy(STUDY, "single").forms ?? {};
	await openScene(scene, STUDY, "single", {
		flow: ["consent", "conversations", "after"],
		forms: after ? { after } : {},
		eligibility: [],
		recruitment: { embedOrigins: [surveyOrigin] },
	});
});

afterAll(async () => {
	survey?.close();
});

/** A survey page whose frame is as high as the app reports. */
const pageWith = (frame: string): string => `<!doctype html><title>Survey</title>
<script>addEventListener("message", ({ data }) => { document.querySelector("iframe").style.height = data.height + "px" })</script>
<p>A page of the survey.</p><iframe src="${frame}" width="380" height="500"></iframe><p>The end of the survey's page.</p>`;

const frameHeight = (page: Page) => page.evaluate<number>("document.querySelector('iframe').offsetHeight");

/** Fully on the screen. If it is higher than the screen, its heading is. */
const expectInView = (frame: FrameLocator, part: Locator = frame.getByRole("dialog")): Promise<void> =>
	expect.poll(() => outsideScreen(part)).toEqual([]);

/** The sides at which a part is off the screen. The frame learns its position only after the dialog opens. */
async function outsideScreen(part: Locator): Promise<string[]> {
	const box = await part.boundingBox();
	if (box === null) return ["not drawn"];
	const { x, y, width, height } = box;
	const sides = { left: x < 0, top: y < 0, right: x + width > SCREEN.width, bottom: y + height > SCREEN.height };
	return Object.keys(sides).filter((side) => sides[side as keyof typeof sides]);
}

async function begin(participant: string): Promise<{ page: Page; frame: FrameLocator; close: () => Promise<void> }> {
	const { session, token } = await enrol(scene.served.fetch, scene.served.key, STUDY, participant);
	const context = await scene.browser.newContext({ viewport: SCREEN });
	const page = await context.newPage();
	await page.goto(`${surveyOrigin}/?${encodeURIComponent(`${scene.served.origin}/s/${session}?embed=1#${token}`)}`);
	const frame = page.frameLocator("iframe");
	await frame.getByRole("button", { name: "I agree" }).click();
	await frame.getByLabel("Your message").fill("[[hostile]] Go on.");
	await frame.getByRole("button", { name: "Send" }).click();
	await frame.getByText("One more message").waitFor();
	await expect.poll(() => frameHeight(page)).toBeGreaterThan(5 * SCREEN.height);
	return { page, frame, close: () => context.close() };
}

describe("a frame that is as high as a long reply", () => {
	it("opens dialogs at its top, beside the pressed button", async () => {
		const { page, frame, close } = await begin("top");
		await page.evaluate("scrollTo(0, 0)");
		await frame.getByRole("button", { name: "Leave", exact: true }).click();
		await expectInView(frame);
		await frame.getByLabel("Delete it").check();
		await frame.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
		await frame.getByRole("heading", { name: "Are you sure?" }).waitFor();
		await expectInView(frame);
		await page.keyboard.press("Escape");
		await frame.getByRole("button", { name: "Menu" }).click();
		await expectInView(frame, frame.getByRole("dialog").getByRole("heading", { level: 2 }));
		await frame.getByRole("button", { name: "Leave and delete my data" }).click();
		await frame.getByRole("heading", { name: "Leave the study?" }).waitFor();
		await expectInView(frame);
		await close();
	});

	it("opens dialogs at its end, and by keyboard", async () => {
		const { page, frame, close } = await begin("end");
		await frame.getByLabel("Your message").fill("And on Sunday?");
		await frame.getByRole("button", { name: "Send" }).click();
		await frame.getByRole("button", { name: "I am done with this conversation" }).waitFor();
		await frame.getByLabel("Your message").fill("One more");
		await frame.getByRole("button", { name: "I am done with this conversation" }).press("Enter");
		await frame.getByRole("dialog").waitFor();
		await expect.poll(() => page.evaluate("scrollY")).toBeGreaterThan(SCREEN.height);
		await expectInView(frame);
		await close();
	});
});
