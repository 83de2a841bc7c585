import { resolve } from "node:path";
import type { PluginOption, UserConfig } from "vite";
import { withoutAppTexts } from "./without-app-texts.ts";
import { withoutDocumentation } from "./without-documentation.ts";
import { withoutUnusedParts } from "./without-unused-parts.ts";

type Given = {
	readonly entry: string;
	readonly folder: string;
	/** In place of `RESEARCH_VERSION` in the code. */
	readonly version: string;
	/** Files in place of modules of `src/`, by how these are imported. */
	readonly replaced?: Readonly<Record<string, string>>;
	readonly plugins?: readonly PluginOption[];
};

const inFolder = (file: string): string => resolve("scripts/worker-bundle", file);

/**
 * A Worker as it is deployed, as one file, `worker.js`. Rolldown leaves out more of what nothing calls than wrangler's own
 * bundler does: docs/decisions/worker-built-by-vite.md.
 */
export const workerConfig = ({ entry, folder, version, replaced = {}, plugins = [] }: Given): UserConfig => ({
	publicDir: false,
	clearScreen: false,
	logLevel: "warn",
	plugins: [withoutAppTexts(), withoutDocumentation(), withoutUnusedParts(), ...plugins],
	define: { RESEARCH_VERSION: JSON.stringify(version) },
	resolve: { alias: [...PACKAGES, ...aliasesOf(replaced)] },
	ssr: {
		target: "webworker",
		noExternal: true,
		resolve: { conditions: ["workerd", "worker", "module", "browser"] },
	},
	build: {
		ssr: entry,
		outDir: folder,
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

/** Functions whose results may be left out if nothing uses them. Their packages do not say so. */
const PURE = [
	"lazySchema",
	"createProviderDefinedToolFactory",
	"createProviderDefinedToolFactoryWithOutputSchema",
	"createProviderExecutedToolFactory",
	"createJsonErrorResponseHandler",
	"combineModelEntries",
];

const PACKAGES = [
	// The same file as under [alias] of wrangler.toml.
	{ find: /^zod(\/v4)?$/, replacement: inFolder("zod.js") },
	{ find: "@asteasolutions/zod-to-openapi", replacement: inFolder("without-registry.js") },
	{ find: "zod/v4/core", replacement: inFolder("zod-core.js") },
	{ find: /^\.{1,2}\/(core\/)?to-json-schema\.js$/, replacement: inFolder("without-json-schema.js") },
];

const aliasesOf = (replaced: Readonly<Record<string, string>>): { find: RegExp; replacement: string }[] =>
	Object.entries(replaced).map(([module, file]) => ({
		find: new RegExp(`^\\.{1,2}/(.*/)?${module}$`),
		replacement: inFolder(file),
	}));
