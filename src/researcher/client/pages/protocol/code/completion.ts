import {
	type Completion,
	type CompletionContext,
	type CompletionResult,
	insertCompletionText,
	snippet,
} from "@codemirror/autocomplete";
import type { EditorState } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { isValue, type Node, nameOf, namesIn, pathTo, readValue, rootOf, treeOf } from "./json-tree.ts";
import { namedElsewhere } from "./named-elsewhere.ts";
import { offeredProperties, offeredValues, type Path, type Schema, schemasAt, typeName } from "./schema.ts";

/** The completions at the cursor, from the protocol's schema and from names elsewhere in the document. */
export const completionFrom =
	(schema: Schema) =>
	(context: CompletionContext): CompletionResult | null => {
		const { state, pos } = context;
		const at = treeOf(state).resolveInner(pos, -1);
		const document = readValue(state, rootOf(state));
		const property = placeOfProperty(state, at, pos);
		if (property) return propertiesAt(schema, { context, document, ...property });
		const value = placeOfValue(state, at, pos);
		return value && (context.explicit || value.quoted) ? valuesAt(schema, { document, ...value }) : null;
	};

type PropertyPlace = { readonly object: Node; readonly name: Node | null };

/** Within a property's name, or in an object after its brace or a comma. */
function placeOfProperty(state: EditorState, at: Node, pos: number): PropertyPlace | null {
	if (at.name === "PropertyName" && at.parent?.parent) return { object: at.parent.parent, name: at };
	const object = at.name === "Object" ? at : at.parent?.name === "Object" ? at.parent : null;
	if (!object || pos === object.from) return null;
	const before = state.sliceDoc(Math.max(object.from, pos - LOOKS_BACK), pos).trimEnd();
	return /[{,]$/.test(before) ? { object, name: null } : null;
}

const LOOKS_BACK = 400;

type PropertiesAt = PropertyPlace & { readonly context: CompletionContext; readonly document: unknown };

function propertiesAt(schema: Schema, { context, document, object, name }: PropertiesAt): CompletionResult | null {
	const { state, pos } = context;
	const path = pathTo(state, object);
	const offered = offeredProperties(schema, path, document, namesIn(state, object, name?.from ?? pos));
	const hasColon = name !== null && /^\s*:/.test(state.sliceDoc(name.to, name.to + LOOKS_BACK));
	const options = offered.map(({ name: label, required, description, schemas }): Completion => {
		const written = JSON.stringify(label);
		return {
			label,
			type: "property",
			detail: typeName(schemas),
			boost: required ? 1 : 0,
			section: required ? { name: "Needed", rank: 0 } : { name: "May be left out", rank: 1 },
			...(description && { info: description }),
			apply: overAll(hasColon ? written : snippet(`${escaped(written)}: ${skeleton(schemas)}`)),
		};
	});
	const from = name?.from ?? pos;
	const filter = /^"?[\w-]*"?$/;
	return options.length > 0 ? { from, options: quotedToo(options, state, from), validFor: filter } : null;
}

type Apply = Exclude<Completion["apply"], undefined>;

/** Replaces the whole name or value, although only the text before the cursor filters the completions. */
const overAll =
	(apply: Apply): Apply =>
	(view, completion, from, to) => {
		const at = treeOf(view.state).resolveInner(from, 1);
		const end = at.from === from && at.name !== "Object" && at.name !== "Array" ? Math.max(to, at.to) : to;
		if (typeof apply === "function") apply(view, completion, from, end);
		else view.dispatch(insertCompletionText(view.state, apply, from, end));
	};

/** Completions are filtered by the text, which begins with a quote, so they need one too. */
const quotedToo = (options: readonly Completion[], state: EditorState, from: number): Completion[] =>
	state.sliceDoc(from, from + 1) === '"'
		? options.map((option) => ({ ...option, label: `"${option.label}"`, displayLabel: option.label }))
		: [...options];

/** The start of a value, with the cursor where typing continues. */
function skeleton(schemas: readonly Schema[]): string {
	const only = schemas.find((schema) => schema.const !== undefined);
	if (only && schemas.length === 1) return escaped(JSON.stringify(only.const));
	const [first] = schemas;
	if (first?.type === "object" || first?.properties) return "{\n\t#{}\n}";
	if (first?.type === "array") return "[#{}]";
	if (first?.type === "boolean") return `#{${String(first.default ?? true)}}`;
	return first?.type === "integer" || first?.type === "number" ? "#{}" : '"#{}"';
}

/** Braces have a meaning in snippets, so they are escaped. */
const escaped = (text: string): string => text.replaceAll(/[{}]/g, "\\$&");

type ValuePlace = { readonly from: number; readonly path: Path; readonly quoted: boolean };

function placeOfValue(state: EditorState, at: Node, pos: number): ValuePlace | null {
	if (isValue(at) && at.name !== "Object" && at.name !== "Array")
		return { from: at.from, path: pathTo(state, at), quoted: at.name === "String" };
	const owner = at.name === "Property" || at.name === "Array" ? at : at.parent;
	if (owner?.name === "Property" && /:\s*$/.test(state.sliceDoc(owner.from, pos)) && owner.parent)
		return { from: pos, path: [...pathTo(state, owner.parent), nameOf(state, owner) ?? ""], quoted: false };
	if (owner?.name === "Array" && pos > owner.from)
		return { from: pos, path: [...pathTo(state, owner), 0], quoted: false };
	return null;
}

function valuesAt(schema: Schema, { document, from, path }: ValuePlace & { readonly document: unknown }) {
	const values = [...namedElsewhere(path, document), ...offeredValues(schemasAt(schema, path, document))];
	const options = [...new Set(values.map((value) => JSON.stringify(value)))].map(
		(label): Completion => ({ label, type: "constant", apply: overAll(label) }),
	);
	return options.length > 0 ? { from, options, validFor: /^[\w"-]*$/ } : null;
}

/** The definition of the field under the pointer. */
export const definitionsFrom = (schema: Schema) =>
	hoverTooltip(({ state }, pos) => {
		const name = treeOf(state).resolveInner(pos, 1);
		const object = name.name === "PropertyName" ? name.parent?.parent : null;
		if (!object || !name.parent) return null;
		const own = nameOf(state, name.parent) ?? "";
		const document = readValue(state, rootOf(state));
		const found = offeredProperties(schema, pathTo(state, object), document, []).find((each) => each.name === own);
		if (!found?.description) return null;
		const words = found.description;
		return {
			pos: name.from,
			end: name.to,
			above: true,
			create: () => {
				const dom = globalThis.document.createElement("div");
				dom.className = "definition";
				dom.textContent = words;
				return { dom };
			},
		};
	});
