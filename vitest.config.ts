import { createServer } from "node:net";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { rootCertificates } from "./scripts/root-certificates.ts";
import { SlowestFiles } from "./test/support/setup/slowest-files.ts";
import { useMemory } from "./test/support/setup/temporary-folder.ts";

/**
 * The Worker under test gets the address of the models' server as a binding, before that server is started. Kept in the
 * environment, for this file is read more than once a run.
 */
process.env.MODEL_SERVER_PORT ??= await new Promise<string>((resolve) => {
	const server = createServer().listen(0, "127.0.0.1", () => {
		const address = server.address();
		server.close(() => resolve(String(typeof address === "object" && address ? address.port : 0)));
	});
});

useMemory();
// workerd is started by this process, and inherits its environment.
Object.assign(process.env, rootCertificates());

/** Measurements, and what takes tens of seconds: `npm run test:slow`, and CI. */
const withoutSlow = process.env.SLOW ? [] : ["**/*.slow.test.ts"];

/**
 * Deadlines of conditions that hold at once, and of tests that end within seconds on an idle machine: far away, so that a
 * busy one fails no test. What a test says about time itself, it says with a bound of its own.
 */
const DEADLINE_MS = 180_000;
const POLL_MS = 60_000;

/** Two cores are the least that anybody has. Files wait on the network and on alarms, so two at a time suit one core too. */
const FILES_AT_ONCE = 2;

/**
 * unit: pure, in milliseconds. workers: in the Workers runtime, with the real migrations. browser: a served Worker and
 * Chromium. No project isolates its files from each other: loading all modules for each takes longer than most tests.
 */
export default defineConfig(async () => ({
	test: {
		reporters: ["default", new SlowestFiles()],
		projects: [
			{
				test: {
					name: "unit",
					environment: "node",
					include: ["src/**/*.test.ts", "test/unit/**/*.test.ts"],
					// Walks and draws by the thousand: in `npm test`, not in the check that is run after every change.
					exclude: process.env.QUICK ? ["**/*.thorough.test.ts"] : [],
					setupFiles: ["test/support/setup/openapi.ts", "test/support/setup/properties.ts"],
					testTimeout: DEADLINE_MS,
					pool: "threads",
					isolate: false,
					maxWorkers: FILES_AT_ONCE,
					sequence: { groupOrder: 0 },
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
					exclude: withoutSlow,
					setupFiles: ["test/support/setup/empty-storage.ts"],
					globalSetup: [
						"test/support/setup/model-server.ts",
						"test/support/setup/prolific-keys.ts",
						"test/support/setup/webhook-receiver.ts",
					],
					testTimeout: DEADLINE_MS,
					hookTimeout: DEADLINE_MS,
					isolate: false,
					maxWorkers: FILES_AT_ONCE,
					sequence: { groupOrder: 1 },
				},
			},
			{
				test: {
					name: "browser",
					environment: "node",
					include: ["test/browser/**/*.test.ts"],
					exclude: withoutSlow,
					globalSetup: ["test/support/setup/browser-run.ts"],
					expect: { poll: { timeout: POLL_MS } },
					testTimeout: DEADLINE_MS,
					hookTimeout: DEADLINE_MS,
					isolate: false,
					maxWorkers: FILES_AT_ONCE,
					// After all others: beside other tests, the browser would be slower than any phone.
					sequence: { groupOrder: 2 },
				},
			},
		],
	},
}));
