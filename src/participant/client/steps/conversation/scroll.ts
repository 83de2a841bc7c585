import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { readingPlace, returnTo } from "./reading-place.ts";

/** A line or two below the edge do not count. */
const NEAR_PX = 40;

type Scroll = {
	readonly page: RefObject<HTMLDivElement | null>;
	readonly below: RefObject<HTMLDivElement | null>;
	readonly end: RefObject<HTMLDivElement | null>;
	readonly more: boolean;
	readonly toEnd: () => void;
};

/**
 * A new message moves to the top. After that only the reader scrolls: a growing reply moves nothing. If it has grown
 * below the edge, a button says so.
 *
 * @param turns their number; one more means that the participant sent a message
 * @param asked the last turn asks a question, so nothing more will come below
 */
export function useScroll(turns: number, asked: boolean): Scroll {
	const page = useRef<HTMLDivElement>(null);
	const below = useRef<HTMLDivElement>(null);
	const end = useRef<HTMLDivElement>(null);
	const [more, setMore] = useState(false);
	const place = useRef<ReturnType<typeof readingPlace>>(null);

	const look = () => {
		place.current = page.current && readingPlace(page.current);
		if (!end.current || !below.current) return setMore(false);
		// On a low screen the footer scrolls too, and may be below the edge.
		const edge = Math.min(below.current.getBoundingClientRect().top, innerHeight);
		const hidden = end.current.getBoundingClientRect().top - edge;
		setMore(!asked && hidden > NEAR_PX);
	};

	const turned = () => {
		if (place.current) returnTo(place.current);
		look();
	};

	useEffect(() => {
		addEventListener("scroll", look, { passive: true });
		addEventListener("resize", turned);
		return () => {
			removeEventListener("scroll", look);
			removeEventListener("resize", turned);
		};
	});
	useEffect(look);

	// The footer grows with the entry. The style sheet needs its height.
	const measure = () => page.current?.style.setProperty("--below", `${below.current?.offsetHeight ?? 0}px`);
	useEffect(() => {
		if (!below.current || typeof ResizeObserver !== "function") return;
		const observer = new ResizeObserver(measure);
		observer.observe(below.current);
		return () => observer.disconnect();
	}, []);

	useLayoutEffect(() => {
		if (turns === 0) return;
		// Sending emptied the footer, and the observer runs later.
		measure();
		end.current?.parentElement?.scrollIntoView({ block: "start" });
	}, [turns]);

	return { page, below, end, more, toEnd: () => end.current?.scrollIntoView({ block: "end" }) };
}
