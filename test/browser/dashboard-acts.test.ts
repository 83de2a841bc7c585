import { beforeAll, describe, expect, it, vi } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { crowdStudy } from "../support/browser/crowd.ts";
import { callApi, openDashboard, signIn } from "../support/browser/dashboard.ts";
import { DESK, PHONE, sideways } from "../support/browser/page.ts";
import { useScene, withPage } from "../support/browser/scene.ts";
import { enrol, openStudy, plausible, walk } from "../support/http/participant.ts";

const STUDY = "dashboard-acts";
const scene = useScene();

type Listed = { readonly session: string; readonly status: string; readonly sequence: string[] | null };
const listed = async (): Promise<Listed[]> =>
	(await callApi<{ sessions: Listed[] }>(scene, `/v1/studies/${STUDY}/sessions`)).sessions;
const audited = (action: string) =>
	callApi<{ entries: { target: string; detail: { reason?: string } }[] }>(
		scene,
		`/v1/studies/${STUDY}/audit?action=${action}`,
	);

/** A session with a place and without a message. */
async function waiting(name: string): Promise<string> {
	const { fetch, key } = scene.served;
	const who = await enrol(fetch, key, STUDY, name);
	const answer = (step: Parameters<typeof plausible>[0]) =>
		step.kind === "form" ? { answers: { age: 30, device: "phone" } } : plausible(step);
	await walk(fetch, who, ({ step }) => step?.kind === "message", answer);
	// The dashboard reads D1, where rows arrive within seconds.
	await vi.waitUntil(
		async () => (await listed()).some(({ session, sequence }) => session === who.session && sequence),
		{
			timeout: 60_000,
			interval: 250,
		},
	);
	return who.session;
}

const acts = { link: "", release: "", end: "" };

beforeAll(async () => {
	await openStudy(scene.served.fetch, scene.served.key, crowdStudy(STUDY, 40));
	for (const name of ["link", "release", "end"] as const) acts[name] = await waiting(name);
});

const REASON = "The participant wrote to us, and asked for help.";

