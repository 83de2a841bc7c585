import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES_WITH_TEXTS } from "../../src/texts/server-texts.ts";

/** The largest download of a phone before the first step. Bytes, gzip. */
const FIRST_LOAD = 60_000;

type Chunk = {
	readonly fileName: string;
	readonly imports: readonly string[];
	readonly moduleIds: readonly string[];
	readonly code: string;
};
let chunks: readonly Chunk[];
let dashboard: readonly Chunk[];

async function chunksOf(configFile: string): Promise<readonly Chunk[]> {
	const built = await build({ configFile, build: { write: false } });
	const outputs = (Array.isArray(built) ? built : [built]).flatMap((bundle) =>
		"output" in bundle ? bundle.output : [],
	);
	return outputs.flatMap((file) => (file.type === "chunk" ? [file] : []));
}

beforeAll(async () => {
	chunks = await chunksOf("vite.config.ts");
	dashboard = await chunksOf("vite.dashboard.config.ts");
});

/** The file and its static imports. */
function withImports(name: string, of = chunks, known: readonly string[] = []): string[] {
	const file = of.find(({ fileName }) => fileName.includes(`/${name}`) || fileName === name);
	if (!file || known.includes(file.fileName)) return [];
	const seen = [...known, file.fileName];
	return [file.fileName, ...file.imports.flatMap((imported) => withImports(imported, of, seen))];
}

const weight = (names: readonly string[], of = chunks): number =>
	[...new Set(names)].reduce((sum, name) => {
		const file = of.find(({ fileName }) => fileName === name);
		return sum + (file ? gzipSync(file.code).byteLength : 0);
	}, 0);

describe("the script that a participant's phone loads", () => {
	it.each(LANGUAGES_WITH_TEXTS)("weighs under 60 kB before the first step, in %s", (language) => {
		const loaded = weight([...withImports("main"), ...withImports(`${language}-`)]);
		expect(loaded).toBeGreaterThan(10_000);
		expect(loaded).toBeLessThan(FIRST_LOAD);
	});

	it.each(["sortablejs", "temml", "remend", "help/report.tsx", "preview/preview.tsx", "net/walk.ts"])(
		"loads %s only when it is needed",
		(part) => {
			const file = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.includes(part)));
			expect(file).toBeDefined();
			expect(withImports("main")).not.toContain(file?.fileName);
		},
	);
});

describe("the script of the dashboard", () => {
	it("is small before a page needs more", () => {
		const loaded = weight(withImports("main", dashboard), dashboard);
		expect(loaded).toBeGreaterThan(10_000);
		expect(loaded).toBeLessThan(FIRST_LOAD);
	});

	it.each(["@codemirror/view", "@observablehq/plot", "seeds/prism.json"])("loads %s only when it is needed", (part) => {
		const file = dashboard.find(({ moduleIds }) => moduleIds.some((id) => id.includes(part)));
		expect(file).toBeDefined();
		expect(withImports("main", dashboard)).not.toContain(file?.fileName);
	});
});

describe("the app's texts", () => {
	it.each(["en", "ar", "ja"])("contain no secret of a study in %s", async (language) => {
		const files = ["src/texts/app", "src/texts/server"].map((folder) => `${folder}/${language}.ts`);
		const said = (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
		expect(said).not.toMatch(/\b(arm|arms|model|models|provider|rehearsal|adapter|generic|prompted|pooled)\b/i);
	});
});

describe("in the oldest supported browsers", () => {
	/**
	 * Methods that the oldest browsers of `vite.config.ts` lack: the build lowers syntax, but adds no methods. Without
	 * `Intl.Segmenter`, which the app checks for, and without names that other objects have too (`any`, `from`,
	 * `with`).
	 */
	const YOUNGER = [
		...["findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "isWellFormed", "toWellFormed"],
		...["fromAsync", "groupBy", "withResolvers", "timeout", "pipeThrough", "pipeTo", "hidePopover", "showPopover"],
		...["togglePopover", "checkVisibility", "requestIdleCallback", "TextDecoderStream", "TransformStream"],
	];

	it("the script calls no missing method", () => {
		const found = chunks.flatMap(({ fileName, code }) =>
			YOUNGER.filter((name) => new RegExp(`\\b${name}\\(`).test(code)).map((name) => `${fileName}: ${name}`),
		);
		expect(found).toEqual([]);
	});

	it("the script has no lookbehind, which Safari lacks before 16.4, except in texts that it tries first", () => {
		const literals = chunks.flatMap(({ code }) => code.match(/[=(,:;]\/(?![/*])[^\n/`]*\(\?<[=!][^\n/`]*\//g) ?? []);
		expect(literals).toEqual([]);
	});
});
