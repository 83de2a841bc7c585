import { useEffect, useRef, useState } from "preact/hooks";
import { texts } from "../../texts/catalogue.ts";
import { useStage } from "../step-context.ts";

/** How long the button confirms that it copied. */
const SAID_MS = 2_000;

type Props = { readonly text: string; readonly language: string };

/** Code, unchanged, with a button that copies it. */
export function CodeBlock({ text, language }: Props) {
	const { voice } = useStage();
	const code = useRef<HTMLElement>(null);
	const [said, setSaid] = useState("");
	useEffect(() => {
		if (said === "") return;
		const timer = setTimeout(() => setSaid(""), SAID_MS);
		return () => clearTimeout(timer);
	}, [said]);

	async function copy(): Promise<void> {
		try {
			await navigator.clipboard.writeText(text);
			voice.say(texts.exit.copied);
			setSaid(texts.exit.copied);
		} catch {
			if (code.current) getSelection()?.selectAllChildren(code.current);
		}
	}

	return (
		<div class="coded">
			<div class="coded-row">
				<span dir="ltr">{language}</span>
				<button type="button" class="button quiet" onClick={() => void copy()}>
					{said || texts.chat.copyCode}
				</button>
			</div>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide code is scrolled in its own box, by keys too. */}
			<pre tabIndex={0} dir="ltr">
				<code ref={code}>{text}</code>
			</pre>
		</div>
	);
}
