/** The top of the element that was pressed last. In a frame that does not scroll, this position is on the screen. */
let pressedAt = 0;

document.addEventListener(
	"click",
	({ target }) => {
		if (target instanceof Element) pressedAt = target.getBoundingClientRect().top;
	},
	true,
);

const MARGIN_PX = 12;

/**
 * A frame of another site is as high as its content, so its middle, where browsers open a dialog, may be off the
 * screen. The dialog opens at the pressed element, which was on the screen.
 */
export function positionInFrame(dialog: HTMLElement): void {
	const room = innerHeight - dialog.offsetHeight - MARGIN_PX;
	dialog.style.marginBlock = `${Math.max(MARGIN_PX, Math.min(pressedAt, room))}px auto`;
	dialog.scrollIntoView({ block: "nearest" });
	// A dialog higher than the screen starts at its heading.
	dialog.querySelector("h2")?.scrollIntoView({ block: "nearest" });
}
