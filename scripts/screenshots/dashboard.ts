import { openCrowd } from "../../test/support/browser/crowd.ts";
import type { Served } from "../../test/support/browser/served.ts";
import { DRAFT, makeMore, PERSONAL } from "./dashboard-studies.ts";
import { isPhone, type Visit } from "./visit.ts";

const STUDY = "shots-dashboard";
/** `CROWD=24` is faster. */
const SIZE = Number(process.env.CROWD ?? 300);
const QUOTA = 400;

const PAGES = [
	["1-progress", `/studies/${STUDY}`],
	["2-flow", `/studies/${STUDY}/flow`],
	["3-fairness", `/studies/${STUDY}/fairness`],
	["4-sessions", `/studies/${STUDY}/sessions`],
	["5-results", `/studies/${STUDY}/results`],
] as const;

/** Pages about a draft, and about no single study. */
const MORE_PAGES = [
	["8-protocol", `/studies/${DRAFT}/protocol`],
	["9-walk", `/studies/${DRAFT}/walk?step=5`],
	["10-all-steps", `/studies/${DRAFT}/walk?show=all`],
	["11-people", `/studies/${PERSONAL}/people`],
	["12-models", `/studies/${STUDY}/models`],
	["13-audit", `/studies/${STUDY}/audit`],
	["14-keys", "/studies/-/keys"],
] as const;

/** Both devices show the same studies, which are created once. */
let ready: Promise<void> | undefined;
const prepared = (served: Served): Promise<void> => {
	ready ??= prepare(served);
	return ready;
};

async function prepare(served: Served): Promise<void> {
	await makeMore(served);
	await openCrowd(served, STUDY, { size: SIZE, quota: QUOTA });
}

/** The researchers' pages of a study with scripted participants. */
export async function dashboard(visit: Visit): Promise<void> {
	const { page, served, shot } = visit;
	await page.goto(`${served.origin}/studies`);
	await page.getByLabel("API key").waitFor();
	await shot("dashboard-0-sign-in");
	await prepared(served);
	await page.getByLabel("API key").fill(served.key);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.getByRole("heading", { name: "All studies" }).waitFor();
	for (const [name, path] of PAGES) {
		await page.goto(served.origin + path);
		await settled(visit);
		// The first rows suffice.
		await shot(`dashboard-${name}`, name !== "4-sessions");
	}
	await page.goto(`${served.origin}/studies/${STUDY}/sessions?status=completed`);
	await page.locator("tbody a").first().click();
	await page.locator(".replay li").first().waitFor();
	await shot("dashboard-6-replay");
	for (const [name, path] of MORE_PAGES) {
		await page.goto(served.origin + path);
		await settled(visit);
		await shot(`dashboard-${name}`);
	}
	await page.emulateMedia({ colorScheme: "dark" });
	await page.goto(`${served.origin}/studies/${DRAFT}/protocol`);
	await settled(visit);
	await shot("dashboard-15-dark-protocol");
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
