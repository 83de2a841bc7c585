import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";

const GAP_PX = 6;

/** A word with its definition: on hover, and in a small box on a press. */
export function Term({ children, means }: { readonly children: ComponentChildren; readonly means: string }) {
	const id = useId();
	const button = useRef<HTMLButtonElement>(null);
	const box = useRef<HTMLSpanElement>(null);
	const place = () => {
		const [at, it] = [button.current?.getBoundingClientRect(), box.current];
		if (!at || !it) return;
		const { width, height } = it.getBoundingClientRect();
		const below = at.bottom + GAP_PX;
		const top = below + height > innerHeight ? Math.max(GAP_PX, at.top - height - GAP_PX) : below;
		it.style.top = `${top}px`;
		it.style.left = `${Math.max(GAP_PX, Math.min(at.left, innerWidth - width - GAP_PX))}px`;
	};
	return (
		<>
			<button ref={button} type="button" class="term" popovertarget={id} title={means}>
				{children}
			</button>
			<span ref={box} id={id} popover="auto" class="definition" onToggle={place}>
				{means}
			</span>
		</>
	);
}
