import { useEffect, useRef } from "preact/hooks";
import type { Drafts } from "./drafts.ts";

/** What a reviewer may ask how an answer came about. Covariates: nobody is turned away for them. */
export type Behaviour = {
	readonly pastes: number;
	/** Characters. */
	readonly pasted: number;
	readonly focusLost: number;
	readonly focusLostMs: number;
	/** From when the step was shown; null where no key was pressed. */
	readonly firstKeyMs: number | null;
	/** The time in which keys came one after the other. */
	readonly typingMs: number;
};

/** A longer gap is thinking, not typing. */
const GAP_MS = 2_000;

/** What was seen so far, and since when: kept with the draft, for a reload is no new beginning. */
type Seen = Behaviour & { readonly since: number };

const nothing = (): Seen => ({
	since: now(),
	pastes: 0,
	pasted: 0,
	focusLost: 0,
	focusLostMs: 0,
	firstKeyMs: null,
	typingMs: 0,
});

/** Of the wall, so that it goes on after a reload, and steady within a page. */
const now = (): number => performance.timeOrigin + performance.now();

/**
 * Whether an input event is a key: in a field of text, and neither pasted, dropped, filled in nor corrected from a list.
 * Radios, boxes and sliders have such events too, and no `inputType`.
 */
export const isKey = (event: object): boolean =>
	"inputType" in event &&
	typeof event.inputType === "string" &&
	/^(insert(Text|LineBreak|Paragraph|CompositionText|FromComposition)|delete(?!By))/.test(event.inputType);

/**
 * Watches one step, and only where the participant has agreed to that.
 *
 * @param before what was kept of it, null for nothing
 */
export function createBehaviour(before: unknown, keep: (seen: Seen) => void) {
	let seen = readSeen(before);
	let lastKeyAt: number | null = null;
	let leftAt: number | null = null;
	let unloading = false;

	function see(more: Partial<Seen>): void {
		seen = { ...seen, ...more };
		keep(seen);
	}

	function input(event: Event): void {
		if (!isKey(event)) return;
		const at = now();
		const firstKeyMs = seen.firstKeyMs ?? Math.max(0, Math.round(at - seen.since));
		const gap = lastKeyAt === null ? GAP_MS : at - lastKeyAt;
		lastKeyAt = at;
		see({ firstKeyMs, typingMs: seen.typingMs + (gap < GAP_MS ? gap : 0) });
	}

	function paste(event: ClipboardEvent): void {
		const length = event.clipboardData?.getData("text").length ?? 0;
		see({ pastes: seen.pastes + 1, pasted: seen.pasted + length });
	}

	function attention({ type }: Event): void {
		// A page that goes is hidden too: a reload is no look at something else.
		unloading = type === "pagehide" || (unloading && type !== "pageshow");
		if (unloading || type === "pageshow") return;
		const away = document.visibilityState === "hidden" || !document.hasFocus();
		if (away && leftAt === null) {
			leftAt = now();
			see({ focusLost: seen.focusLost + 1 });
		} else if (!away && leftAt !== null) {
			see({ focusLostMs: seen.focusLostMs + now() - leftAt });
			leftAt = null;
		}
	}

	function read(): Behaviour {
		const { since: _, ...counts } = seen;
		const focusLostMs = Math.round(seen.focusLostMs + (leftAt === null ? 0 : now() - leftAt));
		return { ...counts, focusLostMs, typingMs: Math.round(seen.typingMs) };
	}

	keep(seen);
	return { input, paste, attention, read };
}

function readSeen(kept: unknown): Seen {
	const fresh = nothing();
	if (typeof kept !== "object" || kept === null) return fresh;
	const known = Object.entries(kept).filter(([name, value]) => name in fresh && typeof value === "number");
	return { ...fresh, ...Object.fromEntries(known) };
}

/** Where it is kept, beside the draft itself. */
export const behaviourDraft = (draft: string): string => `${draft}:behaviour`;

/**
 * What goes along with the answer of the step: `{ behaviour }` where the step records it, nothing where not.
 *
 * @param draft where the step's draft is kept: another step begins anew
 */
export function useBehaviour(
	recorded: boolean,
	drafts: Drafts,
	draft: string,
): () => { readonly behaviour?: Behaviour } {
	const watch = useRef<ReturnType<typeof createBehaviour> | null>(null);
	useEffect(() => {
		if (!recorded) return;
		const key = behaviourDraft(draft);
		const behaviour = createBehaviour(drafts.read(key), (seen) => drafts.write(key, seen));
		const over = new AbortController();
		const { signal } = over;
		watch.current = behaviour;
		document.addEventListener("input", behaviour.input, { signal });
		document.addEventListener("paste", behaviour.paste, { signal });
		document.addEventListener("visibilitychange", behaviour.attention, { signal });
		addEventListener("blur", behaviour.attention, { signal });
		addEventListener("focus", behaviour.attention, { signal });
		addEventListener("pagehide", behaviour.attention, { signal });
		addEventListener("pageshow", behaviour.attention, { signal });
		return () => {
			watch.current = null;
			over.abort();
		};
	}, [recorded, draft]);
	return () => (watch.current ? { behaviour: watch.current.read() } : {});
}
