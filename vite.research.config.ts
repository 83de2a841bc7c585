import { defineConfig } from "vite";
import { workerConfig } from "./scripts/worker-bundle/settings.ts";
import { NO_VERSION, versionedByHash } from "./scripts/worker-bundle/version.ts";

/** The research Worker that is deployed, in `dist/research/`: wrangler.research.toml uploads it as it is. */
export default defineConfig(
	workerConfig({
		entry: "src/research-worker.ts",
		folder: "dist/research",
		version: NO_VERSION,
		plugins: [versionedByHash()],
	}),
);
