import { createServer, type Server } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage, PHONE } from "../support/browser/page.ts";
import { openScene, type Scene, useScene } from "../support/browser/scene.ts";
import { browserStudy } from "../support/browser/study.ts";
import { enrol } from "../support/http/participant.ts";

const STUDY = "embed";
const ELSEWHERE = "https://another-survey.example";
const scene: Scene = useScene();
let survey: Server;
let surveyOrigin: string;

const PAGE = (frame: string) => `<!doctype html><title>Survey</title>
<script>heard = []; addEventListener("message", ({ data }) => heard.push(data))</script>
<iframe src="${frame}" width="380" height="500"></iframe>`;

beforeAll(async () => {
	survey = createServer((request, response) => {
		response.setHeader("Content-Type", "text/html");
		response.end(PAGE(decodeURIComponent((request.url ?? "").slice(2))));
	});
	await new Promise<void>((resolve) => survey.listen(0, "127.0.0.1", resolve));
	const address = survey.address();
	surveyOrigin = `http://localhost:${typeof address === "object" ? address?.port : 0}`;
	const { about: _, ...forms } = browserStudy("any", "single").forms ?? {};
	await openScene(scene, STUDY, "single", {
		flow: ["consent", "conversations", "after"],
		forms,
		eligibility: [],
		recruitment: { embedOrigins: [ELSEWHERE, surveyOrigin] },
	});
});

afterAll(() => void survey?.close());

type Heard = { readonly type: string; readonly detail: string | null; readonly height: number };

/** A survey page with the study in a frame, and its received messages. */
async function frame(address: string): Promise<{
	readonly page: Page;
	readonly errors: readonly string[];
	readonly heard: () => Promise<Heard[]>;
	readonly close: () => Promise<void>;
}> {
	const { page, errors, close } = await openPage(scene.browser, scene.served.origin, PHONE);
	await page.route(`${surveyOrigin}/**`, (route) => route.continue());
	await page.goto(`${surveyOrigin}/?${encodeURIComponent(scene.served.origin + address)}`);
	return { page, errors, heard: () => page.evaluate<Heard[]>("heard"), close };
}

const told = (page: Page, type: string) => page.waitForFunction(`heard.some((message) => message.type === "${type}")`);

/** The study's current height in its frame. */
const height = (page: Page) =>
	page.frames()[1]?.evaluate<number>("Math.ceil(document.getElementById('app').getBoundingClientRect().height)");

describe("a survey with the study in a frame", () => {
	it("receives `ready` with the height of the first step; no other origin receives messages", async () => {
		const { session, token } = await enrol(scene.served.fetch, scene.served.key, STUDY, "ready");
		const { page, errors, heard, close } = await frame(`/s/${session}?embed=1#${token}`);
		await told(page, "step");
		const [first, second] = await heard();
		expect(first).toMatchObject({ type: "ready", detail: null });
		expect(second).toMatchObject({ type: "step", detail: "consent" });
		expect(second?.height).toBe(first?.height);
		expect(first?.height).toBeGreaterThan(200);
		expect(errors).toEqual([]);
		await close();
	});

	it("receives errors with the height of the error page", async () => {
		const { session, token } = await enrol(scene.served.fetch, scene.served.key, STUDY, "gone");
		const { page, heard, close } = await frame(`/s/${session}?embed=1#${token}`);
		const study = page.frameLocator("iframe");
		await study.getByRole("button", { name: "I agree" }).waitFor();
		await scene.served.fetch(`/v1/sessions/${session}/withdraw`, {
			method: "POST",
			headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ erase: true }),
		});
		await study.getByRole("button", { name: "I agree" }).click();
		await study.getByRole("heading", { name: "This session was erased" }).waitFor();
		await told(page, "error");
		const error = (await heard()).find(({ type }) => type === "error");
		expect(error).toMatchObject({ detail: "erased", height: await height(page) });
		await close();
	});

	it.each([
		[
			"a session that does not know the token",
			async () => {
				const { session } = await enrol(scene.served.fetch, scene.served.key, STUDY, "wrong-token");
				return `/s/${session}?embed=1#wrong`;
			},
			"not_found",
		],
		["an address of no session", async () => `/s/se_${"a".repeat(24)}?embed=1#wrong`, "not_found"],
		[
			"a session that was erased",
			async () => {
				const { session, token } = await enrol(scene.served.fetch, scene.served.key, STUDY, "erased");
				await scene.served.fetch(`/v1/sessions/${session}/withdraw`, {
					method: "POST",
					headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
					body: JSON.stringify({ erase: true }),
				});
				return `/s/${session}?embed=1#${token}`;
			},
			"erased",
		],
	])("hears of %s, and not that it is ready", async (_, addressOf, detail) => {
		const { page, heard, close } = await frame(await addressOf());
		await told(page, "error");
		const all = await heard();
		expect(all.filter(({ type }) => type !== "resize")).toEqual([expect.objectContaining({ type: "error", detail })]);
		expect(all.at(-1)?.height).toBe(await height(page));
		await close();
	});
});
