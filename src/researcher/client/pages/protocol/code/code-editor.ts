import {
	autocompletion,
	closeBrackets,
	closeBracketsKeymap,
	completionKeymap,
	startCompletion,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json, jsonLanguage } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
	drawSelection,
	EditorView,
	highlightActiveLine,
	highlightActiveLineGutter,
	keymap,
	lineNumbers,
	type ViewUpdate,
} from "@codemirror/view";
import { completionFrom, definitionsFrom } from "./completion.ts";
import { firstError, rangeOf } from "./json-tree.ts";
import { looks } from "./looks.ts";
import { saidBeside } from "./said-beside.ts";
import type { Schema } from "./schema.ts";

/** A fault or warning at a place of the protocol. */
export type Finding = { readonly pointer: string; readonly detail: string; readonly severity: "error" | "warning" };

export type CodeEditor = {
	readonly text: () => string;
	readonly replace: (text: string) => void;
	/** Shows these findings beside their lines, and removes earlier ones. */
	readonly show: (findings: readonly Finding[]) => void;
	/** The line of a pointer, from 1. */
	readonly lineOf: (pointer: string) => number;
	readonly goTo: (pointer: string) => void;
	/** The first line that is not valid JSON. Null if there is none. */
	readonly brokenLine: () => number | null;
	readonly goToBroken: () => void;
	readonly destroy: () => void;
};

export type EditorOptions = {
	readonly text: string;
	readonly label: string;
	readonly readOnly: boolean;
	readonly schema: Schema | null;
	readonly onChange: (text: string) => void;
	readonly onSave: () => void;
};

/** Letters trigger completion. In JSON a name begins with a quote, which does not. */
const opensQuote = ({ transactions, state }: ViewUpdate): boolean =>
	transactions.some((each) => each.isUserEvent("input.type")) &&
	state.sliceDoc(state.selection.main.head - 1, state.selection.main.head + 1) === '""';

/**
 * The editor in a shadow root: its styles are then constructed style sheets, which the page's policy allows, and not style
 * elements, which it refuses.
 */
export function openEditor(host: HTMLElement, options: EditorOptions): CodeEditor {
	const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
	const state = EditorState.create({ doc: options.text, extensions: extensionsFor(options) });
	const view = new EditorView({ state, root });
	root.replaceChildren(view.dom);
	const select = (from: number, to: number) => {
		view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
		view.focus();
	};
	return {
		text: () => view.state.doc.toString(),
		replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
		show: (findings) => {
			const now = view.state;
			const diagnostics = findings.map(
				({ pointer, detail, severity }): Diagnostic => ({ ...rangeOf(now, pointer), severity, message: detail }),
			);
			view.dispatch(setDiagnostics(now, diagnostics));
		},
		lineOf: (pointer) => view.state.doc.lineAt(rangeOf(view.state, pointer).from).number,
		goTo: (pointer) => {
			const { from, to } = rangeOf(view.state, pointer);
			select(from, to);
		},
		brokenLine: () => {
			const broken = firstError(view.state);
			return broken && view.state.doc.lineAt(broken.from).number;
		},
		goToBroken: () => {
			const broken = firstError(view.state);
			if (broken) select(broken.from, broken.from);
		},
		destroy: () => view.destroy(),
	};
}

function extensionsFor({ label, readOnly, schema, onChange, onSave }: EditorOptions): Extension[] {
	const save = () => {
		onSave();
		return true;
	};
	return [
		lineNumbers(),
		foldGutter(),
		lintGutter(),
		json(),
		saidBeside,
		looks,
		drawSelection(),
		bracketMatching(),
		highlightSelectionMatches(),
		EditorView.lineWrapping,
		EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "false", autocapitalize: "off" }),
		indentUnit.of("  "),
		...(schema ? [definitionsFrom(schema)] : []),
		...(readOnly
			? [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ "aria-readonly": "true" })]
			: [
					history(),
					indentOnInput(),
					closeBrackets(),
					highlightActiveLine(),
					highlightActiveLineGutter(),
					autocompletion({ icons: false }),
					...(schema ? [jsonLanguage.data.of({ autocomplete: completionFrom(schema) })] : []),
					EditorView.updateListener.of(({ docChanged, state }) => docChanged && onChange(state.doc.toString())),
					EditorView.updateListener.of((update) => void (opensQuote(update) && startCompletion(update.view))),
				]),
		// Tab leaves the editor, as everywhere on the page.
		keymap.of([
			...(readOnly
				? []
				: [{ key: "Mod-s", run: save, preventDefault: true }, ...closeBracketsKeymap, ...completionKeymap]),
			...defaultKeymap,
			...searchKeymap,
			...historyKeymap,
			...foldKeymap,
			...lintKeymap,
		]),
	];
}
