import { useLayoutEffect, useRef } from "preact/hooks";
import { CopyButton } from "../../components/copy-button.tsx";
import type { Schemas } from "../../net/api.ts";

type SecretProps = { readonly made: Schemas["MintedKey"]; readonly onDone: () => void };

/** Shows a new key, once. It is stored nowhere, not even in this browser. */
export function NewSecret({ made: { name, key }, onDone }: SecretProps) {
	const box = useRef<HTMLElement>(null);
	useLayoutEffect(() => box.current?.focus(), []);
	return (
		<section ref={box} class="notice secret" tabIndex={-1} aria-label="The new key">
			<p>
				<strong>The key “{name}”.</strong> It is shown this once. Copy it to where it is used, or into a password
				manager.
			</p>
			<p>
				<code class="key">{key}</code>
			</p>
			<div class="acts">
				<CopyButton text={() => key} label="Copy the key" />
				<button type="button" class="button" onClick={onDone}>
					I have it
				</button>
			</div>
		</section>
	);
}
