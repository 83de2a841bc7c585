import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { Path } from "./schema.ts";

type Tree = ReturnType<typeof syntaxTree>;
export type Node = ReturnType<Tree["resolveInner"]>;
type Range = { readonly from: number; readonly to: number };

const VALUES = ["Object", "Array", "String", "Number", "True", "False", "Null"];
export const isValue = (node: Node): boolean => VALUES.includes(node.name);

function children(node: Node): Node[] {
	const found: Node[] = [];
	for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
	return found;
}

/** A name or a text without its quotes. The closing one may be missing. */
function unquoted(text: string): string {
	try {
		return String(JSON.parse(text));
	} catch {
		return text.replace(/^"/, "");
	}
}

const textOf = (state: EditorState, { from, to }: Range): string => state.sliceDoc(from, to);

export const nameOf = (state: EditorState, property: Node): string | null => {
	const name = property.getChild("PropertyName");
	return name && unquoted(textOf(state, name));
};

export const valueIn = (property: Node): Node | null => children(property).find(isValue) ?? null;

/** The names of the object's properties, except for the one at this position. */
export const namesIn = (state: EditorState, object: Node, except: number): string[] =>
	object
		.getChildren("Property")
		.filter(({ from, to }) => except < from || except > to)
		.flatMap((property) => nameOf(state, property) ?? []);

/** The path from the document's root to this value. */
export function pathTo(state: EditorState, node: Node): Path {
	const { parent } = node;
	if (!parent) return [];
	if (parent.name === "Property")
		return [...(parent.parent ? pathTo(state, parent.parent) : []), nameOf(state, parent) ?? ""];
	if (parent.name === "Array") {
		const index = children(parent)
			.filter(isValue)
			.findIndex(({ from }) => from === node.from);
		return [...pathTo(state, parent), index];
	}
	return pathTo(state, parent);
}

/** The value of an unfinished document, as far as it can be read. */
export function readValue(state: EditorState, node: Node | null): unknown {
	if (!node) return undefined;
	if (node.name === "JsonText") return readValue(state, children(node).find(isValue) ?? null);
	if (node.name === "Object")
		return Object.fromEntries(
			node.getChildren("Property").flatMap((property): [string, unknown][] => {
				const name = nameOf(state, property);
				return name === null ? [] : [[name, readValue(state, valueIn(property))]];
			}),
		);
	if (node.name === "Array")
		return children(node)
			.filter(isValue)
			.map((each) => readValue(state, each));
	if (node.name === "String") return unquoted(textOf(state, node));
	if (node.name === "True" || node.name === "False") return node.name === "True";
	return node.name === "Number" ? Number(textOf(state, node)) : null;
}

/** A document of a few thousand lines is parsed in a few milliseconds. */
const PARSING_MS = 1_000;

/**
 * The tree of the whole document. `syntaxTree` has what was parsed when the state was made: on a busy machine, or of more than
 * 3,000 characters, that is not all.
 */
export const treeOf = (state: EditorState): Tree =>
	ensureSyntaxTree(state, state.doc.length, PARSING_MS) ?? syntaxTree(state);

export const rootOf = (state: EditorState): Node => treeOf(state).topNode;

/**
 * The range that a fault's pointer (RFC 6901) marks: the property's name or the value. For a missing one, the nearest
 * parent.
 */
export function rangeOf(state: EditorState, pointer: string): Range {
	const steps = pointer
		.split("/")
		.slice(1)
		.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
	let at = children(rootOf(state)).find(isValue) ?? null;
	let marked: Range = { from: 0, to: at ? Math.min(at.from + 1, state.doc.length) : 0 };
	for (const step of steps) {
		if (at?.name === "Object") {
			const property: Node | undefined = at.getChildren("Property").find((each) => nameOf(state, each) === step);
			const name = property?.getChild("PropertyName");
			if (!property || !name) break;
			marked = { from: name.from, to: name.to };
			at = valueIn(property);
		} else if (at?.name === "Array") {
			const item: Node | undefined = children(at).filter(isValue)[Number(step)];
			if (!item) break;
			marked = isLong(state, item) ? { from: item.from, to: item.from + 1 } : { from: item.from, to: item.to };
			at = item;
		} else break;
	}
	return marked;
}

/** A long object or list is marked only at its start. */
const isLong = (state: EditorState, { from, to }: Range): boolean => state.doc.lineAt(from).to < to;

/** The first place that is not valid JSON. Null if there is none. */
export function firstError(state: EditorState): Range | null {
	let found: Range | null = null;
	treeOf(state).iterate({
		enter: (node) => {
			if (node.type.isError)
				found ??= { from: node.from, to: Math.max(node.to, Math.min(node.from + 1, state.doc.length)) };
			return found === null;
		},
	});
	return found;
}
