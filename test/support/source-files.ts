import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { parseSync } from "vite";

export type SourceImport = {
	/** As written in the file. */
	readonly specifier: string;
	/** Relative to the root of the repository. Null for a package and for data outside the sources. */
	readonly path: string | null;
	/** A type import, which does not exist at run time. */
	readonly typeOnly: boolean;
};

export type SourceFile = {
	readonly path: string;
	readonly imports: readonly SourceImport[];
	readonly hasDefaultExport: boolean;
	/** A barrel: it only re-exports from other files. */
	readonly isBarrel: boolean;
	/** Uses of `Date.now`, `new Date()` and `Math.random`, instead of time and randomness as arguments. */
	readonly ambient: readonly string[];
};

/** All files of these patterns except tests, parsed. */
export const sourceFiles = (...patterns: readonly string[]): readonly SourceFile[] =>
	globSync([...patterns])
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => !/\.test(-d)?\.tsx?$/.test(path))
		.sort()
		.map((path) => parseSource(path, readFileSync(path, "utf8")));

export function parseSource(path: string, text: string): SourceFile {
	const { errors, module, program } = parseSync(path, text);
	if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
	const exported = module.staticExports.flatMap(({ entries }) => entries);
	const nodes = nodesOf(program);
	const imports = [
		...module.staticImports.map(({ moduleRequest, entries }) => ({
			specifier: moduleRequest.value,
			typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
		})),
		...exported.flatMap(({ moduleRequest, isType }) =>
			moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
		),
		...nodes.flatMap(importInside),
	];
	return {
		path,
		imports: imports.map((found) => ({ ...found, path: resolved(path, found.specifier) })),
		hasDefaultExport: exported.some(({ exportName }) => exportName.kind === "Default"),
		isBarrel: exported.length > 0 && program.body.every(passesOn),
		ambient: nodes.flatMap(ambientOf),
	};
}

function resolved(from: string, specifier: string): string | null {
	if (!specifier.startsWith(".")) return null;
	const path = posix.join(posix.dirname(from), specifier);
	return from.startsWith("src/") && !path.startsWith("src/") && path.endsWith(".json") ? null : path;
}

/** The fields of the syntax tree that are used here. */
type Node = {
	readonly type: string;
	readonly source?: unknown;
	readonly value?: unknown;
	readonly name?: unknown;
	readonly object?: unknown;
	readonly property?: unknown;
	readonly callee?: unknown;
	readonly arguments?: unknown;
};

const isNode = (value: unknown): value is Node =>
	typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function nodesOf(node: Node, found: Node[] = []): Node[] {
	found.push(node);
	for (const child of Object.values(node).flat()) if (isNode(child)) nodesOf(child, found);
	return found;
}

/** `import("x")`, as an expression or as a type. */
function importInside({ type, source }: Node): { specifier: string; typeOnly: boolean }[] {
	if (type !== "ImportExpression" && type !== "TSImportType") return [];
	const specifier = isNode(source) && typeof source.value === "string" ? source.value : "a computed import";
	return [{ specifier, typeOnly: type === "TSImportType" }];
}

const passesOn = (statement: Node): boolean =>
	statement.type === "ImportDeclaration" || (statement.type.startsWith("Export") && isNode(statement.source));

const MEMBERS = new Set(["Date.now", "Math.random", "performance.now", "crypto.getRandomValues", "crypto.randomUUID"]);
const nameOf = (node: unknown): string =>
	isNode(node) && node.type === "Identifier" && typeof node.name === "string" ? node.name : "";

function ambientOf(node: Node): string[] {
	if (node.type === "MemberExpression") {
		const name = `${nameOf(node.object)}.${nameOf(node.property)}`;
		return MEMBERS.has(name) ? [name] : [];
	}
	const makesDate = /^(New|Call)Expression$/.test(node.type) && nameOf(node.callee) === "Date";
	const hasArguments = Array.isArray(node.arguments) && node.arguments.length > 0;
	return makesDate && !(node.type === "NewExpression" && hasArguments) ? ["new Date()"] : [];
}
