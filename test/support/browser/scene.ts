import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { type SessionView, sessionViewSchema } from "../../../src/session/view/view-schema.ts";
import { openStudy, plausible } from "../http/participant.ts";
import { agree, fillAbout, goOn, onScreen } from "./hands.ts";
import { launchBrowser, openPage, PHONE, type Watched } from "./page.ts";
import { type Served, servedAt } from "./served.ts";
import { browserStudy } from "./study.ts";

/** Console errors that a test causes itself, by an offline network or an expected refusal. */
const EXPECTED = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|status of (4\d\d|503)/;

/** Shared by the tests of a file: the Worker, the browser and the file's own model endpoint. */
export type Scene = {
	readonly served: Served;
	readonly browser: Browser;
	readonly models: {
		/** The endpoint's name in protocols. */
		readonly endpoint: string;
		/** Lets the replies continue that `[[hold:key]]` holds. */
		readonly release: (key: string) => Promise<void>;
	};
};

/** The Worker of the run. Each study has a slug of its own: all test files share its database. */
export function sharedWorker(): Served {
	const { origin, key, folder } = inject("browserRun");
	return servedAt(origin, key, folder);
}

/**
 * One for all files of this process: to start it takes a second. In this process, because each call to a shared one would pass
 * through the process of Vitest. It ends with this process.
 */
let launched: Promise<Browser> | undefined;

/** Gives the tests of a file the Worker of the run and a browser. Later files use both, so each test opens a page of its own. */
export function useScene(): Scene {
	const { models } = inject("browserRun");
	const model = models[expect.getState().testPath ?? ""];
	if (model === undefined) throw new Error("This is for the test files of test/browser.");
	let browser: Browser | undefined;
	beforeAll(async () => {
		launched ??= launchBrowser();
		browser = await launched;
	});
	afterAll(() => Promise.all(browser?.contexts().map((context) => context.close()) ?? []));
	return {
		served: sharedWorker(),
		models: {
			endpoint: model.endpoint,
			release: async (held) => {
				await fetch(new URL(`/release?key=${held}`, model.url), { method: "POST" });
			},
		},
		get browser() {
			if (browser === undefined) throw new Error("The browser is launched in beforeAll, and this is earlier.");
			return browser;
		},
	};
}

/** Replaces each model of the study by the scene's model server, and opens it. */
export function openOnStage(
	{ served, models: { endpoint } }: Scene,
	study: ProtocolInput,
	query: Parameters<typeof openStudy>[3] = "",
): Promise<void> {
	const model = { provider: "openai-compatible", endpoint, model: "ok", maxOutputTokens: 32_000 } as const;
	const models = Object.fromEntries(Object.keys(study.models).map((name) => [name, model]));
	const staged: ProtocolInput = { ...study, models };
	return openStudy(served.fetch, served.key, staged, query);
}

/** The same with the study for browsers. */
export const openScene = (
	scene: Scene,
	slug: string,
	layout: Parameters<typeof browserStudy>[1],
	over: Partial<ProtocolInput> = {},
	query: Parameters<typeof openStudy>[3] = "",
): Promise<void> => openOnStage(scene, browserStudy(slug, layout, over), query);

export async function withPage(
	scene: Scene,
	act: (watched: Watched) => Promise<void>,
	viewport: { width: number; height: number } = PHONE,
): Promise<void> {
	const watched = await openPage(scene.browser, scene.served.origin, viewport);
	try {
		await act(watched);
		expect(watched.errors.filter((error) => !EXPECTED.test(error))).toEqual([]);
	} finally {
		await watched.close();
	}
}

const landingUrl = (scene: Scene, study: string, participant: string): string =>
	`${scene.served.origin}/p/${study}?PROLIFIC_PID=${participant}&STUDY_ID=s&SESSION_ID=x`;

export const land = (scene: Scene, page: Page, study: string, participant: string) =>
	page.goto(landingUrl(scene, study, participant));

export async function toForm(scene: Scene, page: Page, study: string, participant: string): Promise<void> {
	await land(scene, page, study, participant);
	await agree(page);
	await page.getByRole("heading", { name: "About you" }).waitFor();
}

/** Consents and fills in the form by hand. Takes seconds of processor time. */
export async function toChatByHand(scene: Scene, page: Page, study: string, participant: string): Promise<void> {
	await toForm(scene, page, study, participant);
	await fillAbout(page);
	await goOn(page);
	await chatShown(page);
}

/** Opens the session at its conversation. The steps before it are answered through the contract. */
export async function toChat(scene: Scene, page: Page, study: string, participant: string): Promise<void> {
	const { request } = page.context();
	const landed = await request.get(landingUrl(scene, study, participant), { maxRedirects: 0 });
	const address = new URL(landed.headers().location ?? "", scene.served.origin);
	const session = `${scene.served.origin}/v1${address.pathname.replace("/s/", "/sessions/")}`;
	let { step } = sessionViewSchema.parse(await (await request.get(session)).json());
	while (step?.kind === "consent" || step?.kind === "form") {
		const answered = await request.post(`${session}/steps/${step.id}`, { data: plausible(step) });
		({ step } = sessionViewSchema.parse(await answered.json()));
	}
	await page.goto(address.href);
	await chatShown(page);
}

const chatShown = (page: Page): Promise<void> => page.getByRole("heading", { name: "Plan a weekend" }).waitFor();

/** The session as the contract gives it to the page's own cookie. */
export async function seen({ served }: Scene, page: Page): Promise<SessionView> {
	const session = new URL(page.url()).pathname.split("/")[2];
	const response = await page.context().request.get(`${served.origin}/v1/sessions/${session}`);
	return sessionViewSchema.parse(await response.json());
}

export const written = ({ conversation }: SessionView) =>
	(conversation?.messages ?? []).map(({ role, text }) => ({ who: role === "participant" ? "You" : "Assistant", text }));

export async function expectTranscript(scene: Scene, page: Page, messages: number): Promise<void> {
	await expect.poll(() => onScreen(page)).toHaveLength(messages);
	await expect.poll(() => onScreen(page)).toEqual(written(await seen(scene, page)));
}

export const replyBegun = (page: Page) => page.locator(".turn.last .letter > *").first().waitFor();
export const replyEnded = (page: Page) => page.getByText("One more message before you can go on.").waitFor();
