import { readFile } from "node:fs/promises";
import { defineConfig } from "vite";

const CLIENT = "src/participant/client";

/**
 * The participant's app, from TypeScript to `public/app/`, which the Worker serves. Names carry a hash, so that a phone
 * keeps them for good; the page reads them from the manifest.
 */
export default defineConfig({
	root: CLIENT,
	publicDir: false,
	base: "/app/",
	clearScreen: false,
	logLevel: "warn",
	// Never the development runtime: tests measure what phones load.
	oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
	plugins: [
		{
			name: "icon",
			async generateBundle() {
				this.emitFile({ type: "asset", fileName: "icon.svg", source: await readFile(`${CLIENT}/icon.svg`) });
			},
		},
	],
	build: {
		outDir: "../../../../public/app",
		manifest: "manifest.json",
		// Browsers of March 2022, the first that all have `dialog`. Those without `:has` get a simpler layout.
		target: ["es2022", "chrome100", "safari15.4", "firefox98"],
		assetsInlineLimit: 0,
		// What is loaded later has one import of its own at most: a helper that fetches both at once would weigh more.
		modulePreload: false,
		rollupOptions: { input: `${CLIENT}/main.tsx` },
	},
});
