import { useState } from "preact/hooks";

/** Navigation through pages that name their next page. */
export type Pages = {
	readonly query: string;
	readonly isFirst: boolean;
	readonly forth: (next: string) => void;
	readonly back: () => void;
	readonly restart: () => void;
};

/** `parameter`: the API's name of the position after which a page begins. */
export function usePages(parameter: "after" | "cursor" = "after"): Pages {
	const [after, setAfter] = useState<readonly string[]>([]);
	const last = after.at(-1);
	return {
		query: last ? `&${parameter}=${encodeURIComponent(last)}` : "",
		isFirst: last === undefined,
		forth: (next) => setAfter([...after, next]),
		back: () => setAfter(after.slice(0, -1)),
		restart: () => setAfter([]),
	};
}

type PagerProps = {
	readonly pages: Pages;
	readonly next: string | null;
	readonly newer: string;
	readonly older: string;
};

export const Pager = ({ pages, next, newer, older }: PagerProps) =>
	pages.isFirst && next === null ? null : (
		<p class="pages">
			<button type="button" class="button" disabled={pages.isFirst} onClick={pages.back}>
				{newer}
			</button>
			<button type="button" class="button" disabled={next === null} onClick={() => next && pages.forth(next)}>
				{older}
			</button>
		</p>
	);
