type Modal = { readonly close: () => void };

/**
 * Opens a dialog over the page, and when it is closed gives the focus back to where it was: the browser does neither for
 * an element that is taken away while it is open.
 *
 * @param closed the participant closed it, by Escape
 */
export function openModal(dialog: HTMLDialogElement, closed: () => void): Modal {
	const before = document.activeElement;
	const opened = typeof dialog.showModal === "function" ? openNative(dialog, closed) : openPlain(dialog, closed);
	return {
		close: () => {
			opened.close();
			if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
		},
	};
}

function openNative(dialog: HTMLDialogElement, closed: () => void): Modal {
	dialog.addEventListener("close", closed);
	dialog.showModal();
	return {
		close: () => {
			dialog.removeEventListener("close", closed);
			// Everything else is inert until then, and takes no focus.
			if (dialog.open) dialog.close();
		},
	};
}

/** Before Safari 15.4: the focus goes round in the dialog, and its style lays it over the page. */
function openPlain(dialog: HTMLDialogElement, closed: () => void): Modal {
	dialog.setAttribute("open", "");
	dialog.setAttribute("role", "dialog");
	dialog.setAttribute("aria-modal", "true");
	dialog.classList.add("plain");
	const press = (event: KeyboardEvent) => {
		if (event.key === "Escape") closed();
		if (event.key === "Tab") goRound(dialog, event);
	};
	document.addEventListener("keydown", press);
	return { close: () => document.removeEventListener("keydown", press) };
}

function goRound(dialog: HTMLElement, event: KeyboardEvent): void {
	const stops = [...dialog.querySelectorAll<HTMLElement>("button, input, summary, a[href]")];
	const [first, last] = [stops[0], stops[stops.length - 1]];
	const at = document.activeElement;
	const outside = !(at instanceof HTMLElement && stops.includes(at));
	const next = event.shiftKey ? (outside || at === first ? last : null) : outside || at === last ? first : null;
	if (!next) return;
	event.preventDefault();
	next.focus();
}
