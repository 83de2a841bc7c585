import { describe, expect, it } from "vitest";
import { crowdStudy } from "../support/browser/crowd.ts";
import { callApi, openDashboard, signIn } from "../support/browser/dashboard.ts";
import { DESK } from "../support/browser/page.ts";
import { useScene, withPage } from "../support/browser/scene.ts";
import { openStudy } from "../support/http/participant.ts";

const scene = useScene();

type Key = { readonly id: string; readonly name: string; readonly scopes: string[]; readonly revokedAt: string | null };
const keyNamed = async (name: string): Promise<Key[]> => {
	const { keys } = await callApi<{ keys: Key[] }>(scene, "/v1/keys");
	return keys.filter((key) => key.name === name);
};

describe("the page of keys", () => {
	it("creates a key for one study, shows it once, rotates and revokes it", () =>
		withPage(
			scene,
			async ({ page }) => {
				await openStudy(scene.served.fetch, scene.served.key, crowdStudy("keys-own", 4));
				await signIn(scene, page);
				await page.getByRole("link", { name: "Keys" }).click();
				await page.getByRole("button", { name: "Make a key" }).click();
				const dialog = page.getByRole("dialog");
				await dialog.getByLabel("Name").fill("keys-page");
				await dialog.getByRole("checkbox", { name: /^studies:read/ }).check();
				await dialog.getByRole("checkbox", { name: /^data:read/ }).check();
				await dialog.getByLabel("For these studies alone").fill("keys-nobody");
				await dialog.getByRole("button", { name: "Make the key" }).click();
				await dialog.getByText("There is no such study.").waitFor();
				await expect.poll(() => dialog.getByLabel("Name").inputValue()).toBe("keys-page");
				await dialog.getByLabel("For these studies alone").fill("keys-own");
				await dialog.getByRole("button", { name: "Make the key" }).click();

				const shown = page.getByRole("region", { name: "The new key" });
				const secret = await shown.locator(".key").innerText();
				const status = async (key: string, path: string) =>
					(await scene.served.fetch(path, { headers: { "X-API-Key": key } })).status;
				expect(await status(secret, "/v1/studies/keys-own/flow")).toBe(200);
				expect(await status(secret, "/v1/audit")).toBe(403);
				const [made] = await keyNamed("keys-page");
				expect(made?.scopes).toEqual(["studies:read", "data:read"]);
				await page.getByRole("button", { name: "I have it" }).click();
				await expect.poll(() => page.content()).not.toContain(secret);
				await page.reload();
				const row = page.locator("tbody tr", { hasText: "keys-page" });
				await row.first().getByText("keys-own").waitFor();
				await expect.poll(() => page.content()).not.toContain(secret);

				await page.getByRole("button", { name: "Rotate keys-page" }).click();
				await dialog.getByLabel("The old key").selectOption({ label: "ends at once" });
				await dialog.getByRole("button", { name: "Rotate the key" }).click();
				const next = await shown.locator(".key").innerText();
				expect(await status(secret, "/v1/studies/keys-own/flow")).toBe(401);
				expect(await status(next, "/v1/studies/keys-own/flow")).toBe(200);

				// Until the list is there anew, the button is that of the old key.
				await expect.poll(() => row.count()).toBe(2);
				await page.getByRole("button", { name: "Revoke keys-page" }).click();
				await dialog.getByRole("button", { name: "Revoke the key" }).click();
				await expect.poll(() => page.getByRole("button", { name: "Revoke keys-page" }).count()).toBe(0);
				expect(await status(next, "/v1/studies/keys-own/flow")).toBe(401);
			},
			DESK,
		));

	it("offers only scopes of one's own key, and is hidden without `admin`", () =>
		withPage(
			scene,
			async ({ page }) => {
				const admin = { name: "keys-admin", scopes: ["studies:read", "admin"] };
				const { key } = await callApi<{ key: string }>(scene, "/v1/keys", "POST", admin);
				await signIn(scene, page, key);
				await openDashboard(scene, page, "-/keys");
				await page.getByRole("button", { name: "Make a key" }).click();
				await expect.poll(() => page.getByRole("checkbox", { name: /^unblind/ }).isDisabled()).toBe(true);
				await expect.poll(() => page.getByRole("checkbox", { name: /^admin/ }).isEnabled()).toBe(true);
				const reader = { name: "keys-reader", scopes: ["studies:read"] };
				const other = await callApi<{ key: string }>(scene, "/v1/keys", "POST", reader);
				await page.getByRole("button", { name: "Cancel" }).click();
				await page.context().setOffline(true);
				await page.getByRole("button", { name: "Sign out" }).click();
				await page.getByRole("alert").getByText("You are still signed in.").waitFor();
				await page.context().setOffline(false);
				await page.getByRole("button", { name: "Sign out" }).click();
				await page.getByLabel("API key").waitFor();
				await signIn(scene, page, other.key);
				await expect.poll(() => page.getByRole("link", { name: "Keys" }).count()).toBe(0);
				await openDashboard(scene, page, "-/keys");
				await page.getByText("scope admin").waitFor();
			},
			DESK,
		));
});

describe("the audit of the workplace", () => {
	it("is filtered by kind and key, which the address keeps", () =>
		withPage(
			scene,
			async ({ page }) => {
				const { id, key } = await callApi<Key & { key: string }>(scene, "/v1/keys", "POST", {
					name: "keys-audited",
					scopes: ["studies:write", "studies:read"],
				});
				await openStudy(scene.served.fetch, key, crowdStudy("keys-audit", 4));
				await signIn(scene, page);
				await openDashboard(scene, page, `-/audit?actor=${id}`);
				const acts = () => page.locator("tbody tr td:nth-child(3)").allInnerTexts();
				await expect.poll(() => acts()).toEqual(["study.open", "study.create"]);
				await expect.poll(() => page.locator("tbody").innerText()).toContain("keys-audited");
				await page.getByLabel("About").selectOption({ label: "keys" });
				await page.getByText("There is no such entry.").waitFor();
				expect(page.url()).toContain("action=key");
				await page.getByRole("button", { name: `By ${id}` }).click();
				await expect.poll(async () => (await acts()).every((act) => act.startsWith("key."))).toBe(true);
				expect(page.url()).not.toContain("actor");
			},
			DESK,
		));

	it("lists each entry once over several pages", () =>
		withPage(
			scene,
			async ({ page }) => {
				const { id, key } = await callApi<Key & { key: string }>(scene, "/v1/keys", "POST", {
					name: "keys-many",
					scopes: ["studies:write", "studies:read"],
				});
				const study = crowdStudy("keys-paged", 4);
				await openStudy(scene.served.fetch, key, study);
				const headers = { Authorization: `Bearer ${key}` };
				for (let n = 0; n < 30; n++)
					for (const move of ["pause", "open"])
						await scene.served.fetch(`/v1/studies/keys-paged/${move}`, { method: "POST", headers });
				await signIn(scene, page);
				await openDashboard(scene, page, `keys-paged/audit?actor=${id}`);
				const rows = page.locator("tbody tr");
				await expect.poll(() => rows.count()).toBe(50);
				await page.getByRole("button", { name: "Older" }).click();
				await expect.poll(() => rows.count()).toBe(2 + 60 - 50);
				await expect.poll(() => rows.last().innerText()).toContain("study.create");
				await page.getByRole("button", { name: "Newer" }).click();
				await expect.poll(() => rows.count()).toBe(50);
			},
			DESK,
		));
});
