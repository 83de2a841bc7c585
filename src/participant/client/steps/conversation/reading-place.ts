/** What is read is found again by its block: lines break anew when a phone is turned. */
type Place = {
	readonly block: Element;
	/** How much of the block is above what is shown, as a share of its height. */
	readonly above: number;
	readonly width: number;
};

const BLOCKS = ".eyebrow, .instructions, .bubble, .letter > *, .others, .ask";

/** The upper edge of what can be read: below the header where that stays. */
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

/** Puts it back, where the screen has another width now: the keyboard alone moves nothing. */
export function returnTo({ block, above, width }: Place): void {
	if (width === innerWidth || !block.isConnected) return;
	const { top, height } = block.getBoundingClientRect();
	scrollBy({ top: top + above * height - edge(), behavior: "instant" });
}
