import { existsSync, globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLineMarkdown } from "../../scripts/command-line-markdown.ts";
import { withCosts } from "../../scripts/costs/costs-page.ts";
import { dependenciesMarkdown } from "../../scripts/dependencies/markdown.ts";
import { exportsMarkdown } from "../../scripts/exports-markdown.ts";
import { measuresMarkdown } from "../../scripts/measures-markdown.ts";
import { migratedDatabase } from "../../scripts/migrated-database.ts";
import { tablesMarkdown } from "../../scripts/tables-markdown.ts";
import { LOG_EVENTS } from "../../src/shared/log.ts";

/** Tests run in the repository's root. */
const pages = globSync(["*.md", "docs/**/*.md"]).map((path) => ({ path, text: readFileSync(path, "utf8") }));
const found = (pattern: RegExp) =>
	pages.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, what = ""]) => ({ path, what })));

describe("the documentation", () => {
	it("has no dead links", () => {
		const dead = found(/\]\(([^)#]+)(?:#[^)]*)?\)/g)
			.filter(({ what }) => !/^https?:/.test(what))
			.filter(({ path, what }) => !existsSync(posix.join(posix.dirname(path), what)));
		expect(dead).toEqual([]);
	});

	it("names scripts that npm has", () => {
		const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
		const unknown = found(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g).filter(({ what }) => !(what in scripts));
		expect(unknown).toEqual([]);
	});

	it("asks nothing that SQLite would not answer", () => {
		const database = migratedDatabase();
		const queries = found(/(?:npm run d1 -- |d1 execute crossover [\w -]*)--command "([^"]+)"/g);
		expect(queries.length).toBeGreaterThan(10);
		for (const { what } of queries) database.prepare(what).all();
	});

	it("names files that are in the repository", () => {
		const missing = found(/`((?:src|scripts|seeds|test|migrations|docs)\/[\w./-]+\.\w+)`/g).filter(
			({ what }) => !existsSync(what),
		);
		expect(missing).toEqual([]);
	});

	it("gives a reason for each npm package, and for no other", () => {
		const [, section = ""] = readFileSync("CONTRIBUTING.md", "utf8").split("\n## Dependencies\n");
		const tables = [...(section.split("\n## ")[0] ?? "").matchAll(/^\| `(\S+)` \| .+ \|$/gm)].map(([, name]) => name);
		const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
		expect(tables).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
	});

	it("lists every decision", () => {
		const index = readFileSync("docs/decisions/README.md", "utf8");
		const records = globSync("docs/decisions/*.md").map((path) => posix.basename(path));
		expect(records.filter((name) => name !== "README.md" && !index.includes(`(${name})`))).toEqual([]);
	});
});

describe("the reference", () => {
	it("has each event of the log, with its level", () => {
		const lines = readFileSync("docs/reference/log.md", "utf8").matchAll(/^\| `(\w+)` \| (info|warn|error) \|/gm);
		expect([...lines].map(([, event, level]) => [event, level])).toEqual(Object.entries(LOG_EVENTS));
	});

	it("has the packages of this lock file: npm run generate:dependencies", () => {
		expect(readFileSync("docs/reference/dependencies.md", "utf8")).toBe(dependenciesMarkdown());
	});

	it("has the tables of these migrations: npm run generate:tables", () => {
		expect(readFileSync("docs/reference/tables.md", "utf8")).toBe(tablesMarkdown());
	});

	it("has the columns of every export: npm run generate:exports", () => {
		expect(readFileSync("docs/reference/exports.md", "utf8")).toBe(exportsMarkdown());
	});

	it("has the help of these commands: npm run generate:command-line", () => {
		expect(readFileSync("docs/reference/command-line.md", "utf8")).toBe(commandLineMarkdown());
	});

	it("has the measures of this code: npm run generate:measures", () => {
		expect(readFileSync("docs/reference/measures.md", "utf8")).toBe(measuresMarkdown());
	});

	it("has the costs of the counted sessions: npm run generate:costs", () => {
		const page = readFileSync("docs/explanation/costs.md", "utf8");
		expect(withCosts(page)).toBe(page);
	});

	it("has every table in a group of the storage page", () => {
		const storage = readFileSync("docs/reference/storage.md", "utf8");
		const tables = migratedDatabase().prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
		expect(tables.map(({ name }) => String(name)).filter((name) => !storage.includes(`\`${name}\``))).toEqual([]);
	});

	it("has every event of a session", () => {
		const events = readFileSync("docs/reference/events.md", "utf8");
		const sources = ["events.ts", "conversation-events.ts"].map((name) =>
			readFileSync(`src/session/domain/${name}`, "utf8"),
		);
		const types = [...sources.join("\n").matchAll(/readonly type: "(\w+)"/g)].map(([, type = ""]) => type);
		expect(types).toEqual(expect.arrayContaining(["SessionStarted", "MessageSent", "SessionErased"]));
		expect(types.filter((type) => !events.includes(`| \`${type}\` |`))).toEqual([]);
	});
});
