import { useState } from "preact/hooks";

const COPIED_MS = 2000;

type CopyProps = { readonly text: () => string; readonly label?: string; readonly small?: boolean };

export function CopyButton({ text, label = "Copy", small = false }: CopyProps) {
	const [copied, setCopied] = useState(false);
	const copy = async () => {
		await navigator.clipboard.writeText(text());
		setCopied(true);
		setTimeout(() => setCopied(false), COPIED_MS);
	};
	return (
		<button type="button" class={`button${small ? " small" : ""}`} onClick={() => void copy()}>
			{copied ? "Copied" : label}
		</button>
	);
}
