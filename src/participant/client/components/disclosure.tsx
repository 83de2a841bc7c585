import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

type Props = {
	readonly label: string;
	readonly class: string;
	/** Whether it is open at first. */
	readonly open?: boolean;
	readonly children: () => ComponentChildren;
};

/** Content that is built when it is first opened: six transcripts would be long. */
export function Disclosure({ label, class: name, open = false, children }: Props) {
	const [opened, setOpened] = useState(open);
	// Only at first: later the participant decides.
	const first = useRef(open);
	return (
		<details class={name} open={first.current} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
			<summary>{label}</summary>
			{opened ? children() : null}
		</details>
	);
}
