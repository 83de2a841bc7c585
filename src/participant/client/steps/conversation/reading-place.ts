/** The block that is being read, because line breaks change when a phone is turned. */
type Place = {
	readonly block: Element;
	/** The share of the block's height that is above the visible area. */
	readonly above: number;
	readonly width: number;
};

const BLOCKS = ".eyebrow, .instructions, .bubble, .letter > *, .others, .ask";

/** The upper edge of the readable area: below the header if it is fixed. */
const edge = (): number => Math.max(0, document.querySelector(".top")?.getBoundingClientRect().bottom ?? 0);

/** The block at the upper edge of the screen. */
export function readingPlace(page: Element): Place | null {
	const at = edge();
	for (const block of page.querySelectorAll(BLOCKS)) {
		const { top, bottom, height } = block.getBoundingClientRect();
		if (height > 0 && bottom > at) return { block, above: (at - top) / height, width: innerWidth };
	}
	return null;
}

/** Scrolls back to it if the width has changed. A keyboard that opens changes only the height. */
export function returnTo({ block, above, width }: Place): void {
	if (width === innerWidth || !block.isConnected) return;
	const { top, height } = block.getBoundingClientRect();
	scrollBy({ top: top + above * height - edge(), behavior: "instant" });
}
