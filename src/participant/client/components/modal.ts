type Modal = { readonly close: () => void };

/**
 * Opens a dialog over the page, and returns the focus to its earlier place on closing. Browsers do not when an open
 * dialog is removed.
 *
 * @param closed called when the participant closes it by Escape
 */
export function openModal(dialog: HTMLDialogElement, closed: () => void): Modal {
	const before = document.activeElement;
	dialog.addEventListener("close", closed);
	dialog.showModal();
	return {
		close: () => {
			dialog.removeEventListener("close", closed);
			// Until the dialog is closed, everything else is inert and takes no focus.
			if (dialog.open) dialog.close();
			if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
		},
	};
}
