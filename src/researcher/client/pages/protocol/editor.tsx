import { useEffect, useRef, useState } from "preact/hooks";
import type { CodeEditor, EditorOptions } from "./code/code-editor.ts";
import type { Schema } from "./code/schema.ts";

type EditorProps = Omit<EditorOptions, "schema"> & { readonly onReady: (editor: CodeEditor) => void };

/** Without the schema the editor works, but offers no completions. */
const loadSchema = (): Promise<Schema | null> =>
	fetch("/schemas/protocol.json").then(
		(response) => (response.ok ? response.json() : null),
		() => null,
	);

/** The code editor, loaded from its own file. If that fails, a text area does the same with less help. */
export function Editor({ text, label, readOnly, onChange, onSave, onReady }: EditorProps) {
	const host = useRef<HTMLDivElement>(null);
	const [state, setState] = useState<"loading" | "open" | "plain">("loading");
	const latest = useRef({ onChange, onSave });
	latest.current = { onChange, onSave };
	useEffect(() => {
		let editor: CodeEditor | null = null;
		let isGone = false;
		Promise.all([import("./code/code-editor.ts"), loadSchema()]).then(
			([{ openEditor }, schema]) => {
				if (isGone || !host.current) return;
				const acts = {
					onChange: (changed: string) => latest.current.onChange(changed),
					onSave: () => latest.current.onSave(),
				};
				editor = openEditor(host.current, { text, label, readOnly, schema, ...acts });
				setState("open");
				onReady(editor);
			},
			() => setState("plain"),
		);
		return () => {
			isGone = true;
			editor?.destroy();
		};
	}, []);
	return (
		<>
			{state === "loading" && <p class="loading">Loading the editor…</p>}
			{state === "plain" && (
				<textarea
					class="plain-editor"
					aria-label={label}
					readOnly={readOnly}
					spellcheck={false}
					onInput={(event) => onChange(event.currentTarget.value)}
				>
					{text}
				</textarea>
			)}
			<div ref={host} class="code" hidden={state !== "open"} />
		</>
	);
}
