import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES_WITH_TEXTS } from "../../src/texts/page-texts.ts";

/** What an old phone on a bad network has to load before the first step stands there. Bytes, gzip. */
const FIRST_LOAD = 60_000;

type Chunk = {
	readonly fileName: string;
	readonly imports: readonly string[];
	readonly moduleIds: readonly string[];
	readonly code: string;
};
let chunks: Chunk[];

beforeAll(async () => {
	const built = await build({ build: { write: false } });
	const outputs = (Array.isArray(built) ? built : [built]).flatMap((bundle) =>
		"output" in bundle ? bundle.output : [],
	);
	chunks = outputs.flatMap((file) => (file.type === "chunk" ? [file] : []));
});

/** The file and everything that it imports before it runs. */
function withImports(name: string, known: readonly string[] = []): string[] {
	const file = chunks.find(({ fileName }) => fileName.includes(`/${name}`) || fileName === name);
	if (!file || known.includes(file.fileName)) return [];
	const seen = [...known, file.fileName];
	return [file.fileName, ...file.imports.flatMap((imported) => withImports(imported, seen))];
}

const weight = (names: readonly string[]): number =>
	[...new Set(names)].reduce((sum, name) => {
		const file = chunks.find(({ fileName }) => fileName === name);
		return sum + (file ? gzipSync(file.code).byteLength : 0);
	}, 0);

describe("the script that a participant's phone loads", () => {
	it.each(LANGUAGES_WITH_TEXTS)("weighs under 60 kB before the first step, in %s", (language) => {
		const loaded = weight([...withImports("main"), ...withImports(`${language}-`)]);
		expect(loaded).toBeGreaterThan(10_000);
		expect(loaded).toBeLessThan(FIRST_LOAD);
	});

	it.each(["sortablejs", "temml", "remend", "help/report.tsx", "preview/preview.tsx"])(
		"loads %s only when it is needed",
		(part) => {
			const file = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.includes(part)));
			expect(file).toBeDefined();
			expect(withImports("main")).not.toContain(file?.fileName);
		},
	);
});

describe("the app's own words", () => {
	it.each(["en", "ar", "ja"])("say nothing in %s of what a participant must not know", async (language) => {
		const files = ["src/texts/app", "src/texts/page"].map((folder) => `${folder}/${language}.ts`);
		const said = (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
		expect(said).not.toMatch(/\b(arm|arms|model|models|provider|rehearsal|adapter|generic|prompted|pooled)\b/i);
	});
});

describe("the script that the oldest browsers run", () => {
	/**
	 * What the oldest browsers of `vite.config.ts` lack: the build lowers syntax, and leaves methods as they are. Without
	 * `Intl.Segmenter`, which the app asks for first, and without names that other objects have too (`any`, `from`, `with`).
	 */
	const YOUNGER = [
		...["findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "isWellFormed", "toWellFormed"],
		...["fromAsync", "groupBy", "withResolvers", "timeout", "pipeThrough", "pipeTo", "hidePopover", "showPopover"],
		...["togglePopover", "checkVisibility", "requestIdleCallback", "TextDecoderStream", "TransformStream"],
	];

	it("calls no method that they lack", () => {
		const found = chunks.flatMap(({ fileName, code }) =>
			YOUNGER.filter((name) => new RegExp(`\\b${name}\\(`).test(code)).map((name) => `${fileName}: ${name}`),
		);
		expect(found).toEqual([]);
	});

	it("has no expression that looks behind, which Safari reads since 16.4, but in texts that it tries first", () => {
		const literals = chunks.flatMap(({ code }) => code.match(/[=(,:;]\/(?![/*])[^\n/`]*\(\?<[=!][^\n/`]*\//g) ?? []);
		expect(literals).toEqual([]);
	});
});
