import { globSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { crowdStudy, sendCrowd } from "../support/browser/crowd.ts";
import { openDashboard, signIn } from "../support/browser/dashboard.ts";
import { DESK, PHONE, sideways } from "../support/browser/page.ts";
import { type Scene, useScene, withPage } from "../support/browser/scene.ts";
import { servedAt } from "../support/browser/served.ts";
import { openStudy } from "../support/http/participant.ts";
import { bundleWorker, type RealWorker, runBundle } from "../support/http/real-worker.ts";

const STUDY = "dashboard-many";
const SIZE = 12;
const ALL = 5_000;
const KEY = "xo_key_of_the_test_of_many_sessions";
/** The page requests 100 at a time. */
const PAGE = 100;

const shared = useScene();
let scene: Scene;
let folder: string;
let worker: RealWorker;

const start = () => runBundle(folder, { BOOTSTRAP_KEY: KEY }, () => {});

/** Copies the rows of a few real sessions until there are enough, an hour older each round. */
function copySessions(all: number): void {
	const [file] = globSync(`${folder}/state/v3/d1/**/*.sqlite`).filter(hasSessions);
	const database = new DatabaseSync(file ?? "");
	const columns = database
		.prepare("SELECT name FROM pragma_table_info('sessions')")
		.all()
		.map(({ name }) => String(name));
	const changed: Readonly<Record<string, string>> = {
		id: "substr(id, 1, 19) || printf('%08d', round.n)",
		participant_id: "substr(participant_id, 1, 19) || printf('%08d', round.n)",
		started_at: "strftime('%Y-%m-%dT%H:%M:%fZ', started_at, '-' || round.n || ' hours')",
	};
	const values = columns.map((name) => changed[name] ?? `sessions.${name}`);
	database.exec(`
		WITH RECURSIVE round(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM round WHERE n < ${Math.ceil(all / SIZE)})
		INSERT INTO sessions (${columns.join(", ")})
		SELECT ${values.join(", ")} FROM sessions, round LIMIT ${all - SIZE}`);
	database.close();
}

function hasSessions(file: string): boolean {
	const database = new DatabaseSync(file);
	const found = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sessions'").all().length > 0;
	database.close();
	return found;
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "crossover-many-"));
	await bundleWorker(folder);
	worker = await start();
	const served = servedAt(worker.url.origin, KEY, folder);
	await openStudy(served.fetch, KEY, crowdStudy(STUDY, ALL));
	await sendCrowd(served, STUDY, SIZE);
	const headers = { Authorization: `Bearer ${KEY}` };
	await vi.waitUntil(
		async () => {
			const found = await served.fetch(`/v1/studies/${STUDY}/sessions?status=active`, { headers });
			return (JSON.parse(await found.text()) as { sessions: unknown[] }).sessions.length === 1;
		},
		{ timeout: 120_000, interval: 500 },
	);
	await worker.stop();
	copySessions(ALL);
	worker = await start();
	const again = servedAt(worker.url.origin, KEY, folder);
	scene = {
		served: again,
		models: shared.models,
		get browser() {
			return shared.browser;
		},
	};
}, 600_000);

afterAll(async () => {
	await worker.stop();
	await rm(folder, { recursive: true, force: true });
});

describe(`the dashboard of a study with ${ALL} sessions`, () => {
	it.each([
		["a phone", PHONE],
		["a desk", DESK],
	])("shows each page within seconds on %s, and fits", (_, viewport) =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
				for (const path of ["", "/flow", "/fairness", "/sessions", "/sessions?stuck=true", "/results", "/audit"]) {
					const from = performance.now();
					await openDashboard(scene, page, STUDY + path);
					// biome-ignore lint/suspicious/noConsole: the measurement is the result.
					console.log(`${Math.round(performance.now() - from)} ms until all of it stands there: ${path || "/"}`);
					expect([path, await sideways(page)]).toEqual([path, 0]);
					expect([path, await violations(page)]).toEqual([path, []]);
				}
			},
			viewport,
		),
	);

	it("lists all sessions, page by page, each once, and never more than a page", () =>
		withPage(
			scene,
			async ({ page }) => {
				await signIn(scene, page);
				await openDashboard(scene, page, `${STUDY}/sessions`);
				const seen = new Set<string>();
				const addresses = () =>
					page.locator("tbody a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
				const older = page.getByRole("button", { name: "Older sessions" });
				for (let pages = 1; ; pages++) {
					const shown = await addresses();
					expect(shown.length).toBeLessThanOrEqual(PAGE);
					expect(shown.filter((address) => seen.has(address))).toEqual([]);
					for (const address of shown) seen.add(address);
					if (await older.isDisabled()) {
						expect(pages).toBe(ALL / PAGE);
						break;
					}
					await older.click();
					// No row is shown while the next page loads.
					await expect
						.poll(async () => {
							const [first] = await addresses();
							return first !== undefined && !seen.has(first);
						})
						.toBe(true);
				}
				expect(seen.size).toBe(ALL);
			},
			DESK,
		));
});
