import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type temml from "temml";
import type { Formula as Props } from "./maths.ts";

type Library = typeof temml;

let known: Library | null = null;

/** Chromium before 2023 draws no MathML: x² would appear as x2, so the source text is better. */
const canDraw = (): boolean => "MathMLElement" in globalThis;

async function load(): Promise<Library> {
	known ??= (await import("temml")).default;
	return known;
}

/** A formula as MathML. Its source text while the library loads, and if it cannot be drawn. */
export function Formula({ raw, tex, display, whole }: Props) {
	const [library, setLibrary] = useState(known);
	const host = useRef<HTMLSpanElement>(null);
	const wanted = whole && library === null && canDraw();
	useEffect(() => {
		// Offline the load fails. The next formula tries again.
		if (wanted) load().then(setLibrary, () => {});
	}, [wanted]);
	const drawn = useMemo(() => (whole && library ? draw(library, tex, display) : null), [whole, library, tex, display]);
	useLayoutEffect(() => {
		if (drawn) host.current?.replaceChildren(drawn);
	}, [drawn]);
	if (!drawn)
		return (
			<span key="written" class="tex" dir="ltr">
				{raw}
			</span>
		);
	return display ? (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a wide formula is scrolled in its own box, by keys too.
		<span key="drawn" class="formula scrolled" dir="ltr" ref={host} tabIndex={0} />
	) : (
		<span key="drawn" class="formula" dir="ltr" ref={host} />
	);
}

/** Null if it is no formula. The result contains no ids and no links. */
function draw(library: Library, tex: string, displayMode: boolean): Element | null {
	const parent = document.createElement("span");
	try {
		library.render(tex, parent, {
			displayMode,
			throwOnError: true,
			trust: false,
			macros: { "\\pmb": "\\boldsymbol{#1}" },
		});
	} catch {
		return null;
	}
	for (const named of parent.querySelectorAll("[id], [href]")) {
		for (const name of ["id", "href"]) named.removeAttribute(name);
	}
	return parent.firstElementChild;
}
