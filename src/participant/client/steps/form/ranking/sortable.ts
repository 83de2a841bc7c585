/** A card this near to an edge scrolls the page, because header and footer cover both edges. */
const EDGE_PX = 90;

type Library = typeof import("sortablejs/modular/sortable.core.esm.js");

let library: Promise<Library["default"]> | null = null;

/** The core does not scroll by itself. Its plugin may be mounted only once. */
async function load(): Promise<Library["default"]> {
	const { default: Sortable, AutoScroll } = await import("sortablejs/modular/sortable.core.esm.js");
	Sortable.mount(new AutoScroll());
	return Sortable;
}

/** Loaded when a ranking appears. The buttons work without it. */
export function sortable(list: HTMLElement, moved: (from: number, to: number) => void): () => void {
	let stop: (() => void) | null = null;
	let over = false;
	library ??= load();
	const begin = (Sortable: Library["default"]) => {
		if (over) return;
		const made = Sortable.create(list, {
			handle: ".handle",
			animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
			// The same on every device: native dragging does not work by touch.
			forceFallback: true,
			scrollSensitivity: EDGE_PX,
			scrollSpeed: 14,
			onEnd: ({ item, oldIndex, newIndex }) => {
				if (oldIndex === undefined || newIndex === undefined || oldIndex === newIndex) return;
				// Puts the element back, because Preact moves it by the new order.
				const rest = [...list.children].filter((child) => child !== item);
				list.insertBefore(item, rest[oldIndex] ?? null);
				moved(oldIndex, newIndex);
			},
		});
		list.dataset.draggable = "";
		stop = () => made.destroy();
	};
	library.then(begin, () => {
		// After a failed load, the next ranking tries again.
		library = null;
	});
	return () => {
		over = true;
		stop?.();
	};
}
