import { useCallback, useEffect, useState } from "preact/hooks";
import { type Problem, problemOf, request } from "./api.ts";

export type Loaded<T> =
	| { readonly kind: "loading" }
	| { readonly kind: "failed"; readonly problem: Problem }
	| { readonly kind: "ready"; readonly data: T; readonly at: Date };

/**
 * The API's answer at this path. Requested again when the path changes, on `reload`, and every `everyMs` while the page
 * is visible. The old answer stays until the new one arrives.
 */
export function useData<T>(
	path: string,
	everyMs?: number,
): { readonly loaded: Loaded<T>; readonly reload: () => void } {
	const [loaded, setLoaded] = useState<{ readonly path: string; readonly is: Loaded<T> }>({ path, is: LOADING });
	const [asked, setAsked] = useState(0);
	const reload = useCallback(() => setAsked((times) => times + 1), []);

	useEffect(() => {
		const aborted = new AbortController();
		const keep = (is: Loaded<T>) => !aborted.signal.aborted && setLoaded({ path, is });
		request<T>(path, "GET", undefined, aborted.signal).then(
			(data) => keep({ kind: "ready", data, at: new Date() }),
			(error) => keep({ kind: "failed", problem: problemOf(error) }),
		);
		return () => aborted.abort();
	}, [path, asked]);

	useEffect(() => {
		if (everyMs === undefined) return;
		const timer = setInterval(() => !document.hidden && reload(), everyMs);
		return () => clearInterval(timer);
	}, [everyMs, reload]);

	return { loaded: loaded.path === path ? loaded.is : LOADING, reload };
}

const LOADING = { kind: "loading" } as const;
