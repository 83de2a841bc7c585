import type { Page } from "playwright-core";
import type { Scene } from "./scene.ts";

/** On a busy machine, the requests of pages that look again every half a minute may leave no pause. */
const REST_MS = 10_000;

/** Signs the page in on the dashboard, with every scope or with another key. */
export async function signIn({ served }: Scene, page: Page, key = served.key): Promise<void> {
	await page.goto(`${served.origin}/studies`);
	await page.getByLabel("API key").fill(key);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.getByRole("heading", { name: "Studies", exact: true }).waitFor();
}

/** Opens a page below `/studies`, and waits until all of it is there. */
export async function openDashboard({ served }: Scene, page: Page, path: string): Promise<void> {
	await page.goto(`${served.origin}/studies/${path}`);
	await page.locator("h1").waitFor();
	await page.waitForLoadState("networkidle", { timeout: REST_MS }).catch(() => {});
	await page.locator("body:not(:has(.loading, .frame:empty))").waitFor();
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
