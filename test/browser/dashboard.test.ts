import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { openCrowd } from "../support/browser/crowd.ts";
import { DESK, PHONE, sideways } from "../support/browser/page.ts";
import { useScene, withPage } from "../support/browser/scene.ts";

const STUDY = "dashboard-crowd";
const SIZE = 12;
const scene = useScene();

const PAGES = {
	progress: "",
	flow: "/flow",
	fairness: "/fairness",
	sessions: "/sessions",
	results: "/results",
} as const;

type Session = { readonly status: string; readonly sequence: string | null; readonly session: string };

/** The rows of D1, as the export has them. */
async function rowsOf(table: string): Promise<readonly Record<string, unknown>[]> {
	const headers = { Authorization: `Bearer ${scene.served.key}` };
	const response = await scene.served.fetch(`/v1/studies/${STUDY}/exports/${table}.jsonl`, { headers });
	return (await response.text())
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}

async function signIn(page: Page): Promise<void> {
	await page.goto(`${scene.served.origin}/studies`);
	await page.getByLabel("API key").fill(scene.served.key);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.getByRole("heading", { name: "All studies" }).waitFor();
}

async function open(page: Page, path: string): Promise<void> {
	await page.goto(`${scene.served.origin}/studies/${STUDY}${path}`);
	await page.locator("h1").waitFor();
	await page.waitForLoadState("networkidle");
	await expect.poll(() => page.locator(".loading, .frame:empty").count()).toBe(0);
}

let sessions: readonly Session[];

beforeAll(async () => {
	await openCrowd(scene.served, STUDY, { size: SIZE, quota: 40 });
	// D1 follows the sessions within seconds.
	await vi.waitUntil(
		async () => {
			sessions = (await rowsOf("sessions")) as unknown as Session[];
			return sessions.filter(({ status }) => status === "active").length === 1;
		},
		{ timeout: 60_000, interval: 250 },
	);
	expect(sessions).toHaveLength(SIZE);
});

const withStatus = (status: string): number => sessions.filter((row) => row.status === status).length;

describe("the numbers on the dashboard", () => {
	it("are those of D1", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(page);
				await open(page, PAGES.progress);
				const stat = (name: string) =>
					page.locator(".stat", { has: page.getByRole("button", { name, exact: true }) }).locator(".number");
				expect(await stat("Enrolled").innerText()).toBe(String(SIZE));
				expect(await stat("Completed").innerText()).toBe(String(withStatus("completed")));
				expect(await stat("In progress").innerText()).toBe(String(withStatus("active")));

				await open(page, PAGES.flow);
				const box = (name: string) =>
					page.locator(".box", { has: page.getByRole("button", { name, exact: true }) }).locator(".box-head .n");
				const randomised = sessions.filter(({ sequence }) => sequence !== null);
				expect(await box("Assessed").innerText()).toBe(String(SIZE));
				expect(await box("Randomised").innerText()).toBe(String(randomised.length));
				expect(await box("Completed").innerText()).toBe(String(withStatus("completed")));
				expect(await page.locator(".box li", { hasText: "Declined" }).locator(".n").innerText()).toBe("1");
			},
			DESK,
		));

	it("lead to the sessions behind them", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(page);
				await open(page, PAGES.flow);
				for (const [name, expected] of [
					["Randomised", sessions.filter(({ sequence }) => sequence !== null)],
					["Excluded before randomisation", sessions.filter(({ sequence }) => sequence === null)],
					["Completed", sessions.filter(({ status }) => status === "completed")],
				] as const) {
					await open(page, PAGES.flow);
					await page
						.locator(".box", { has: page.getByRole("button", { name, exact: true }) })
						.locator(".box-head a")
						.click();
					await expect.poll(() => page.locator("tbody tr").count()).toBe(expected.length);
					const shown = await page
						.locator("tbody a")
						.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
					expect(shown.map((href) => href?.split("/").at(-1)).sort()).toEqual(
						expected.map(({ session }) => session).sort(),
					);
				}
			},
			DESK,
		));

	it("are means over participants, as drawn from D1's ratings", () =>
		withPage(
			scene,
			async ({ page }) => {
				const overall = (await rowsOf("ratings")).filter(({ item, value }) => item === "overall" && value !== null);
				const label = String(overall[0]?.label);
				const mine = overall.filter((row) => row.label === label).map(({ value }) => Number(value));
				const mean = mine.reduce((sum, value) => sum + value, 0) / mine.length;
				await signIn(page);
				await open(page, PAGES.results);
				const figure = page.locator(".figure", { hasText: "“Overall”" });
				await figure.getByText("Show the numbers").click();
				const cells = await figure.locator("tbody tr", { hasText: label }).locator("td").allInnerTexts();
				expect(cells.slice(2, 4)).toEqual([String(mine.length), String(Math.round(mean * 100) / 100)]);
			},
			DESK,
		));
});

