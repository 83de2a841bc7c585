/** From the top of the page, where something was last pressed: in a frame that does not scroll, that is in view. */
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
 * A frame of another site is as high as what is in it, so that its middle, where a browser opens a dialog, may be screens
 * away. The dialog opens at what was pressed, which was on the screen.
 */
export function placeInFrame(dialog: HTMLElement): void {
	const room = innerHeight - dialog.offsetHeight - MARGIN_PX;
	dialog.style.marginBlock = `${Math.max(MARGIN_PX, Math.min(pressedAt, room))}px auto`;
	dialog.scrollIntoView({ block: "nearest" });
	// Where it is higher than the screen, it is read from its beginning.
	dialog.querySelector("h2")?.scrollIntoView({ block: "nearest" });
}
