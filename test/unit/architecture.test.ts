import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ANSWERS_WAY, folderOf } from "../../scripts/architecture/answers-way.ts";
import { edgesOf, reduced, withDrawings } from "../../scripts/architecture/drawings.ts";
import { EVERYWHERE, ROOMS, roomOf } from "../../scripts/architecture/rooms.ts";
import { parseSource, type SourceFile, type SourceImport, sourceFiles } from "../support/source-files.ts";

const PURE = ["protocol", "texts", "shared", "self-identification"];

/** The shells of rooms with a pure core. All other files of these rooms are pure. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
	session: [
		"object",
		"outbox",
		"delivery",
		"manage",
		"session-routes.ts",
		"session-contract.ts",
		"rebuild-routes.ts",
		"reply/reply-writer.ts",
		"trace/traced-request.ts",
	],
	randomisation: ["allocator/allocator-object.ts", "monitor/ratio-report.ts"],
	judging: [
		"run",
		"routes.ts",
		"contract.ts",
		"judgement-labels/label-routes.ts",
		"judgement-labels/label-contract.ts",
		"judgement-labels/label-queries.ts",
	],
	analysis: ["blinding-index/routes.ts", "report/routes.ts", "report/report-schema.ts", "report/tables/table-pages.ts"],
	blinding: ["seals/sealed-text.ts"],
	simulation: ["run", "preview", "routes.ts", "check-request.ts", "contract.ts"],
	webhooks: [
		"webhook-object.ts",
		"webhook-service.ts",
		"routes.ts",
		"view.ts",
		"events/event-schemas.ts",
		"receiver/resolve.ts",
	],
};

const MOST_FILES_IN_A_FOLDER = 15;
/** One file for each language. */
const FOLDERS_OF_LANGUAGES = ["src/self-identification/rules/patterns"];

const IMPURE_PACKAGES = /^(hono|@hono\/.*|drizzle-orm|ai|@ai-sdk\/.*|cloudflare:.*|node:.*)(\/|$)/;

const files = sourceFiles("src/**/*.ts", "src/**/*.tsx");
const placeOf = (path: string): number => ROOMS.indexOf(roomOf(path));

function isPure(path: string): boolean {
	const [, part = "", ...rest] = path.split("/");
	const inRoom = rest.join("/");
	const shells = SHELLS[part];
	const isShell = shells?.some((shell) => inRoom === shell || inRoom.startsWith(`${shell}/`)) ?? true;
	return PURE.includes(part) || !isShell;
}

const byPath = new Map(files.map((file) => [file.path, file]));

const worldly = new Map<string, boolean>();

/** Uses time or randomness, or imports a file that does, directly or not. */
function isWorldly({ path, ambient, imports }: SourceFile): boolean {
	const known = worldly.get(path);
	if (known !== undefined) return known;
	// Ends the search in a circle of imports, which another test reports.
	worldly.set(path, false);
	const found = ambient.length > 0 || imports.some(touchesTheWorld);
	worldly.set(path, found);
	return found;
}

function touchesTheWorld({ specifier, path, typeOnly }: SourceImport): boolean {
	if (path === null) return IMPURE_PACKAGES.test(specifier);
	const file = byPath.get(path);
	return !typeOnly && file !== undefined && isWorldly(file);
}

const complaints = (complain: (file: SourceFile) => readonly string[]): string[] =>
	files.flatMap((file) => complain(file).map((what) => `${file.path}: ${what}`));
const about = (file: SourceFile, wrong: (imported: SourceImport) => boolean): string[] =>
	file.imports.filter(wrong).map(({ specifier }) => specifier);

describe("imports", () => {
	it("come from folders that are all in the list of rooms", () => {
		expect(
			files.map(({ path }) => roomOf(path)).filter((room) => room !== EVERYWHERE && !ROOMS.includes(room)),
		).toEqual([]);
	});

	it("go only to lower rooms", () => {
		const upwards = complaints((file) =>
			about(file, ({ path }) => path !== null && path !== `src/${EVERYWHERE}` && placeOf(path) < placeOf(file.path)),
		);
		expect(upwards).toEqual([]);
	});

	it("form no circle, not even within a folder", () => {
		expect(circlesIn(files)).toEqual([]);
	});

	it("name an existing file with its extension", () => {
		const known = new Set(files.map(({ path }) => path));
		const lost = complaints((file) =>
			about(file, ({ path }) => path !== null && !known.has(path) && !/\.(json|css)$/.test(path)),
		);
		expect(lost).toEqual([]);
	});
});

