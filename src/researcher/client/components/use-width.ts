import { useEffect, useState } from "preact/hooks";

/** The current width of an element in whole pixels. 0 until it is known. */
export function useWidth(element: { readonly current: HTMLElement | null }): number {
	const [width, setWidth] = useState(0);
	useEffect(() => {
		const { current } = element;
		if (!current) return;
		const observer = new ResizeObserver(() => setWidth(Math.floor(current.clientWidth)));
		observer.observe(current);
		return () => observer.disconnect();
	}, [element]);
	return width;
}
