import { counted } from "../../components/format.ts";
import { Failed } from "../../components/states.tsx";
import type { CodeEditor, Finding } from "./code/code-editor.ts";
import type { Check } from "./use-findings.ts";

type FindingsProps = { readonly check: Check; readonly editor: CodeEditor | null };

/** The findings of the check. Each leads to its line. */
export function Findings({ check, editor }: FindingsProps) {
	return (
		<section class="findings" aria-label="What the check found">
			<p role="status">
				<strong>{headline(check, editor)}</strong>
			</p>
			{check.kind === "broken" && editor && (
				<button type="button" class="button small" onClick={editor.goToBroken}>
					Go there
				</button>
			)}
			{check.kind === "failed" && <Failed problem={check.problem} />}
			{check.kind === "checked" && (
				<ul>
					{check.findings.map((finding) => (
						<li key={finding.pointer + finding.detail} class={finding.severity}>
							<FoundAt finding={finding} editor={editor} />
							<span>{finding.detail}</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

const FoundAt = ({
	finding: { pointer, severity },
	editor,
}: { readonly finding: Finding } & Pick<FindingsProps, "editor">) => (
	<button type="button" class="plain" disabled={editor === null} onClick={() => editor?.goTo(pointer)}>
		{severity === "error" ? "Fault" : "Warning"}
		{editor && `, line ${editor.lineOf(pointer)}`}
	</button>
);

function headline(check: Check, editor: CodeEditor | null): string {
	if (check.kind === "checking") return "Checking…";
	if (check.kind === "failed") return "It could not be checked.";
	if (check.kind === "broken") {
		const line = editor?.brokenLine() ?? null;
		return line === null ? "This is not JSON yet." : `This is not JSON yet: see line ${line}.`;
	}
	const faults = check.findings.filter(({ severity }) => severity === "error").length;
	const warnings = check.findings.length - faults;
	if (faults > 0) return `${counted(faults, "fault")} to correct`;
	return warnings > 0 ? `No fault, ${counted(warnings, "warning")}` : "No fault, no warning";
}
