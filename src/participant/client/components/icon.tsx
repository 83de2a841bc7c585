const SHAPES = {
	send: "M12 19V5M5.5 11.5 12 5l6.5 6.5",
	down: "M12 5v14M5.5 12.5 12 19l6.5-6.5",
	stop: "M7 7h10v10H7z",
	tick: "M5 12.5 10 17.5 19.5 7",
	flag: "M6 21V4h11l-2 4 2 4H6",
	search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
} as const;

/** An icon beside a word, or instead of a word that is read aloud. */
export const Icon = ({ name }: { readonly name: keyof typeof SHAPES }) => (
	<svg class={name === "stop" ? "icon solid" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
		<path d={SHAPES[name]} />
	</svg>
);
