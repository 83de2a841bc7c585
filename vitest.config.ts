import { createServer } from "node:net";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

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

/** Slow for a reason, or a measurement; each says it: `npm run test:slow`, and CI. */
const withoutSlow = process.env.SLOW ? [] : ["**/*.slow.test.ts"];

/** unit: pure, in milliseconds. workers: inside workerd on the real migrations. browser: a served Worker and Chromium. */
export default defineConfig(async () => ({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					environment: "node",
					include: ["src/**/*.test.ts", "test/unit/**/*.test.ts"],
					// Walks and draws by the thousand: in `npm test`, not in the check that is run after every change.
					exclude: process.env.QUICK ? ["**/*.thorough.test.ts"] : [],
					// Pure code leaves nothing behind for the next file, and loading everything anew for each doubles the time.
					isolate: false,
					setupFiles: ["test/support/openapi.setup.ts"],
					// What draws by the thousand takes seconds beside a browser and a dozen Workers on two cores.
					testTimeout: 60_000,
					pool: "threads",
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
							},
						},
					}),
				],
				test: {
					name: "workers",
					include: ["test/workers/**/*.test.ts"],
					exclude: withoutSlow,
					setupFiles: ["test/workers/apply-migrations.ts"],
					globalSetup: ["test/support/model-server.setup.ts", "test/support/prolific.setup.ts"],
					testTimeout: 30_000,
					hookTimeout: 30_000,
				},
			},
			{
				test: {
					name: "browser",
					environment: "node",
					include: ["test/browser/**/*.test.ts"],
					exclude: withoutSlow,
					// One Worker and one browser serve all files.
					globalSetup: ["test/support/browser/run.setup.ts"],
					isolate: false,
					maxWorkers: 2,
					sequence: { groupOrder: 2 },
					expect: { poll: { timeout: 15_000 } },
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
}));
