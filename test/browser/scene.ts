import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { ProtocolInput } from "../../src/protocol/schema.ts";
import { type SessionView, sessionViewSchema } from "../../src/session/view-schema.ts";
import { launchBrowser, openPage, PHONE, type Watched } from "../support/browser.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import { openStudy } from "../support/participant.ts";
import { type Served, serve } from "../support/serve.ts";
import { agree, fillAbout, goOn, onScreen } from "./hands.ts";
import { browserStudy } from "./study.ts";

/** What a browser says of a network that a test has taken away, or of a refusal that it has asked for. */
const EXPECTED = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|status of (4\d\d)/;

export type Scene = {
	readonly served: Served;
	readonly browser: Browser;
	readonly models: ModelServer;
};

/** A served Worker, models that do as they are told, and a browser, for the tests of one file. */
export function useScene(): Scene {
	const scene: { served?: Served; browser?: Browser; models?: ModelServer } = {};
	beforeAll(async () => {
		const models = await startModelServer();
		scene.models = models;
		const endpoint = { ENDPOINT_GPU_URL: models.url, ENDPOINT_GPU_KEY: "any" };
		[scene.served, scene.browser] = await Promise.all([serve(endpoint), launchBrowser()]);
	});
	afterAll(async () => {
		await scene.browser?.close();
		await scene.served?.stop();
		await scene.models?.close();
	});
	const part = <T>(found: T | undefined): T => {
		if (found === undefined) throw new Error("before its time");
		return found;
	};
	return {
		get served() {
			return part(scene.served);
		},
		get browser() {
			return part(scene.browser);
		},
		get models() {
			return part(scene.models);
		},
	};
}

const MODEL = { provider: "openai-compatible", endpoint: "GPU", model: "ok", maxOutputTokens: 32_000 } as const;

/** Opens a study with the model server of the scene in the place of each of its models. */
export function openOnStage({ served }: Scene, study: ProtocolInput): Promise<void> {
	const models = Object.fromEntries(Object.keys(study.models).map((name) => [name, MODEL]));
	const staged: ProtocolInput = { ...study, models };
	return openStudy(served.fetch, served.key, staged);
}

/** The study for browsers, likewise. */
export const openScene = (
	scene: Scene,
	slug: string,
	layout: Parameters<typeof browserStudy>[1],
	over: Partial<ProtocolInput> = {},
): Promise<void> => openOnStage(scene, browserStudy(slug, layout, over));

export async function withPage(
	scene: Scene,
	act: (watched: Watched) => Promise<void>,
	viewport: { width: number; height: number } = PHONE,
): Promise<void> {
	const watched = await openPage(scene.browser, scene.served.origin, viewport);
	await act(watched);
	expect(watched.errors.filter((error) => !EXPECTED.test(error))).toEqual([]);
	await watched.close();
}

export const land = (scene: Scene, page: Page, study: string, participant: string) =>
	page.goto(`${scene.served.origin}/p/${study}?PROLIFIC_PID=${participant}&STUDY_ID=s&SESSION_ID=x`);

export async function toForm(scene: Scene, page: Page, study: string, participant: string): Promise<void> {
	await land(scene, page, study, participant);
	await agree(page);
	await page.getByRole("heading", { name: "About you" }).waitFor();
}

export async function toChat(scene: Scene, page: Page, study: string, participant: string): Promise<void> {
	await toForm(scene, page, study, participant);
	await fillAbout(page);
	await goOn(page);
	await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
}

/** The session as the contract gives it to the page's own cookie. */
export async function seen({ served }: Scene, page: Page): Promise<SessionView> {
	const session = new URL(page.url()).pathname.split("/")[2];
	const response = await page.context().request.get(`${served.origin}/v1/sessions/${session}`);
	return sessionViewSchema.parse(await response.json());
}

export const written = ({ conversation }: SessionView) =>
	(conversation?.messages ?? []).map(({ role, text }) => ({ who: role === "participant" ? "You" : "Assistant", text }));

export async function expectTranscript(scene: Scene, page: Page, messages: number): Promise<void> {
	const shown = await onScreen(page);
	expect(shown).toEqual(written(await seen(scene, page)));
	expect(shown).toHaveLength(messages);
}

export const replyBegun = (page: Page) => page.locator(".turn.last .letter > *").first().waitFor();
export const replyEnded = (page: Page) => page.getByText("One more message before you can go on.").waitFor();
