import type { PlotOptions } from "@observablehq/plot";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWidth } from "./use-width.ts";

type Library = typeof import("@observablehq/plot");

type PlotProps = {
	/** The question that the plot answers. */
	readonly title: string;
	/** A sentence about the plot, for screen readers. */
	readonly description: string;
	/** The plot at this width in pixels. */
	readonly draw: (library: Library, width: number) => PlotOptions;
	/** Draws again when these change. */
	readonly of: unknown;
	/** The same numbers as a table. */
	readonly children: ComponentChildren;
};

/** The library gives each plot the same style sheet with this class. The page's policy allows only that one. */
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
				// An image has one name. The library also names each layer in English.
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
