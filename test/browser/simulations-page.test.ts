import { beforeAll, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { callApi } from "../support/browser/dashboard.ts";
import { DESK, PHONE, sideways } from "../support/browser/page.ts";
import { useScene, withPage } from "../support/browser/scene.ts";
import { openStudy } from "../support/http/participant.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

const SLUG = "simulations-page";
const scene = useScene();

type Answer = {
	readonly run: string;
	readonly status: string;
	readonly entries: readonly { readonly action: string; readonly detail: object }[];
};
const call = (method: string, path: string, json?: object) => callApi<Answer>(scene, path, method, json);

let run: string;
beforeAll(async () => {
	const study = smallStudy({ slug: SLUG });
	// The server holds its replies, so the run continues and costs nothing.
	const person = { provider: "openai-compatible", endpoint: scene.models.endpoint, model: "hold" } as const;
	const withPerson = { ...study, models: { ...study.models, person } };
	await openStudy(scene.served.fetch, scene.served.key, withPerson);
	const personas = Array.from({ length: 20 }, (_, place) => `I am number ${place}.`);
	const asked = { condition: "converse", model: "person", personas, timeout: 300 };
	({ run } = await call("POST", `/v1/studies/${SLUG}/simulations`, asked));
});

it("shows a simulation's progress, and pauses, resumes and cancels it with a reason", { timeout: 300_000 }, () =>
	withPage(
		scene,
		async ({ page }) => {
			await page.goto(`${scene.served.origin}/studies`);
			await page.getByLabel("API key").fill(scene.served.key);
			await page.getByRole("button", { name: "Sign in" }).click();
			await page.getByRole("heading", { name: "All studies" }).waitFor();
			await page.goto(`${scene.served.origin}/studies/${SLUG}`);
			await page.getByRole("link", { name: "Simulations" }).click();
			const section = page.getByRole("region", { name: run });
			await section.getByRole("heading", { name: "A model takes part (person) running" }).waitFor();
			await expect.poll(() => section.locator("progress").getAttribute("max")).toBe("20");
			const acts = [
				["Pause", "paused"],
				["Resume", "running"],
				["Cancel the run", "cancelled"],
			] as const;
			for (const [name, status] of acts) {
				await section.getByRole("button", { name, exact: true }).click();
				const dialog = page.getByRole("dialog");
				await dialog.getByLabel("Reason").fill(`Because of ${status}.`);
				await dialog.getByRole("button", { name, exact: true }).click();
				await section.locator(`.chip.${status}`).waitFor();
				expect((await call("GET", `/v1/studies/${SLUG}/simulations/${run}`)).status).toBe(status);
			}
			await expect.poll(() => section.getByRole("button", { name: "Resume" }).count()).toBe(0);
			for (const [name, status] of acts) {
				const action = `simulation.${name.split(" ")[0]?.toLowerCase()}`;
				const { entries } = await call("GET", `/v1/audit?action=${action}`);
				expect(JSON.stringify(entries)).toContain(`Because of ${status}.`);
			}
			await expect.poll(() => violations(page)).toEqual([]);
			await page.setViewportSize(PHONE);
			await expect.poll(() => sideways(page)).toBeLessThanOrEqual(0);
		},
		DESK,
	),
);
