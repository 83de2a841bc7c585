import type { Page, Request } from "playwright-core";
import { vi } from "vitest";
import type { Scene } from "./scene.ts";

const DEADLINE_MS = 60_000;
/** What a page still waits for, besides responses. */
const UNFINISHED = ".loading, .frame:empty";
/** An answer may be drawn in one frame, and ask for more in the next. */
const TWO_FRAMES = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

/** Signs the page in on the dashboard, with every scope or with another key. */
export async function signIn({ served }: Scene, page: Page, key = served.key): Promise<void> {
	await page.goto(`${served.origin}/studies`);
	await page.getByLabel("API key").fill(key);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.getByRole("heading", { name: "Studies", exact: true }).waitFor();
}

/** Opens a page below `/studies`, and waits until all of it is there: each response, and what is drawn of it. */
export async function openDashboard({ served }: Scene, page: Page, path: string): Promise<void> {
	const underWay = requestsUnderWay(page);
	await page.goto(`${served.origin}/studies/${path}`);
	await page.locator("h1").waitFor();
	const isWhole = async () => {
		await page.evaluate(TWO_FRAMES);
		return underWay.size === 0 && (await page.locator(UNFINISHED).count()) === 0 && underWay.size === 0;
	};
	await vi.waitUntil(isWhole, { timeout: DEADLINE_MS, interval: 20 });
}

const observed = new WeakMap<Page, Set<Request>>();

/** The requests of this page and its frames that are made from now on and have no whole response yet. */
function requestsUnderWay(page: Page): ReadonlySet<Request> {
	const known = observed.get(page);
	// Those of the page that is left are cancelled.
	known?.clear();
	if (known) return known;
	const requests = new Set<Request>();
	observed.set(page, requests);
	page.on("request", (request) => requests.add(request));
	page.on("requestfinished", (request) => requests.delete(request));
	page.on("requestfailed", (request) => requests.delete(request));
	return requests;
}

/** A call of the API with the key that has every scope. */
export async function callApi<T>({ served }: Scene, path: string, method = "GET", body?: unknown): Promise<T> {
	const headers = { Authorization: `Bearer ${served.key}`, "Content-Type": "application/json" };
	const response = await served.fetch(path, {
		method,
		headers,
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
	return text === "" ? (undefined as T) : JSON.parse(text);
}
