type Modal = { readonly close: () => void };

/**
 * Opens a dialog over the page, and when it is closed gives the focus back to where it was: the browser does neither for
 * an element that is taken away while it is open.
 *
 * @param closed the participant closed it, by Escape
 */
export function openModal(dialog: HTMLDialogElement, closed: () => void): Modal {
	const before = document.activeElement;
	dialog.addEventListener("close", closed);
	dialog.showModal();
	return {
		close: () => {
			dialog.removeEventListener("close", closed);
			// Everything else is inert until then, and takes no focus.
			if (dialog.open) dialog.close();
			if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
		},
	};
}
