import type { Plugin } from "vite";
import { blanked, isFunction, isNode, type Node, nodesIn, type Range } from "./syntax.ts";
import { UNUSED_PARTS, type Unused } from "./unused-parts.ts";

/**
 * Leaves out of the deployed Worker what packages have and nothing here calls, where a bundler cannot see that. A body that is
 * called after all throws. A name that an update of the package has taken away fails the build.
 */
export function withoutUnusedParts(): Plugin {
	return {
		name: "without-unused-parts",
		enforce: "post",
		transform(code, id) {
			const unused = Object.entries(UNUSED_PARTS).find(([file]) => id.endsWith(`/node_modules/${file}`))?.[1];
			return unused ? { code: cut(code, this.parse(code), unused), map: null } : null;
		},
	};
}

const STUB = "throw 0";

function cut(code: string, program: unknown, unused: Unused): string {
	const { functions = [], classes = [], classesWith = [], objects = [], afterCalls = [], properties = {} } = unused;
	const nodes = [...nodesIn(program)];
	const all = (names: readonly string[], rangesOf: (node: Node, name: string) => Range[]): Range[] =>
		names.flatMap((name) =>
			found(
				nodes.flatMap((node) => rangesOf(node, name)),
				name,
			),
		);
	const stubs = all(functions, bodyOf);
	const ranges = [
		...stubs,
		...all(classes, classBodyOf),
		...all(classesWith, bodyWith),
		...all(objects, contentOf),
		...all(afterCalls, restAfter),
		...Object.entries(properties).flatMap(([called, names]) =>
			all(names, (node, name) => (calls(node, called) ? propertyOf(node, name) : [])),
		),
	];
	return stubs.reduce((text, { start, end }) => withStub(text, start, end), blanked(code, ranges));
}

/** Nothing, if its class is left out too or if it is shorter than the stub. */
function withStub(text: string, start: number, end: number): string {
	if (text[start - 1] !== "{" || end - start < STUB.length) return text;
	return text.slice(0, start) + STUB + text.slice(start + STUB.length);
}

function found(ranges: Range[], name: string): Range[] {
	if (ranges.length === 0)
		throw new Error(`There is no ${name} any more: look at scripts/worker-bundle/unused-parts.ts`);
	return ranges;
}

const hasName = ({ id, key }: Node, name: string): boolean =>
	[id, key].some((identifier) => isNode(identifier) && identifier.name === name);

/** What stands between the braces of a function or a method with this name. */
function bodyOf(node: Node, name: string): Range[] {
	if (!hasName(node, name)) return [];
	const [body] = [node, node.init, node.value].flatMap((part) =>
		isNode(part) && isFunction(part) && isNode(part.body) && part.body.type !== "Expression" ? [part.body] : [],
	);
	return body && /Block|FunctionBody/.test(body.type) ? [inside(body)] : [];
}

function classBodyOf(node: Node, name: string): Range[] {
	if (!hasName(node, name)) return [];
	const [body] = [node, node.init].flatMap((part) =>
		isNode(part) && /^Class/.test(part.type) && isNode(part.body) ? [part.body] : [],
	);
	return body ? [inside(body)] : [];
}

/** What stands between the braces of a class with this method. */
function bodyWith(node: Node, name: string): Range[] {
	const members: Node[] = node.type === "ClassBody" && Array.isArray(node.body) ? node.body : [];
	const has = members.some((member) => isNode(member.value) && isFunction(member.value) && hasName(member, name));
	return has ? [inside(node)] : [];
}

const inside = ({ start, end }: Node): Range => ({ start: start + 1, end: end - 1 });

/** The statements after the one that makes this call, in the same block. */
function restAfter({ type, body }: Node, name: string): Range[] {
	if (type !== "BlockStatement" || !Array.isArray(body)) return [];
	const at = body.findIndex((statement) =>
		[...nodesIn(statement, (node) => !isFunction(node))].some((node) => calls(node, name)),
	);
	const [first, last] = [body[at + 1], body.at(-1)];
	return at >= 0 && isNode(first) && isNode(last) ? [{ start: first.start, end: last.end }] : [];
}

const calls = ({ type, callee }: Node, name: string): boolean =>
	type === "CallExpression" && isNode(callee) && (isNode(callee.property) ? callee.property : callee).name === name;

/** Of the call's first argument, with the comma after it. */
function propertyOf({ arguments: given }: Node, name: string): Range[] {
	const [first] = Array.isArray(given) ? given : [];
	const properties: Node[] = isNode(first) && Array.isArray(first.properties) ? first.properties : [];
	return properties.flatMap(({ key, start, end }, at) =>
		isNode(key) && key.name === name ? [{ start, end: properties[at + 1]?.start ?? end }] : [],
	);
}

const contentOf = (node: Node, name: string): Range[] =>
	hasName(node, name) && isNode(node.init) && /^(?:Object|Array)Expression$/.test(node.init.type)
		? [inside(node.init)]
		: [];
