import type { ComponentChildren } from "preact";
import { Term } from "./term.tsx";

type StatProps = {
	readonly label: string;
	readonly means: string;
	readonly value: ComponentChildren;
	readonly more?: ComponentChildren;
};

/** One number with its name and definition. */
export const Stat = ({ label, means, value, more }: StatProps) => (
	<div class="stat">
		<dt>
			<Term means={means}>{label}</Term>
		</dt>
		<dd>
			<span class="number">{value}</span>
			{more && <span class="more">{more}</span>}
		</dd>
	</div>
);

export const Stats = ({ children }: { readonly children: ComponentChildren }) => <dl class="stats">{children}</dl>;
