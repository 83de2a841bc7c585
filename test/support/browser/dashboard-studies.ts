import type { Page } from "playwright-core";
import { type ExpectStatic, vi } from "vitest";
import { createStudy } from "../http/participant.ts";
import { violations } from "./axe.ts";
import { crowdStudy, openCrowd } from "./crowd.ts";
import { callApi, openDashboard, signIn } from "./dashboard.ts";
import { sideways } from "./page.ts";
import type { Scene } from "./scene.ts";

/** The number of participants of the study. */
export const SIZE = 12;

/** The pages of a study. */
export const PAGES = {
	progress: "",
	flow: "/flow",
	fairness: "/fairness",
	sessions: "/sessions",
	results: "/results",
	protocol: "/protocol",
	walk: "/walk",
	models: "/models",
	audit: "/audit",
} as const;

/** The slugs of a study with sessions, of a draft, and of a draft with profiles and adapters. */
export type Slugs = { readonly study: string; readonly draft: string; readonly personal: string };

export const slugsOf = (name: string): Slugs => ({
	study: `${name}-crowd`,
	draft: `${name}-draft`,
	personal: `${name}-people`,
});

export type Session = { readonly status: string; readonly sequence: string | null; readonly session: string };

/** The rows of D1, as the export has them. */
export async function rowsOf(
	{ served }: Scene,
	study: string,
	table: string,
): Promise<readonly Record<string, unknown>[]> {
	const headers = { Authorization: `Bearer ${served.key}` };
	const response = await served.fetch(`/v1/studies/${study}/exports/${table}.jsonl`, { headers });
	return (await response.text())
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}

/** Makes the three studies, and gives the sessions of the first once D1 has them. */
export async function makeStudies(scene: Scene, { study, draft, personal }: Slugs): Promise<readonly Session[]> {
	await createStudy(scene.served.fetch, scene.served.key, crowdStudy(draft, 8));
	await makePersonal(scene, personal);
	await openCrowd(scene.served, study, { size: SIZE, quota: 40 });
	// D1 follows the sessions within seconds.
	return vi.waitUntil(
		async () => {
			const sessions = (await rowsOf(scene, study, "sessions")) as unknown as Session[];
			const isWhole = sessions.filter(({ status }) => status === "active").length === 1 && sessions.length === SIZE;
			return isWhole && sessions;
		},
		{ timeout: 60_000, interval: 250 },
	);
}

/** A draft whose arms need profiles and adapters, of which it has some. */
async function makePersonal(scene: Scene, slug: string): Promise<void> {
	const model = { provider: "openai-compatible", endpoint: "NOWHERE", model: "{{adapter}}" } as const;
	const [one, two, three] = crowdStudy(slug, 8).arms;
	const own = { kind: "adapter", scope: "participant" } as const;
	await createStudy(scene.served.fetch, scene.served.key, {
		...crowdStudy(slug, 8),
		models: { one: model },
		arms: [one, two, three].map((arm) => ({ ...arm, model: "one", personalisation: own })),
		recruitment: { onlyProfiles: true },
	});
	const headers = { Authorization: `Bearer ${scene.served.key}`, "Content-Type": "application/jsonl" };
	const body = ["ann", "bob", "cid"].map((participant) => JSON.stringify({ participant })).join("\n");
	await scene.served.fetch(`/v1/studies/${slug}/profiles`, { method: "POST", headers, body });
	const adapter = { participant: "ann", servedName: "served-ann" };
	await callApi(scene, `/v1/studies/${slug}/adapters/anns`, "PUT", adapter);
}

async function expectAccessible(page: Page, path: string, expect: ExpectStatic): Promise<void> {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		// The scheme changes colours alone.
		const tag = colorScheme === "dark" ? "cat.color" : undefined;
		await expect.poll(async () => [path, colorScheme, await violations(page, tag)]).toEqual([path, colorScheme, []]);
	}
}

/** Opens every page of the three studies, and those of none. */
export async function expectEachPageAccessible(
	scene: Scene,
	page: Page,
	{ study, draft, personal }: Slugs,
	session: string,
	expect: ExpectStatic,
): Promise<void> {
	await signIn(scene, page);
	await expectAccessible(page, "studies", expect);
	const own = [...Object.values(PAGES), `/sessions/${session}`].map((path) => study + path);
	const others = [`${draft}/protocol`, `${draft}/walk?show=all`, `${personal}/people`];
	for (const path of [...own, "-/keys", "-/audit", "-/new", ...others]) {
		await openDashboard(scene, page, path);
		await expectAccessible(page, path, expect);
		expect([path, await sideways(page)]).toEqual([path, 0]);
	}
}
