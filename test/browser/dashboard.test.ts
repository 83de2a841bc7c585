import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { openDashboard, signIn } from "../support/browser/dashboard.ts";
import {
	expectEachPageAccessible,
	makeStudies,
	PAGES,
	rowsOf,
	type Session,
	SIZE,
	slugsOf,
} from "../support/browser/dashboard-studies.ts";
import { DESK } from "../support/browser/page.ts";
import { useScene, withPage } from "../support/browser/scene.ts";

const SLUGS = slugsOf("dashboard");
const { study: STUDY, personal: PERSONAL } = SLUGS;
const scene = useScene();

const rows = (table: string) => rowsOf(scene, STUDY, table);
const open = (page: Page, path: string): Promise<void> => openDashboard(scene, page, STUDY + path);

let sessions: readonly Session[];

beforeAll(async () => {
	sessions = await makeStudies(scene, SLUGS);
});

const withStatus = (status: string): number => sessions.filter((row) => row.status === status).length;

describe("the numbers on the dashboard", () => {
	it("are those of D1", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
				await open(page, PAGES.progress);
				const stat = (name: string) =>
					page.locator(".stat", { has: page.getByRole("button", { name, exact: true }) }).locator(".number");
				await expect.poll(() => stat("Enrolled").innerText()).toBe(String(SIZE));
				await expect.poll(() => stat("Completed").innerText()).toBe(String(withStatus("completed")));
				await expect.poll(() => stat("In progress").innerText()).toBe(String(withStatus("active")));

				await open(page, PAGES.flow);
				const box = (name: string) =>
					page.locator(".box", { has: page.getByRole("button", { name, exact: true }) }).locator(".box-head .n");
				const randomised = sessions.filter(({ sequence }) => sequence !== null);
				await expect.poll(() => box("Assessed").innerText()).toBe(String(SIZE));
				await expect.poll(() => box("Randomised").innerText()).toBe(String(randomised.length));
				await expect.poll(() => box("Completed").innerText()).toBe(String(withStatus("completed")));
				await expect.poll(() => page.locator(".box li", { hasText: "Declined" }).locator(".n").innerText()).toBe("1");
			},
			DESK,
		));

	it("lead to the sessions behind them", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
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
				const overall = (await rows("ratings")).filter(({ item, value }) => item === "overall" && value !== null);
				const label = String(overall[0]?.label);
				const mine = overall.filter((row) => row.label === label).map(({ value }) => Number(value));
				const mean = mine.reduce((sum, value) => sum + value, 0) / mine.length;
				await signIn(scene, page);
				await open(page, PAGES.results);
				const figure = page.locator(".figure", { hasText: "“Overall”" });
				await figure.getByText("Show the numbers").click();
				const cells = await figure.locator("tbody tr", { hasText: label }).locator("td").allInnerTexts();
				expect(cells.slice(2, 4)).toEqual([String(mine.length), String(Math.round(mean * 100) / 100)]);
			},
			DESK,
		));

	it("are followed by the report, which opens on a page of its own, by label", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
				await open(page, PAGES.results);
				const opened = page.context().waitForEvent("page");
				await page.getByRole("link", { name: "Open the report" }).click();
				const report = await opened;
				await report.getByRole("heading", { name: "Ratings", exact: true }).waitFor();
				const label = String((await rows("ratings"))[0]?.label);
				await expect.poll(() => report.locator("body").innerText()).toContain(label);
			},
			DESK,
		));
});

/** Side by side, because each test waits for many pages. */
describe.concurrent("each page", () => {
	// On a phone: dashboard-phone.slow.test.ts.
	it("is accessible on a desk, light and dark, and fits", ({ expect }) =>
		withPage(
			scene,
			({ page }) => expectEachPageAccessible(scene, page, SLUGS, sessions[0]?.session ?? "", expect),
			DESK,
		));

	it("says that it is loading, and then why there is nothing, with a way to try again", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
				const asked = new RegExp(`/v1/(keys|audit|studies/(${STUDY}|${PERSONAL})/)`);
				const refused = { title: "Not allowed", detail: "Another key is needed here.", status: 403 };
				let answers = Promise.resolve();
				await page.route(asked, async (route) => {
					await answers;
					await route.fulfill({ status: 403, contentType: "application/problem+json", json: refused });
				});
				const pages = ["/flow", "/sessions", "/results", "/walk", "/models", "/audit"].map((path) => STUDY + path);
				for (const path of [...pages, "-/keys", "-/audit", `${PERSONAL}/people`]) {
					const held = Promise.withResolvers<void>();
					answers = held.promise;
					await page.goto(`${scene.served.origin}/studies/${path}`);
					await page.getByText("Loading…").first().waitFor();
					held.resolve();
					await page.getByRole("alert").first().getByText("Another key is needed here.").waitFor();
					expect([path, await violations(page)]).toEqual([path, []]);
				}
				await page.unroute(asked);
				await page.getByRole("button", { name: "Try again" }).first().click();
				await page
					.getByRole("heading", { name: "Profiles" })
					.or(page.getByRole("heading", { name: /keeps it/ }))
					.first()
					.waitFor();
			},
			DESK,
		));

	it("says nothing about an arm while the study is blinded", ({ expect }) =>
		withPage(
			scene,
			async ({ page }) => {
				const answers: Promise<string>[] = [];
				page.on("response", (response) => {
					const { pathname } = new URL(response.url());
					// The protocol lists the arms, as the researcher wrote them. Nothing else does, and nothing names their labels.
					if (pathname === `/v1/studies/${STUDY}`)
						answers.push(response.json().then(({ protocol, ...rest }) => (protocol ? JSON.stringify(rest) : "")));
					// Files of the apps and the schema of protocols are the same for everybody.
					else if (!/^\/(dashboard|app|schemas)\//.test(pathname)) answers.push(response.text().catch(() => ""));
				});
				await signIn(scene, page);
				// The editor's text is in a shadow root, which `content` leaves out: it is the protocol, as the researcher wrote it.
				for (const path of [...Object.values(PAGES), "/walk?show=all", `/sessions/${sessions[0]?.session}`]) {
					await open(page, path);
					await expect.poll(() => page.content()).not.toMatch(SECRETS);
				}
				const said = (await Promise.all(answers)).join("\n");
				expect(said).toContain("sampleRatio");
				expect(said).toContain('"serving"');
				expect(said).toContain("study.open");
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
				await expect.poll(() => page.getByRole("button", { name: "End the session" }).count()).toBe(0);
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
				await signIn(scene, page);
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
