import { createServer } from "node:net";
import { resolve } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { rootCertificates } from "./scripts/root-certificates.ts";
import { LongestFirst } from "./test/support/setup/longest-first.ts";
import { SlowestFiles } from "./test/support/setup/slowest-files.ts";
import { useMemory } from "./test/support/setup/temporary-folder.ts";

/** Below the ports that the system gives to whoever asks for any: nobody takes it before the server is started. */
const PORTS = { from: 15_000, count: 15_000 };

async function freePort(): Promise<number> {
	for (;;) {
		const port = PORTS.from + Math.floor(Math.random() * PORTS.count);
		const isFree = await new Promise<boolean>((answer) => {
			const server = createServer().once("error", () => answer(false));
			server.listen(port, "127.0.0.1", () => server.close(() => answer(true)));
		});
		if (isFree) return port;
	}
}

/**
 * The Worker under test gets the address of the models' server as a binding, before that server is started. Kept in the
 * environment, for this file is read more than once a run.
 */
process.env.MODEL_SERVER_PORT ??= String(await freePort());

useMemory();
// Scripts that tests start in processes of their own are stripped of their types and compiled once, not at each start.
process.env.NODE_COMPILE_CACHE ??= resolve("node_modules/.cache/node");
// workerd is started by this process, and inherits its environment.
Object.assign(process.env, rootCertificates());

/**
 * What takes tens of seconds, or is about what is seldom changed: `npm run test:slow`, and CI. Files that mostly wait run together (`SLOW=waiting`), those that
 * measure times run one by one (`SLOW=measured`), and the others two at a time (`SLOW=busy`). `SLOW=1` runs any file.
 */
const { SLOW } = process.env;
const excluded =
	SLOW === undefined ? ["**/*.slow.test.ts"] : SLOW === "busy" ? ["**/*.{waiting,measured}.slow.test.ts"] : [];

/**
 * Deadlines of conditions that hold at once, and of tests that end within seconds on an idle machine: far away, so that a
 * busy one fails no test. What a test says about time itself, it says with a bound of its own.
 */
const DEADLINE_MS = 180_000;
const POLL_MS = 60_000;

/**
 * How many files run at once on two cores, the least that anybody has. Each project has a group of its own: in a common one,
 * Vitest ends a runtime when the next file is of another project, and starts it again for later files.
 */
const AT_ONCE = {
	/** They wait on the network and on alarms for half of their time. */
	workers: SLOW === "waiting" ? 5 : SLOW === undefined ? 4 : 3,
	/** They never wait. Each thread loads all modules. */
	unit: 2,
	/** They wait for the Worker, and it for them. */
	browser: SLOW === undefined ? 3 : 2,
};

/**
 * unit: pure, in milliseconds. workers: in the Workers runtime, with the real migrations. browser: a served Worker and
 * Chromium. No project isolates its files from each other: loading all modules for each takes longer than most tests.
 */
export default defineConfig(async () => ({
	test: {
		reporters: ["default", new SlowestFiles()],
		sequence: { sequencer: LongestFirst },
		projects: [
			{
				test: {
					name: "unit",
					environment: "node",
					include: ["src/**/*.test.ts", "test/unit/**/*.test.ts"],
					// Whole reports and draws by the thousand: in `npm test`, not in the check that is run after every change. Thorough
					// ones have still more cases in `npm run test:slow`.
					exclude: process.env.QUICK ? ["**/*.{long,thorough}.test.ts"] : [],
					setupFiles: [
						"test/support/setup/openapi.ts",
						"test/support/setup/properties.ts",
						"test/support/setup/rules.ts",
					],
					testTimeout: DEADLINE_MS,
					pool: "threads",
					isolate: false,
					maxWorkers: AT_ONCE.unit,
					sequence: { groupOrder: 1 },
				},
			},
			{
				plugins: [
					cloudflareTest({
						wrangler: { configPath: "./wrangler.toml" },
						miniflare: {
							bindings: {
								TEST_MIGRATIONS: await readD1Migrations("migrations"),
								BOOTSTRAP_KEY: "xo_test_bootstrap_key_of_the_test_suite",
								ENDPOINT_GPU_URL: `http://127.0.0.1:${process.env.MODEL_SERVER_PORT}/v1`,
								ENDPOINT_GPU_KEY: "key-of-the-secret-endpoint",
								// Nothing listens there: connections are refused.
								ENDPOINT_DOWN_URL: "http://127.0.0.1:9/v1",
								IDENTITY_KEY: "identity-key-of-the-test-suite-32",
								WEBHOOKS_LOCAL: "on",
							},
						},
					}),
				],
				test: {
					name: "workers",
					include: process.env.RECORD_RELEASE
						? ["test/support/release/record-release.ts"]
						: ["test/workers/**/*.test.ts"],
					exclude: excluded,
					setupFiles: ["test/support/setup/empty-storage.ts"],
					globalSetup: [
						"test/support/setup/model-server.ts",
						"test/support/setup/prolific-keys.ts",
						"test/support/setup/webhook-receiver.ts",
					],
					testTimeout: DEADLINE_MS,
					hookTimeout: DEADLINE_MS,
					isolate: false,
					maxWorkers: AT_ONCE.workers,
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					name: "browser",
					environment: "node",
					include: ["test/browser/**/*.test.ts"],
					exclude: excluded,
					globalSetup: ["test/support/setup/browser-run.ts"],
					expect: { poll: { timeout: POLL_MS } },
					testTimeout: DEADLINE_MS,
					hookTimeout: DEADLINE_MS,
					isolate: false,
					maxWorkers: AT_ONCE.browser,
					// After all others: beside other tests, the browser would be slower than any phone.
					sequence: { groupOrder: 2 },
				},
			},
		],
	},
}));