describe("a researcher helps a session", () => {
	it("by sending the participant's own link, which continues it", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
				await openDashboard(scene, page, `${STUDY}/sessions/${acts.link}`);
				await page.getByRole("button", { name: "Resume link" }).click();
				const dialog = page.getByRole("dialog");
				await dialog.getByLabel("Reason").fill(REASON);
				await dialog.getByRole("button", { name: "Get the link" }).click();
				const said = await page.getByText("Send this to the participant alone").innerText();
				const [url = ""] = /https?:\/\/\S+/.exec(said) ?? [];
				expect((await audited("session.link")).entries).toMatchObject([
					{ target: acts.link, detail: { reason: REASON } },
				]);
				await page.goto(url);
				await page.getByRole("heading", { name: "Plan a weekend" }).waitFor();
			},
			DESK,
		));

	it("by releasing the place of a participant who has not begun, with a reason", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
				await openDashboard(scene, page, `${STUDY}/sessions/${acts.release}`);
				const places = async () => {
					const { sequences } = await callApi<{ sequences: { reserved: number }[] }>(
						scene,
						`/v1/studies/${STUDY}/balance`,
					);
					return sequences.reduce((sum, { reserved }) => sum + reserved, 0);
				};
				const before = await places();
				await page.getByRole("button", { name: "Release the place" }).click();
				const dialog = page.getByRole("dialog");
				await dialog.getByRole("button", { name: "Release the place" }).click();
				await expect.poll(() => dialog.isVisible()).toBe(true);
				await expect.poll(() => places()).toBe(before);
				await dialog.getByLabel("Reason").fill(REASON);
				await dialog.getByRole("button", { name: "Release the place" }).click();
				await page.getByText("The place is free.").waitFor();
				await expect.poll(places).toBe(before - 1);
				expect((await audited("session.release")).entries).toMatchObject([
					{ target: acts.release, detail: { reason: REASON } },
				]);
			},
			DESK,
		));

	it("and sees why help is refused, with the typed reason kept", () =>
		withPage(
			scene,
			async ({ page }) => {
				const { session } = await enrol(scene.served.fetch, scene.served.key, STUDY, "at consent");
				await vi.waitUntil(async () => (await listed()).some((each) => each.session === session), {
					timeout: 60_000,
					interval: 250,
				});
				await signIn(scene, page);
				await openDashboard(scene, page, `${STUDY}/sessions/${session}`);
				await page.getByRole("button", { name: "Release the place" }).click();
				const dialog = page.getByRole("dialog");
				await dialog.getByLabel("Reason").fill(REASON);
				await dialog.getByRole("button", { name: "Release the place" }).click();
				await dialog.getByRole("alert").waitFor();
				await expect.poll(() => dialog.getByLabel("Reason").inputValue()).toBe(REASON);
			},
			DESK,
		));

	it("by ending it with an exit, which the list and the audit show", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
				await openDashboard(scene, page, `${STUDY}/sessions/${acts.end}`);
				await page.getByRole("button", { name: "End the session" }).click();
				const dialog = page.getByRole("dialog");
				await dialog.getByLabel("Exit").selectOption({ label: "failed checks" });
				await dialog.getByLabel("Reason").fill(REASON);
				await dialog.getByRole("button", { name: "End the session" }).click();
				await page.getByText("A researcher ended it.").waitFor();
				await expect.poll(() => page.getByRole("button", { name: "End the session" }).count()).toBe(0);
				await expect
					.poll(async () => (await listed()).find(({ session }) => session === acts.end)?.status, { timeout: 60_000 })
					.toBe("failed_checks");
				await openDashboard(scene, page, `${STUDY}/audit?action=session.end`);
				await expect.poll(() => page.locator("tbody").innerText()).toContain(REASON);
			},
			DESK,
		));
});

