import { useEffect, useRef } from "preact/hooks";
import type { Drafts } from "./drafts.ts";

/** How an answer was typed, for reviewers who ask. These are covariates: they exclude nobody. */
export type Behaviour = {
	readonly pastes: number;
	/** Characters. */
	readonly pasted: number;
	readonly focusLost: number;
	readonly focusLostMs: number;
	/** Since the step was shown. Null if no key was pressed. */
	readonly firstKeyMs: number | null;
	/** The sum of the gaps between keys, without long ones. */
	readonly typingMs: number;
};

/** A longer gap is thinking, not typing. */
const GAP_MS = 2_000;

/** The counts so far and their start. Kept with the draft, so that a reload continues them. */
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

/** Wall time, so that it continues after a reload; monotonic within a page. */
const now = (): number => performance.timeOrigin + performance.now();

/**
 * Whether an input event is a keystroke in a text field, not a paste, drop, autofill or correction. Radios, boxes and
 * sliders send input events too, without an `inputType`.
 */
export const isKey = (event: object): boolean =>
	"inputType" in event &&
	typeof event.inputType === "string" &&
	/^(insert(Text|LineBreak|Paragraph|CompositionText|FromComposition)|delete(?!By))/.test(event.inputType);

/**
 * Observes one step. Only used with the participant's consent.
 *
 * @param before the stored counts; null if there are none
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
		// A page is also hidden on unload; a reload does not count as losing focus.
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

/** The key of the counts, beside the draft's own. */
export const behaviourDraft = (draft: string): string => `${draft}:behaviour`;

/**
 * The behaviour to send with the step's answer: `{ behaviour }` if the study records it, otherwise nothing.
 *
 * @param draft the key of the step's draft; each step starts new counts
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
