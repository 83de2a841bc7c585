import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { DESK, launchBrowser, openPage, PHONE } from "../test/support/browser/page.ts";
import { serve } from "../test/support/browser/serve.ts";
import type { Served } from "../test/support/browser/served.ts";
import { openStudy } from "../test/support/http/participant.ts";
import { startModelServer } from "../test/support/models/model-server.ts";
import { dashboard } from "./screenshots/dashboard.ts";
import { inattentive, late, leaving, links, refusing, slow, tooYoung } from "./screenshots/ends.ts";
import { dark, onItsSide, preview, rightToLeft } from "./screenshots/looks.ts";
import { prismX } from "./screenshots/prism-x.ts";
import { bestOf, failing, formulas, lastReply, ranking, sideBySide, single, writing } from "./screenshots/steps.ts";
import { STUDIES } from "./screenshots/studies.ts";
import type { Walk } from "./screenshots/visit.ts";

/**
 * Draws every step of the app and the dashboard at the widths of a phone and a desk, for people to look at: all walks,
 * or those named on the command line.
 */
const FOLDER = "docs/screenshots";
const DEVICES = { phone: PHONE, desk: DESK } as const;
/** The time until an animation has ended. */
const SETTLED_MS = 200;

const WALKS: Readonly<Record<string, Walk>> = {
	single,
	lastReply,
	writing,
	formulas,
	failing,
	bestOf,
	sideBySide,
	ranking,
	refusing,
	leaving,
	tooYoung,
	inattentive,
	late,
	slow,
	links,
	dark,
	rightToLeft,
	preview,
	onItsSide,
	prismX,
	dashboard,
};

async function open(served: Served): Promise<void> {
	for (const study of STUDIES) await openStudy(served.fetch, served.key, study);
	const headers = { Authorization: `Bearer ${served.key}` };
	await served.fetch("/v1/studies/shots-closed/close", { method: "POST", headers });
}

async function photograph(served: Served, browser: Browser, device: keyof typeof DEVICES, walk: string): Promise<void> {
	const { page, close } = await openPage(browser, served.origin, DEVICES[device]);
	const shot = async (name: string, fullPage = false): Promise<void> => {
		await page.waitForTimeout(SETTLED_MS);
		await page.screenshot({ path: join(FOLDER, device, `${name}.png`), fullPage });
	};
	await WALKS[walk]?.({ page, served, participant: `${device}-${walk}`, shot });
	await close();
}

const asked = process.argv.slice(2);
const models = await startModelServer();
const endpoint = { ENDPOINT_GPU_URL: models.url, ENDPOINT_GPU_KEY: "any" };
const [served, browser] = await Promise.all([serve(endpoint), launchBrowser()]);
try {
	await open(served);
	if (asked.length === 0) await rm(FOLDER, { recursive: true, force: true });
	const walks = asked.length > 0 ? asked : Object.keys(WALKS);
	// Both devices at once take no longer than one.
	await Promise.all(
		(["phone", "desk"] as const).map(async (device) => {
			await mkdir(join(FOLDER, device), { recursive: true });
			for (const walk of walks) await photograph(served, browser, device, walk);
		}),
	);
} finally {
	await browser.close();
	await served.stop();
	await models.close();
}
