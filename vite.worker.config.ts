import { resolve } from "node:path";
import { defineConfig } from "vite";
import { withoutDocumentation } from "./scripts/worker-bundle/without-documentation.ts";
import { withoutUnusedParts } from "./scripts/worker-bundle/without-unused-parts.ts";

/** Functions whose results may be left out if nothing uses them. Their packages do not say so. */
const PURE = [
	"lazySchema",
	"createProviderDefinedToolFactory",
	"createProviderDefinedToolFactoryWithOutputSchema",
	"createProviderExecutedToolFactory",
	"createJsonErrorResponseHandler",
	"combineModelEntries",
];

/**
 * The Worker that is deployed, as one file in `dist/worker/`: `env.production` of wrangler.toml uploads it as it is. Rolldown
 * leaves out more of what nothing calls than wrangler's own bundler does: docs/decisions/worker-built-by-vite.md.
 */
export default defineConfig({
	publicDir: false,
	clearScreen: false,
	logLevel: "warn",
	plugins: [withoutDocumentation(), withoutUnusedParts()],
	resolve: {
		alias: [
			// The same file as under [alias] of wrangler.toml.
			{ find: /^zod(\/v4)?$/, replacement: resolve("scripts/worker-bundle/zod.js") },
			{
				find: "@asteasolutions/zod-to-openapi",
				replacement: resolve("scripts/worker-bundle/without-registry.js"),
			},
			{ find: "zod/v4/core", replacement: resolve("scripts/worker-bundle/zod-core.js") },
			{
				find: /^\.{1,2}\/(core\/)?to-json-schema\.js$/,
				replacement: resolve("scripts/worker-bundle/without-json-schema.js"),
			},
			{ find: /^\.\/reference\.ts$/, replacement: resolve("scripts/worker-bundle/built-reference.ts") },
		],
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
			treeshake: { manualPureFunctions: PURE },
			output: { entryFileNames: "worker.js", codeSplitting: false },
		},
	},
});
