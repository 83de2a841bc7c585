/** A card that is held this near to an edge scrolls the page: header and footer lie over both. */
const EDGE_PX = 90;

type Library = typeof import("sortablejs/modular/sortable.core.esm.js");

let library: Promise<Library["default"]> | null = null;

/** The core scrolls nothing by itself, and takes its plugin once. */
async function load(): Promise<Library["default"]> {
	const { default: Sortable, AutoScroll } = await import("sortablejs/modular/sortable.core.esm.js");
	Sortable.mount(new AutoScroll());
	return Sortable;
}

/** Loaded when there is something to drag: the buttons work before it is there, and where it never comes. */
export function sortable(list: HTMLElement, moved: (from: number, to: number) => void): () => void {
	let stop: (() => void) | null = null;
	let over = false;
	library ??= load();
	const begin = (Sortable: Library["default"]) => {
		if (over) return;
		const made = Sortable.create(list, {
			handle: ".handle",
			animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
			// The same on every device: the browsers' own dragging does nothing under a finger.
			forceFallback: true,
			scrollSensitivity: EDGE_PX,
			scrollSpeed: 14,
			onEnd: ({ item, oldIndex, newIndex }) => {
				if (oldIndex === undefined || newIndex === undefined || oldIndex === newIndex) return;
				// Back to where it was: the element is Preact's, and comes to its place by the new order.
				const rest = [...list.children].filter((child) => child !== item);
				list.insertBefore(item, rest[oldIndex] ?? null);
				moved(oldIndex, newIndex);
			},
		});
		list.dataset.draggable = "";
		stop = () => made.destroy();
	};
	library.then(begin, () => {
		// Where it did not come, the next ranking asks again.
		library = null;
	});
	return () => {
		over = true;
		stop?.();
	};
}
