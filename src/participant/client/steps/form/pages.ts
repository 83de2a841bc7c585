import { leftOut } from "../../../../protocol/answers/condition.ts";
import type { ItemView } from "../../../../session/view/view-schema.ts";
import type { Json } from "../../../../shared/json.ts";
import { answersOf, type Entries } from "./form-answers.ts";

/** The items whose conditions hold with the answers so far. An item can depend only on earlier ones. */
export function itemsAsked(items: readonly ItemView[], entries: Entries): readonly ItemView[] {
	// A draft may hold any value, so the condition checks its type.
	const answers = answersOf(items, entries) as Readonly<Record<string, Json | undefined>>;
	const left = new Set(leftOut(items, answers));
	return items.filter(({ id }) => !left.has(id));
}

/** Pages with this many questions. An info text goes with the question after it, at the end with the last one. */
export function pagesOf(items: readonly ItemView[], size: number): ItemView[][] {
	const pages: ItemView[][] = [];
	let page: ItemView[] = [];
	let questions = 0;
	for (const item of items) {
		if (questions === size) {
			pages.push(page);
			page = [];
			questions = 0;
		}
		page.push(item);
		if (item.kind !== "info") questions += 1;
	}
	if (questions > 0 || pages.length === 0) return [...pages, page];
	const last = pages[pages.length - 1] ?? [];
	return [...pages.slice(0, -1), [...last, ...page]];
}

/** The page on which an item stands. */
export const pageOf = (pages: readonly (readonly ItemView[])[], id: string): number =>
	Math.max(
		0,
		pages.findIndex((page) => page.some((item) => item.id === id)),
	);
