import type { ComponentChildren } from "preact";

type VerdictProps = { readonly bad: boolean; readonly unknown: boolean; readonly children: ComponentChildren };

/** One finding as a sentence, after a mark that is read first. */
export const Verdict = ({ bad, unknown, children }: VerdictProps) => (
	<li class={bad ? "bad" : unknown ? "unknown" : "fine-so-far"}>
		<span class="mark">{bad ? "Look" : unknown ? "Open" : "Fine"}</span>
		<p>{children}</p>
	</li>
);
