import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The page's colours, so that the editor follows light and dark mode. */
const theme = EditorView.theme({
	"&": {
		color: "var(--text)",
		backgroundColor: "var(--surface)",
		border: "1px solid var(--line)",
		borderRadius: "var(--radius)",
		fontSize: "0.9375rem",
		maxHeight: "var(--editor-height)",
	},
	"&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "2px" },
	".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.6", borderRadius: "var(--radius)" },
	".cm-content": { caretColor: "var(--text)", padding: "var(--space-2) 0" },
	".cm-cursor": { borderLeftColor: "var(--text)" },
	".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--surface)", border: "0" },
	".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--faint) 45%, transparent)" },
	"&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
		background: "color-mix(in srgb, var(--accent) 28%, transparent)",
	},
	".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
		backgroundColor: "var(--faint)",
		outline: "1px solid var(--line)",
	},
	".cm-tooltip": {
		color: "var(--text)",
		backgroundColor: "var(--surface)",
		border: "1px solid var(--line)",
		borderRadius: "var(--radius)",
		overflow: "hidden",
	},
	".cm-tooltip .definition, .cm-tooltip.cm-completionInfo": {
		maxWidth: "22rem",
		padding: "var(--space-2) var(--space-3)",
	},
	".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code)", maxHeight: "16rem" },
	".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "4px 10px", lineHeight: "1.5" },
	".cm-tooltip.cm-tooltip-autocomplete > ul > completion-section": {
		padding: "4px 10px",
		color: "var(--muted)",
		fontFamily: "var(--font)",
		borderBottom: "1px solid var(--faint)",
		opacity: "1",
	},
	".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--on-accent)", backgroundColor: "var(--accent)" },
	".cm-completionDetail": { marginLeft: "1rem", fontStyle: "normal", color: "var(--muted)" },
	"li[aria-selected] .cm-completionDetail": { color: "inherit" },
	".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
	".cm-panels": { color: "var(--text)", backgroundColor: "var(--raised)", borderColor: "var(--line)" },
	".cm-panels input, .cm-panels button": {
		color: "inherit",
		background: "var(--surface)",
		border: "1px solid var(--line)",
		borderRadius: "6px",
		minHeight: "32px",
		font: "inherit",
	},
	".cm-searchMatch": { backgroundColor: "var(--warn)", color: "var(--on-warn)" },
	// The page's policy refuses the package's images in styles.
	".cm-lint-marker": { width: "10px", height: "10px", margin: "7px 2px", borderRadius: "50%", content: "normal" },
	".cm-lint-marker-error": { content: "normal", backgroundColor: "var(--danger)" },
	".cm-lint-marker-warning": { content: "normal", border: "2px solid var(--on-warn)", backgroundColor: "var(--warn)" },
	".cm-lintRange-error, .cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy 1px" },
	".cm-lintRange-error": { textDecorationColor: "var(--danger)" },
	".cm-lintRange-warning": { textDecorationColor: "var(--on-warn)" },
	".cm-diagnostic": {
		border: "0",
		borderLeft: "4px solid var(--line)",
		padding: "var(--space-2) var(--space-3)",
		maxWidth: "30rem",
	},
	".cm-diagnostic-error": { borderLeftColor: "var(--danger)" },
	".cm-said": {
		margin: "0 var(--space-2) 2px",
		padding: "0 8px",
		overflow: "hidden",
		// A long line must not widen the editor.
		contain: "inline-size",
		fontFamily: "var(--font)",
		fontSize: "0.875rem",
		borderRadius: "6px",
		textOverflow: "ellipsis",
		whiteSpace: "nowrap",
	},
	".cm-said-error": { color: "var(--danger)", boxShadow: "inset 0 0 0 1px currentcolor" },
	".cm-said-warning": { color: "var(--on-warn)", backgroundColor: "var(--warn)" },
});

const colours = HighlightStyle.define([
	{ tag: tags.propertyName, color: "var(--accent)" },
	{ tag: tags.string, color: "var(--text)" },
	{ tag: [tags.number, tags.bool, tags.null], color: "var(--good)" },
	{ tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--muted)" },
	{ tag: tags.invalid, color: "var(--danger)" },
]);

export const looks = [theme, syntaxHighlighting(colours)];
