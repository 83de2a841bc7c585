import { type Diagnostic, forEachDiagnostic, setDiagnosticsEffect } from "@codemirror/lint";
import { type EditorState, type Extension, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

/** A finding's text below its line. Screen readers read the list of findings instead. */
class Said extends WidgetType {
	readonly words: string;
	readonly severity: string;

	constructor({ message, severity }: Diagnostic, more: number) {
		super();
		this.words = more > 0 ? `${message} (and ${more} more)` : message;
		this.severity = severity;
	}

	override eq(other: Said): boolean {
		return other.words === this.words && other.severity === this.severity;
	}

	override toDOM(): HTMLElement {
		const words = document.createElement("div");
		words.className = `cm-said cm-said-${this.severity}`;
		words.setAttribute("aria-hidden", "true");
		words.textContent = this.words;
		return words;
	}
}

function saidIn(state: EditorState): DecorationSet {
	const byLine = new Map<number, Diagnostic[]>();
	forEachDiagnostic(state, (diagnostic, from) => {
		const end = state.doc.lineAt(from).to;
		byLine.set(end, [...(byLine.get(end) ?? []), diagnostic]);
	});
	const widgets = [...byLine].flatMap(([end, found]) => {
		const [worst] = [...found].sort((one, other) => RANK[one.severity] - RANK[other.severity]);
		return worst
			? [Decoration.widget({ widget: new Said(worst, found.length - 1), side: 1, block: true }).range(end)]
			: [];
	});
	return Decoration.set(widgets, true);
}

const RANK = { error: 0, warning: 1, info: 2, hint: 3 } as const satisfies Record<Diagnostic["severity"], number>;

export const saidBeside: Extension = StateField.define<DecorationSet>({
	create: saidIn,
	update: (said, transaction) =>
		transaction.effects.some((effect) => effect.is(setDiagnosticsEffect))
			? saidIn(transaction.state)
			: said.map(transaction.changes),
	provide: (field) => EditorView.decorations.from(field),
});
