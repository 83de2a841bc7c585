import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

type Props = {
	readonly label: string;
	readonly class: string;
	/** Unfolded from the beginning. */
	readonly open?: boolean;
	readonly children: () => ComponentChildren;
};

/** Something a tap away, built when it is opened: a transcript is long, and six of them are longer. */
export function Disclosure({ label, class: name, open = false, children }: Props) {
	const [opened, setOpened] = useState(open);
	// Said once: what a participant folds stays so.
	const first = useRef(open);
	return (
		<details class={name} open={first.current} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
			<summary>{label}</summary>
			{opened ? children() : null}
		</details>
	);
}
