import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK, launchBrowser, PHONE } from "../support/browser/page.ts";
import { openScene, useScene } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";
import { enrol } from "../support/http/participant.ts";

const STUDY = "embed-host";
const PLUGIN = readFileSync("clients/jspsych/plugin-crossover.js", "utf8");

const scene = useScene();
let host: Server;
let hostOrigin: string;
/** Chromium that blocks third-party cookies, as Safari and Firefox do. */
let strict: Browser;

/** A survey page as in the recipes: the frame is in the survey's form, and as high as the app reports. */
const surveyPage = (frame: string): string => `<!doctype html><title>Survey</title>
<script>
	sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
	submits = 0;
	completed = [];
	addEventListener("message", ({ origin, data }) => {
		if (origin !== "${scene.served.origin}" || data.source !== "crossover") return;
		document.getElementById("crossover").style.height = data.height + "px";
		if (data.type === "completed") completed.push(data.detail);
	});
</script>
<form onsubmit="submits += 1; return false"><p>A question of the survey.</p>
<iframe id="crossover" title="Conversation" src="${frame}" style="width: 100%; height: 600px; border: 0"></iframe>
<button>Next</button></form>`;

/** An experiment with the plugin. jsPsych's own part of a trial is one object. */
const experimentPage = (url: string): string => `<!doctype html><title>Experiment</title><div id="display"></div>
<script>var jsPsychModule = { ParameterType: {} };</script>
<script>${PLUGIN}</script>
<script>
	finished = [];
	new jsPsychCrossover({ finishTrial: (data) => finished.push(data) })
		.trial(document.getElementById("display"), { url: "${url}", height: 600 });
</script>`;

beforeAll(async () => {
	host = createServer((request, response) => {
		const [, page = "", address = ""] = /^\/(survey|experiment)\?(.*)$/.exec(request.url ?? "") ?? [];
		response.setHeader("Content-Type", "text/html; charset=utf-8");
		response.end((page === "survey" ? surveyPage : experimentPage)(decodeURIComponent(address)));
	});
	await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
	const address = host.address();
	hostOrigin = `http://localhost:${typeof address === "object" ? address?.port : 0}`;
	const { after } = browserStudy(STUDY, "single").forms ?? {};
	await openScene(scene, STUDY, "single", {
		flow: ["consent", "conversations", "after"],
		forms: after ? { after } : {},
		eligibility: [],
		recruitment: { embedOrigins: [hostOrigin] },
	});
	strict = await launchBrowser(["--test-third-party-cookie-phaseout"]);
});

afterAll(async () => {
	host?.close();
	await strict?.close();
});

/** Opens a host page with a new participant's session. */
async function open(kind: "survey" | "experiment", participant: string, viewport: typeof PHONE, browser = strict) {
	const { session, token } = await enrol(scene.served.fetch, scene.served.key, STUDY, participant);
	const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
	const page = await context.newPage();
	const url = `${scene.served.origin}/s/${session}${kind === "survey" ? "?embed=1" : ""}#${token}`;
	await page.goto(`${hostOrigin}/${kind}?${encodeURIComponent(url)}`);
	return {
		page,
		frame: page.frameLocator("iframe"),
		session,
		cookies: () => context.cookies(),
		close: () => context.close(),
	};
}

/** The frame's overflow in pixels, down and across. */
const scrolledAway = (page: Page): Promise<{ down: number; across: number }> =>
	page.frames()[1]?.evaluate(`(() => {
		const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
		return { down: Math.max(0, scrollHeight - clientHeight), across: Math.max(0, scrollWidth - clientWidth) };
	})()`) as Promise<{ down: number; across: number }>;

const expectOneScrollbar = (page: Page) => expect.poll(() => scrolledAway(page)).toEqual({ down: 0, across: 0 });

async function chat(frame: FrameLocator): Promise<void> {
	await frame.getByRole("button", { name: "I agree" }).click();
	await frame.getByLabel("Your message").fill("What should I cook tonight?");
	await frame.getByLabel("Your message").press("Enter");
	await frame.getByText("One more message").waitFor();
}

describe.each([
	["a phone", PHONE],
	["a desk", DESK],
])("a frame in the page of a survey, with third-party cookies blocked, on %s", (name, viewport) => {
	it("has no scrollbar, submits and reloads nothing around it, and survives a refresh", async () => {
		const { page, frame, cookies, close } = await open("survey", `refresh on ${name}`, viewport);
		await frame.getByRole("button", { name: "I agree" }).waitFor();
		await expectOneScrollbar(page);
		await chat(frame);
		await expectOneScrollbar(page);
		await expect.poll(() => page.evaluate("[sessionStorage.loads, submits]")).toEqual(["1", 0]);
		await page.reload();
		await frame.getByText("What should I cook tonight?", { exact: true }).waitFor();
		await frame.getByText("One more message").waitFor();
		await expectOneScrollbar(page);
		await expect
			.poll(() => page.evaluate("[sessionStorage.loads, submits, location.pathname]"))
			.toEqual(["2", 0, "/survey"]);
		expect(await cookies()).toEqual([]);
		await close();
	});
});

/** Whether the study's frame can store a cookie. */
const keepsCookies = (page: Page) =>
	page.frames()[1]?.evaluate("(document.cookie = 'probe=1; SameSite=None; Secure', document.cookie !== '')");

describe("the browser of these tests", () => {
	it("blocks third-party cookies, unlike the usual one", async () => {
		const blocked = await open("survey", "blocked", DESK);
		await blocked.frame.getByRole("button", { name: "I agree" }).waitFor();
		expect(await keepsCookies(blocked.page)).toBe(false);
		await blocked.close();
		const kept = await open("survey", "kept", DESK, scene.browser);
		await kept.frame.getByRole("button", { name: "I agree" }).waitFor();
		expect(await keepsCookies(kept.page)).toBe(true);
		await kept.close();
	});
});

describe("a frame of the jsPsych plugin", () => {
	it("ends its trial when the session ends", async () => {
		const { page, frame, session, close } = await open("experiment", "trial", DESK);
		await frame.getByRole("button", { name: "I do not agree" }).click();
		await frame.getByRole("dialog").getByRole("button", { name: "End the study" }).click();
		await page.waitForFunction("finished.length > 0");
		await expect
			.poll(() => page.evaluate("finished"))
			.toEqual([{ session, status: "declined", rt: expect.any(Number) }]);
		await expect.poll(() => page.locator("iframe").count()).toBe(0);
		await close();
	});
});