describe("each page", () => {
	it.each([
		["a phone", PHONE],
		["a desk", DESK],
	])("is accessible on %s, and fits", (_, viewport) =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(page);
				expect(await violations(page)).toEqual([]);
				for (const path of [...Object.values(PAGES), `/sessions/${sessions[0]?.session}`]) {
					await open(page, path);
					expect([path, await violations(page)]).toEqual([path, []]);
					expect(await sideways(page)).toBe(0);
				}
			},
			viewport,
		),
	);

	it("says nothing about an arm while the study is blinded", () =>
		withPage(
			scene,
			async ({ page }) => {
				const answers: Promise<string>[] = [];
				page.on("response", (response) => {
					const { pathname } = new URL(response.url());
					// The protocol lists the arms, as the researcher wrote them. Nothing else does, and nothing names their labels.
					if (pathname === `/v1/studies/${STUDY}`)
						answers.push(response.json().then(({ protocol, ...rest }) => (protocol ? JSON.stringify(rest) : "")));
					else if (!pathname.startsWith("/dashboard/")) answers.push(response.text().catch(() => ""));
				});
				await signIn(page);
				for (const path of [...Object.values(PAGES), `/sessions/${sessions[0]?.session}`]) {
					await open(page, path);
					expect(await page.content()).not.toMatch(SECRETS);
				}
				const said = (await Promise.all(answers)).join("\n");
				expect(said).toContain("sampleRatio");
				expect(said).not.toMatch(SECRETS);
			},
			DESK,
		));
});

const SECRETS = /hidden-arm|rehearsal|terse|flattering/;

describe("a dashboard link", () => {
	it("shows one study without signing in, and offers no act", () =>
		withPage(
			scene,
			async ({ page }) => {
				const headers = { Authorization: `Bearer ${scene.served.key}`, "Content-Type": "application/json" };
				const path = `/v1/studies/${STUDY}/dashboard-links`;
				const made = await scene.served.fetch(path, { method: "POST", headers, body: '{"sessions":true}' });
				const { url }: { url: string } = JSON.parse(await made.text());
				await page.goto(url);
				await page.getByRole("heading", { name: "Is it going well?" }).waitFor();
				expect(page.url()).not.toContain("#");
				const active = sessions.find(({ status }) => status === "active")?.session;
				await open(page, `/sessions/${active}`);
				await page.locator(".replay li").first().waitFor();
				expect(await page.getByRole("button", { name: "End the session" }).count()).toBe(0);
				await page.goto(`${scene.served.origin}/studies/another`);
				await page.waitForURL(`**/studies/${STUDY}`);
			},
			DESK,
		));
});

describe("a session that is stuck", () => {
	it("is replayed, and ended with a reason", () =>
		withPage(
			scene,
			async ({ page }) => {
				const active = sessions.find(({ status }) => status === "active")?.session;
				await signIn(page);
				await open(page, `/sessions/${active}`);
				await expect.poll(() => page.locator(".replay .message").count()).toBeGreaterThan(0);
				await page.getByRole("button", { name: "End the session" }).click();
				const dialog = page.getByRole("dialog");
				await dialog.getByLabel("Reason").fill("The participant wrote that they will not come back.");
				await dialog.getByRole("button", { name: "End the session" }).click();
				await page.getByText("A researcher ended it.").waitFor();
				const headers = { Authorization: `Bearer ${scene.served.key}` };
				const audit = await (await scene.served.fetch("/v1/audit?limit=20", { headers })).text();
				expect(audit).toContain("will not come back");
			},
			DESK,
		));
});
