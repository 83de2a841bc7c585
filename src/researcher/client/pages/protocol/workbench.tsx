import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Failed } from "../../components/states.tsx";
import { type Problem, problemOf } from "../../net/api.ts";
import type { CodeEditor, Finding } from "./code/code-editor.ts";
import { Editor } from "./editor.tsx";
import { Findings } from "./findings.tsx";
import { forgetDraft, keepDraft, type LocalDraft } from "./local-draft.ts";
import { parsed, useFindings } from "./use-findings.ts";

type WorkbenchProps = {
	/** The key of unsaved changes in this browser. */
	readonly name: string;
	/** The saved text on the server. */
	readonly saved: string;
	readonly basedOn: string | null;
	/** Unsaved changes of an earlier visit. */
	readonly unsaved: LocalDraft | null;
	/** The findings of a protocol that cannot change here. Null: it can change, and is checked while it is typed. */
	readonly readOnly: readonly Finding[] | null;
	readonly saveLabel: string;
	readonly onSave: (protocol: unknown) => Promise<void>;
	/** Further buttons for the current text. */
	readonly more?: (text: string) => ComponentChildren;
};

/** The editor with its findings. Input is kept until it is saved. */
export function Workbench(props: WorkbenchProps) {
	const { name, saved, basedOn, unsaved, readOnly, saveLabel, onSave, more } = props;
	const [start] = useState(unsaved?.text ?? saved);
	const [text, setText] = useState(start);
	const [stored, setStored] = useState(saved);
	const [editor, setEditor] = useState<CodeEditor | null>(null);
	const [state, setState] = useState<"still" | "saving" | "saved">("still");
	const [problem, setProblem] = useState<Problem | null>(null);
	const [isKept, setKept] = useState(true);
	const check = useFindings(text, readOnly);
	const isChanged = text !== stored;

	useEffect(() => {
		editor?.show(check.kind === "checked" ? check.findings : []);
	}, [editor, readOnly ?? check]);

	const change = (changed: string) => {
		setText(changed);
		setState("still");
		if (changed === stored) forgetDraft(name);
		else setKept(keepDraft(name, { text: changed, basedOn, at: new Date().toISOString() }));
	};
	const save = async () => {
		// The last input may not be drawn yet.
		const now = editor?.text() ?? text;
		const protocol = parsed(now);
		if (protocol === undefined) return editor?.goToBroken();
		setState("saving");
		setProblem(null);
		try {
			await onSave(protocol);
			forgetDraft(name);
			setStored(now);
			setState("saved");
		} catch (error) {
			setProblem(problemOf(error));
			setState("still");
		}
	};
	const tidy = () => {
		const protocol = parsed(text);
		if (protocol === undefined) editor?.goToBroken();
		else editor?.replace(written(protocol));
	};
	const discard = () => editor?.replace(stored);

	return (
		<>
			<div class="acts bench-acts">
				{readOnly === null && (
					<>
						<button
							type="button"
							class="button primary"
							disabled={state === "saving" || !isChanged}
							onClick={() => void save()}
						>
							{state === "saving" ? "One moment…" : saveLabel}
						</button>
						<button type="button" class="button" onClick={tidy}>
							Tidy
						</button>
						{isChanged && stored !== "" && (
							<button type="button" class="button quiet" onClick={discard}>
								Discard changes
							</button>
						)}
					</>
				)}
				{more?.(text)}
				{readOnly === null && (
					<span class="fine" role="status">
						{standing({ isChanged, isKept, isSaved: state === "saved" })}
					</span>
				)}
			</div>
			{problem && <Failed problem={problem} />}
			<div class="bench">
				<Editor
					text={start}
					label="The protocol, as JSON"
					readOnly={readOnly !== null}
					onChange={change}
					onSave={() => void save()}
					onReady={setEditor}
				/>
				<Findings check={check} editor={editor} />
			</div>
		</>
	);
}

export const written = (protocol: unknown): string => JSON.stringify(protocol, null, 2);

type Standing = { readonly isChanged: boolean; readonly isKept: boolean; readonly isSaved: boolean };

function standing({ isChanged, isKept, isSaved }: Standing): string {
	if (!isChanged) return isSaved ? "Saved." : "";
	return isKept
		? "Not saved yet. A reload of this page keeps your changes."
		: "Not saved yet. This browser keeps nothing: save before you leave.";
}
