import { readFile } from "node:fs/promises";
import { defineConfig } from "vite";

/**
 * The researchers' dashboard, from TypeScript to `public/dashboard/`. A build of its own: shared files of both apps would be
 * one more round trip for a participant's phone.
 */
export default defineConfig({
	root: "src/researcher/client",
	publicDir: false,
	base: "/dashboard/",
	clearScreen: false,
	logLevel: "warn",
	oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
	plugins: [
		{
			name: "icon",
			async generateBundle() {
				const source = await readFile("src/participant/client/icon.svg");
				this.emitFile({ type: "asset", fileName: "icon.svg", source });
			},
		},
	],
	build: {
		outDir: "../../../public/dashboard",
		manifest: "manifest.json",
		target: ["es2022", "chrome114", "safari17", "firefox125"],
		assetsInlineLimit: 0,
		modulePreload: false,
		// The plotting library is one file, which only plots load.
		chunkSizeWarningLimit: 700,
		rollupOptions: { input: "src/researcher/client/main.tsx" },
	},
});