describe("the study itself", () => {
	const status = async (slug: string) => (await callApi<{ status: string }>(scene, `/v1/studies/${slug}`)).status;
	const reasons = async (slug: string, action: string) =>
		(
			await callApi<{ entries: { detail: { reason?: string } }[] }>(scene, `/v1/studies/${slug}/audit?action=${action}`)
		).entries.map(({ detail }) => detail.reason);

	it("is opened, paused, opened again and closed, each with a reason that the audit has", () =>
		withPage(
			scene,
			async ({ page }) => {
				const slug = "acts-moves";
				await callApi(scene, "/v1/studies", "POST", crowdStudy(slug, 40));
				await signIn(scene, page);
				await openDashboard(scene, page, slug);
				const act = async (name: string, reason: string, typed?: string) => {
					await page.getByRole("button", { name: `${name}…` }).click();
					const dialog = page.getByRole("dialog");
					await dialog.waitFor();
					await expect.poll(async () => [name, await violations(page)]).toEqual([name, []]);
					const does = dialog.getByRole("button", { name });
					await dialog.getByLabel("Reason").fill(reason);
					if (typed !== undefined) {
						await expect.poll(() => does.isDisabled()).toBe(true);
						await dialog.getByLabel(/^Type/).fill(typed);
					}
					await does.click();
					await dialog.waitFor({ state: "detached" });
				};
				await act("Open the study", "The ethics board agreed.");
				await page.getByText("The study is open").waitFor();
				expect(await status(slug)).toBe("open");
				await act("Pause the study", "The model server is down.");
				await page.getByText("The study is paused").waitFor();
				expect(await status(slug)).toBe("paused");
				await act("Open the study", "It is up again.");
				await page.getByText("The study is open").waitFor();
				await act("Close the study", "Everybody has come.", slug);
				await page.getByText("The study is closed").waitFor();
				expect(await status(slug)).toBe("closed");
				await expect.poll(() => page.getByRole("button", { name: /the study…$/ }).count()).toBe(0);
				expect(await reasons(slug, "study.open")).toEqual(["It is up again.", "The ethics board agreed."]);
				expect(await reasons(slug, "study.pause")).toEqual(["The model server is down."]);
				expect(await reasons(slug, "study.close")).toEqual(["Everybody has come."]);
			},
			PHONE,
		));

	it("stays a draft if it cannot open, with the faults beside the button", () =>
		withPage(
			scene,
			async ({ page }) => {
				const slug = "acts-faulty";
				const { models, ...study } = crowdStudy(slug, 40);
				const elsewhere = { provider: "openai-compatible" as const, endpoint: "NOWHERE", model: "any" };
				const draft = {
					...study,
					title: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
					models: Object.fromEntries(Object.keys(models).map((name) => [name, elsewhere])),
				};
				await callApi(scene, "/v1/studies", "POST", draft);
				await signIn(scene, page);
				await openDashboard(scene, page, slug);
				await page.getByRole("button", { name: "Open the study…" }).click();
				const dialog = page.getByRole("dialog");
				await dialog.getByLabel("Reason").fill(REASON);
				await dialog.getByRole("button", { name: "Open the study" }).click();
				await dialog.getByRole("alert").getByText("NOWHERE").first().waitFor();
				await expect.poll(() => dialog.getByLabel("Reason").inputValue()).toBe(REASON);
				await expect.poll(() => sideways(page)).toBe(0);
				await expect.poll(() => dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
				await expect.poll(() => violations(page)).toEqual([]);
				expect(await status(slug)).toBe("draft");
			},
			PHONE,
		));

	it("has no such buttons for a key that only reads", () =>
		withPage(
			scene,
			async ({ page }) => {
				const { key } = await callApi<{ key: string }>(scene, "/v1/keys", "POST", {
					name: "reads",
					scopes: ["studies:read", "data:read"],
				});
				await signIn(scene, page, key);
				await openDashboard(scene, page, STUDY);
				await page.getByText("you need a key with the scope").waitFor();
				await expect.poll(() => page.getByRole("button", { name: /the study…$/ }).count()).toBe(0);
			},
			DESK,
		));
});

describe("unblinding", () => {
	it("requires a closed study, a reason and the study's name, and then shows each arm", () =>
		withPage(
			scene,
			async ({ page }) => {
				const slug = "acts-unblind";
				await openStudy(scene.served.fetch, scene.served.key, crowdStudy(slug, 40));
				await signIn(scene, page);
				await openDashboard(scene, page, `${slug}/results`);
				await page.getByText("Close it first").waitFor();
				await expect.poll(() => page.getByRole("button", { name: /Unblind/ }).count()).toBe(0);
				await callApi(scene, `/v1/studies/${slug}/close`, "POST");
				await openDashboard(scene, page, `${slug}/results`);
				await page.getByRole("button", { name: "Unblind the study…" }).click();
				const dialog = page.getByRole("dialog");
				const act = dialog.getByRole("button", { name: "Unblind", exact: true });
				await dialog.getByLabel("Reason").fill("The analysis plan is registered.");
				await expect.poll(() => act.isDisabled()).toBe(true);
				await dialog.getByLabel(/^Type/).fill("acts-unblin");
				await expect.poll(() => act.isDisabled()).toBe(true);
				expect((await callApi<{ unblindedAt: string | null }>(scene, `/v1/studies/${slug}`)).unblindedAt).toBeNull();
				await dialog.getByLabel(/^Type/).fill(slug);
				await act.click();
				await page.getByRole("heading", { name: "Arm key" }).waitFor();
				const arms = page.locator("tbody td:nth-child(2)");
				await expect
					.poll(async () => new Set(await arms.allInnerTexts()))
					.toEqual(new Set(["hidden-arm-one", "hidden-arm-two", "hidden-arm-three", "hidden-arm-four"]));
				await page.getByText("unblinded", { exact: true }).waitFor();
			},
			DESK,
		));
});