describe("a pure file", () => {
	it("imports no framework, database, model or runtime, and runs nothing that does", () => {
		expect(complaints((file) => (isPure(file.path) ? about(file, touchesTheWorld) : []))).toEqual([]);
	});

	it("gets time and randomness as arguments", () => {
		expect(complaints((file) => (isPure(file.path) ? file.ambient : []))).toEqual([]);
	});

	it("is in no list of shells, and neither is a missing file", () => {
		const shells = Object.entries(SHELLS).flatMap(([part, names]) => names.map((name) => `src/${part}/${name}`));
		const needed = files.filter(isWorldly).map(({ path }) => path);
		expect(shells.filter((shell) => !needed.some((path) => path === shell || path.startsWith(`${shell}/`)))).toEqual(
			[],
		);
	});
});

describe("the source", () => {
	it("reaches objects only through the jurisdiction's bindings", () => {
		const objects = globSync("src/**/*.ts").filter((path) =>
			readFileSync(path, "utf8").includes("extends DurableObject<"),
		);
		const unbound = objects.filter((path) => {
			const text = readFileSync(path, "utf8");
			return text.includes("constructor(") && !text.includes("super(ctx, inJurisdiction(env))");
		});
		expect(objects.length).toBeGreaterThan(5);
		expect(unbound).toEqual([]);
	});

	it("has no barrels", () => {
		expect(
			files.filter(({ path, isBarrel }) => isBarrel || /\/index\.tsx?$/.test(path)).map(({ path }) => path),
		).toEqual([]);
	});

	it("has at most 15 files in a folder", () => {
		const counts = new Map<string, number>();
		for (const { path } of files) {
			const folder = path.slice(0, path.lastIndexOf("/"));
			counts.set(folder, (counts.get(folder) ?? 0) + 1);
		}
		const large = [...counts].filter(
			([folder, count]) => count > MOST_FILES_IN_A_FOLDER && !FOLDERS_OF_LANGUAGES.includes(folder),
		);
		expect(large).toEqual([]);
	});

	it("has a default export only in the Workers' entries", () => {
		expect(files.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ path }) => path)).toEqual([
			"src/research-worker.ts",
			"src/worker.ts",
		]);
	});

	it("does not use Math.random in rooms with draws, keys or ids", () => {
		const near = /^src\/(randomisation|blinding|unblinding|studies|recruitment|access|crypto|personalisation)\//;
		expect(
			complaints(({ path, ambient }) => (near.test(path) ? ambient.filter((name) => name === "Math.random") : [])),
		).toEqual([]);
	});

	it("polls a page in browser tests, because it changes after each act", () => {
		const once =
			/expect\((Number\()?await [^\n]*\.(count|innerText|textContent|getAttribute|inputValue|isVisible|isDisabled|isEnabled|isChecked|allTextContents|allInnerTexts|evaluate|content)(<\w+>)?\(|expect\(await (violations|sideways)\(/;
		const tests = globSync("test/browser/*.test.ts");
		expect(tests.length).toBeGreaterThan(40);
		expect(tests.filter((path) => once.test(readFileSync(path, "utf8")))).toEqual([]);
	});

	const importersOf = (door: string): string[] =>
		files.filter(({ imports }) => imports.some(({ path }) => path === door)).map(({ path }) => path);

	it("imports unseal.ts only in models/ and blinding/", () => {
		const breakers = importersOf("src/blinding/seals/unseal.ts");
		expect(breakers.filter((path) => !/^src\/(models|blinding)\//.test(path))).toEqual([]);
	});

	it("imports arm-key.ts only in these files", () => {
		expect(importersOf("src/blinding/labels/arm-key.ts")).toEqual([
			"src/studies/lifecycle/open-study.ts",
			// Its type alone.
			"src/studies/study-queries.ts",
			"src/unblinding/emergency-unblinding.ts",
			"src/unblinding/unseal-study.ts",
		]);
	});

	it("imports sealed-storing.ts only where seals are stored", () => {
		const keepers = ["src/session/domain/decide/decide.ts", "src/session/object/live-session.ts"];
		const outside = importersOf("src/blinding/seals/sealed-storing.ts").filter(
			(path) => !path.startsWith("src/blinding/"),
		);
		expect(outside).toEqual(keepers);
	});

	it("imports label-text.ts only in draws, in rows for researchers, and where a label's model is found", () => {
		const readers =
			/^src\/(randomisation|blinding|unblinding|models|session\/projection)\/|^src\/studies\/monitoring\/balance\.ts$/;
		expect(importersOf("src/randomisation/plan/label-text.ts").filter((path) => !readers.test(path))).toEqual([]);
	});
});

describe("the page about the architecture", () => {
	const page = readFileSync("docs/explanation/architecture.md", "utf8");

	it("has up-to-date drawings: npm run generate:architecture", () => {
		expect(page).toBe(withDrawings(page, files));
	});

	it("follows an answer through at most 15 files, each connected with an earlier one by an import", () => {
		expect(ANSWERS_WAY.length).toBeLessThanOrEqual(15);
		const way = ANSWERS_WAY.map(([path]) => path);
		const knows = (from: string, to: string) => byPath.get(from)?.imports.some(({ path }) => path === to) ?? false;
		const unconnected = way
			.slice(1)
			.filter(
				(file, index) => !way.slice(0, index + 1).some((earlier) => knows(earlier, file) || knows(file, earlier)),
			);
		expect(unconnected).toEqual([]);
	});

	it("follows it through each folder once", () => {
		const folders = ANSWERS_WAY.map(([path]) => folderOf(path));
		const visits = folders.filter((folder, index) => folder !== folders[index - 1]);
		expect(visits).toEqual([...new Set(folders)]);
	});

	it("has the rooms of CONTRIBUTING's map, in the same order", () => {
		const map = [...readFileSync("CONTRIBUTING.md", "utf8").matchAll(/^ {4}([a-z-]+)(?:\/|(?<=worker)\.ts) /gm)];
		expect(map.map(([, room]) => room)).toEqual(ROOMS.map((room) => room.replace(".ts", "")));
	});
});

describe("the check itself", () => {
	const parse = (text: string) => parseSource("src/session/example.ts", text);

	it("distinguishes imports of types and of values", () => {
		const { imports } = parse(
			`import type { A } from "../a.ts"; import { type B, c } from "./b.ts"; type D = import("hono").D;`,
		);
		expect(imports).toEqual([
			{ specifier: "../a.ts", path: "src/a.ts", typeOnly: true },
			{ specifier: "./b.ts", path: "src/session/b.ts", typeOnly: false },
			{ specifier: "hono", path: null, typeOnly: true },
		]);
	});

	it("finds time and randomness that are not arguments", () => {
		const { ambient } = parse(
			"const f = { clock: Date.now }; new Date(); new Date(3); Math.random(); crypto.getRandomValues(x);",
		);
		expect(ambient).toEqual(["Date.now", "new Date()", "Math.random", "crypto.getRandomValues"]);
	});

	it("leaves out an arrow that a longer way implies", () => {
		const edges = edgesOf([
			parse(`import { a } from "../studies/a.ts"; import { b } from "../models/b.ts";`),
			parseSource("src/models/b.ts", `import { a } from "../studies/a.ts";`),
		]);
		expect(edges).toHaveLength(3);
		expect(reduced(edges)).toEqual([
			["session", "models"],
			["models", "studies"],
		]);
	});

	it("finds barrels and circles", () => {
		expect(parse(`export { a } from "./a.ts"; export * from "./b.ts";`).isBarrel).toBe(true);
		expect(parse(`import { a } from "./a.ts"; export const b = a;`).isBarrel).toBe(false);
		const [one, other] = ["one", "other"].map((name) => `src/shared/${name}.ts`);
		const circle = [
			parseSource(`${one}`, `import { a } from "./other.ts"; export const b = a;`),
			parseSource(`${other}`, `import { b } from "./one.ts"; export const a = b;`),
		];
		expect(circlesIn(circle)).toEqual([`${one} -> ${other} -> ${one}`]);
	});
});

/** Each circle once, from the file at which the search entered it. Imports of types count. */
function circlesIn(all: readonly SourceFile[]): string[] {
	const importsOf = new Map(all.map(({ path, imports }) => [path, imports.flatMap((found) => found.path ?? [])]));
	const finished = new Set<string>();
	const circles: string[] = [];
	const visit = (path: string, trail: readonly string[]): void => {
		if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
		if (trail.includes(path) || finished.has(path)) return;
		for (const next of importsOf.get(path) ?? []) visit(next, [...trail, path]);
		finished.add(path);
	};
	for (const { path } of all) visit(path, []);
	return circles;
}
