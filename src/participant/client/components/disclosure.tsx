import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

type Props = { readonly label: string; readonly class: string; readonly children: () => ComponentChildren };

/** Something a tap away, built when it is opened: a transcript is long, and six of them are longer. */
export function Disclosure({ label, class: name, children }: Props) {
	const [opened, setOpened] = useState(false);
	return (
		<details class={name} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
			<summary>{label}</summary>
			{opened ? children() : null}
		</details>
	);
}
