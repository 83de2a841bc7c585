import type { PlotOptions } from "@observablehq/plot";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

type Library = typeof import("@observablehq/plot");

type PlotProps = {
	/** The question that the plot answers. */
	readonly title: string;
	/** What it shows in a sentence, for those who do not see it. */
	readonly description: string;
	/** The plot at this width in pixels. */
	readonly draw: (library: Library, width: number) => PlotOptions;
	/** Draws again when these change. */
	readonly of: unknown;
	/** The same numbers as a table. */
	readonly children: ComponentChildren;
};

/** The library gives each plot the same stylesheet under this name; the page's policy allows that one alone. */
const CLASS = "plot";

/** A plot, with its numbers below. The library is loaded with the first one. */
export function Plot({ title, description, draw, of, children }: PlotProps) {
	const frame = useRef<HTMLDivElement>(null);
	const width = useWidth(frame);
	const [failed, setFailed] = useState(false);
	useEffect(() => {
		if (width === 0) return;
		let isCurrent = true;
		import("@observablehq/plot").then(
			(library) => {
				if (!isCurrent) return;
				const options = draw(library, width);
				const figure = library.plot({ ...options, width, className: CLASS, ariaLabel: description });
				figure.setAttribute("role", "img");
				// An image has one name. The library also names each layer, in English words of its own.
				for (const layer of figure.querySelectorAll("[aria-label]")) layer.removeAttribute("aria-label");
				frame.current?.replaceChildren(figure);
			},
			() => setFailed(true),
		);
		return () => {
			isCurrent = false;
		};
	}, [of, width]);
	return (
		<section class="figure">
			<h2>{title}</h2>
			{failed ? <p>The plot could not be loaded. Its numbers are below.</p> : <div ref={frame} class="frame" />}
			<details class="numbers">
				<summary>Show the numbers</summary>
				{children}
			</details>
		</section>
	);
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
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
