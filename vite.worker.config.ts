import { resolve } from "node:path";
import { defineConfig } from "vite";

/**
 * The Worker that is deployed, as one file in `dist/worker/`: `env.production` of wrangler.toml uploads it as it is. Rolldown
 * leaves out more of what nothing calls than wrangler's own bundler does: docs/decisions/worker-built-by-vite.md.
 */
export default defineConfig({
	publicDir: false,
	clearScreen: false,
	logLevel: "warn",
	resolve: {
		// The same files as under [alias] of wrangler.toml.
		alias: [{ find: /^zod(\/v4)?$/, replacement: resolve("scripts/worker-bundle/zod.js") }],
	},
	ssr: {
		target: "webworker",
		noExternal: true,
		resolve: { conditions: ["workerd", "worker", "module", "browser"] },
	},
	build: {
		ssr: "src/worker.ts",
		outDir: "dist/worker",
		target: "es2024",
		minify: true,
		sourcemap: true,
		rollupOptions: {
			external: [/^cloudflare:/, /^node:/],
			output: { entryFileNames: "worker.js", codeSplitting: false },
		},
	},
});
