import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

const CHANGED = "dashboard:address";

/** Goes to an address of the dashboard without a reload. */
export function go(address: string, { replace = false } = {}): void {
	history[replace ? "replaceState" : "pushState"](null, "", address);
	dispatchEvent(new Event(CHANGED));
	if (!replace) scrollTo(0, 0);
}

/** The current address: its path in parts below `/studies`, and its query. */
export function useAddress(): { readonly parts: readonly string[]; readonly query: URLSearchParams } {
	const [href, setHref] = useState(location.href);
	useEffect(() => {
		const update = () => setHref(location.href);
		addEventListener("popstate", update);
		addEventListener(CHANGED, update);
		return () => {
			removeEventListener("popstate", update);
			removeEventListener(CHANGED, update);
		};
	}, []);
	const { pathname, searchParams } = new URL(href);
	const parts = pathname.split("/").filter(Boolean).slice(1).map(decodeURIComponent);
	return { parts, query: searchParams };
}

type LinkProps = {
	readonly to: string;
	readonly children: ComponentChildren;
	readonly class?: string;
	readonly current?: boolean;
};

/** A link within the dashboard. With a modifier key the browser opens it elsewhere, as any link. */
export function Link({ to, children, class: name, current = false }: LinkProps) {
	const follow = (event: MouseEvent) => {
		if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
		event.preventDefault();
		go(to);
	};
	return (
		<a href={to} class={name} onClick={follow} {...(current && { "aria-current": "page" as const })}>
			{children}
		</a>
	);
}

/** An address below a study, with the parameters that have a value. */
export function within(
	study: string,
	page: string,
	query: Readonly<Record<string, string | number | null>> = {},
): string {
	const set = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
	const text = new URLSearchParams(set).toString();
	return `/studies/${encodeURIComponent(study)}${page ? `/${page}` : ""}${text ? `?${text}` : ""}`;
}
