import { defineConfig } from "vite";
import { workerConfig } from "./scripts/worker-bundle/settings.ts";
import { researchVersion } from "./scripts/worker-bundle/version.ts";

/**
 * The Worker that is deployed, in `dist/worker/`: `env.production` of wrangler.toml uploads it as it is. It works with the
 * research Worker that was built before it, and with no other.
 */
export default defineConfig(() =>
	workerConfig({
		entry: "src/worker.ts",
		folder: "dist/worker",
		version: researchVersion(),
		replaced: {
			"reference.ts": "built-reference.ts",
			"research-worker-found.ts": "research-worker.ts",
			"made-report.ts": "remote-report.ts",
			"parquet-parts.ts": "remote-parquet.ts",
			"planned-checks.ts": "remote-checks.ts",
			"protocol-checks.ts": "remote-checks.ts",
		},
	}),
);
