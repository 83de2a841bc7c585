import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver, type LaunchOptions, type Page } from "playwright-core";
import { packagedChromium } from "./chromium.ts";

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

/** The browser's timeout. Everything is there at once, unless the machine is busy. */
const DEADLINE_MS = 60_000;

/** The package sets these for one short page in a small container. They end the browser with its first page, and disable origins. */
const UNWANTED = ["--single-process", "--no-zygote", "--disable-web-security", "--allow-running-insecure-content"];

/**
 * Launches the browser that npm installs; the variable `CHROMIUM` names another one. A second time if it fails: once in some
 * hundred starts the browser crashes before it has opened a page.
 */
export async function launchBrowser(moreArgs: readonly string[] = []): Promise<Browser> {
	const options = await launchOptions(moreArgs);
	return driver.launch(options).catch(() => driver.launch(options));
}

async function launchOptions(moreArgs: readonly string[] = []): Promise<LaunchOptions> {
	const { CHROMIUM } = process.env;
	const browser = CHROMIUM ? { executablePath: CHROMIUM } : await packagedChromium();
	// Without WebGL, Chromium paints in software for half the processor time.
	chromium.setGraphicsMode = false;
	const args = [...chromium.args.filter((arg) => !UNWANTED.includes(arg)), ...moreArgs];
	return { ...browser, args, headless: true };
}

export type Watched = {
	readonly page: Page;
	/** Errors in the page's console. */
	readonly errors: string[];
	/** Every address outside the Worker that the page requested. The test answers these requests itself. */
	readonly left: string[];
	readonly close: () => Promise<void>;
};

/** A page in a new browser context: with empty storage, and only the Worker can be reached. */
export async function openPage(browser: Browser, origin: string, viewport = PHONE): Promise<Watched> {
	// Reduced motion, so that layouts are stable at once. Tests of motion turn it on.
	const context = await browser.newContext({
		viewport,
		hasTouch: viewport.width < 768,
		locale: "en-GB",
		reducedMotion: "reduce",
	});
	context.setDefaultTimeout(DEADLINE_MS);
	const page = await context.newPage();
	const errors: string[] = [];
	const left: string[] = [];
	page.on("pageerror", (error) => errors.push(String(error)));
	page.on("console", (message) => {
		// A failed request has its address here alone.
		const { url } = message.location();
		if (message.type() === "error" || message.type() === "warning") errors.push(`${message.text()} (${url})`);
	});
	await page.route(
		(url) => url.origin !== origin,
		async (route) => {
			left.push(route.request().url());
			await route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" });
		},
	);
	return {
		page,
		errors,
		left,
		close: () => context.close(),
	};
}

/** All that the Worker responds to this page from now on, with its headers. Only where a test needs it: each response is read. */
export function recordResponses(page: Page): () => Promise<string> {
	const bodies: Promise<string>[] = [];
	page.on("response", (response) => {
		// The app's own files are the same for all participants, and contain words of libraries.
		if (/^\/(app|dashboard)\//.test(new URL(response.url()).pathname)) return;
		const headers = response.allHeaders().then((all) => JSON.stringify(all));
		// The body cannot be read if the page was left or closed. Then the participant has not seen it either.
		const parts = [headers, response.text()].map((part) => part.catch(() => ""));
		bodies.push(Promise.all(parts).then((all) => all.join("\n")));
	});
	return async () => (await Promise.all(bodies)).join("\n");
}

/** How far the page can be scrolled sideways, in pixels. It must fit on a phone. */
export const sideways = (page: Page): Promise<number> =>
	page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
