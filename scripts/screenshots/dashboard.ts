import { openCrowd } from "../../test/support/browser/crowd.ts";
import type { Served } from "../../test/support/browser/served.ts";
import { isPhone, type Visit } from "./visit.ts";

const STUDY = "shots-dashboard";
/** `CROWD=24` draws sooner. */
const SIZE = Number(process.env.CROWD ?? 300);
const QUOTA = 400;

const PAGES = [
	["1-progress", `/studies/${STUDY}`],
	["2-flow", `/studies/${STUDY}/flow`],
	["3-fairness", `/studies/${STUDY}/fairness`],
	["4-sessions", `/studies/${STUDY}/sessions`],
	["5-results", `/studies/${STUDY}/results`],
] as const;

/** Both devices look at one study, which is sent through once. */
let crowd: Promise<void> | undefined;
const crowded = (served: Served): Promise<void> => {
	crowd ??= openCrowd(served, STUDY, { size: SIZE, quota: QUOTA });
	return crowd;
};

/** The researchers' pages of a study with scripted participants. */
export async function dashboard(visit: Visit): Promise<void> {
	const { page, served, shot } = visit;
	await page.goto(`${served.origin}/studies`);
	await page.getByLabel("API key").waitFor();
	await shot("dashboard-0-sign-in");
	await crowded(served);
	await page.getByLabel("API key").fill(served.key);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.getByRole("heading", { name: "All studies" }).waitFor();
	for (const [name, path] of PAGES) {
		await page.goto(served.origin + path);
		await settled(visit);
		// A hundred rows are no better to look at than the first.
		await shot(`dashboard-${name}`, name !== "4-sessions");
	}
	await page.goto(`${served.origin}/studies/${STUDY}/sessions?status=completed`);
	await page.locator("tbody a").first().click();
	await page.locator(".replay li").first().waitFor();
	await shot("dashboard-6-replay");
	await page.emulateMedia({ colorScheme: "dark" });
	await page.goto(`${served.origin}/studies/${STUDY}${isPhone(page) ? "/flow" : ""}`);
	await settled(visit);
	await shot("dashboard-7-dark", true);
}

/** Loaded, with its plots drawn. */
async function settled({ page }: Visit): Promise<void> {
	await page.locator("h1").waitFor();
	await page.waitForLoadState("networkidle");
	await page.locator(".frame:empty, .loading").first().waitFor({ state: "detached" });
}
