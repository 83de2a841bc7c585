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
	oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
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
		// Phones of 2021: what is older than `dialog` and `:has` still gets the study, less well laid out.
		target: ["es2020", "chrome90", "safari15", "firefox98"],
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rollupOptions: { input: `${CLIENT}/main.tsx` },
	},
});
