import { useEffect, useRef } from "preact/hooks";

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

/** Watches one step, and only where the participant has agreed to that. */
export function createBehaviour() {
	const startedAt = performance.now();
	let seen = { pastes: 0, pasted: 0, focusLost: 0, focusLostMs: 0, typingMs: 0 };
	let firstKeyMs: number | null = null;
	let lastKeyAt: number | null = null;
	let leftAt: number | null = null;

	function key(): void {
		const now = performance.now();
		firstKeyMs ??= Math.round(now - startedAt);
		if (lastKeyAt !== null && now - lastKeyAt < GAP_MS) seen = { ...seen, typingMs: seen.typingMs + now - lastKeyAt };
		lastKeyAt = now;
	}

	function paste(event: ClipboardEvent): void {
		const length = event.clipboardData?.getData("text").length ?? 0;
		seen = { ...seen, pastes: seen.pastes + 1, pasted: seen.pasted + length };
	}

	function attention(): void {
		const away = document.visibilityState === "hidden" || !document.hasFocus();
		const now = performance.now();
		if (away && leftAt === null) {
			leftAt = now;
			seen = { ...seen, focusLost: seen.focusLost + 1 };
		} else if (!away && leftAt !== null) {
			seen = { ...seen, focusLostMs: seen.focusLostMs + now - leftAt };
			leftAt = null;
		}
	}

	return {
		key,
		paste,
		attention,
		read: (): Behaviour => ({
			...seen,
			firstKeyMs,
			focusLostMs: Math.round(seen.focusLostMs + (leftAt === null ? 0 : performance.now() - leftAt)),
			typingMs: Math.round(seen.typingMs),
		}),
	};
}

/**
 * What goes along with the answer of the step: `{ behaviour }` where the step records it, nothing where not.
 *
 * @param step what is watched: another step begins anew
 */
export function useBehaviour(recorded: boolean, step: string): () => { readonly behaviour?: Behaviour } {
	const watch = useRef<ReturnType<typeof createBehaviour> | null>(null);
	useEffect(() => {
		if (!recorded) return;
		const behaviour = createBehaviour();
		const over = new AbortController();
		const { signal } = over;
		watch.current = behaviour;
		document.addEventListener("input", behaviour.key, { signal });
		document.addEventListener("paste", behaviour.paste, { signal });
		document.addEventListener("visibilitychange", behaviour.attention, { signal });
		addEventListener("blur", behaviour.attention, { signal });
		addEventListener("focus", behaviour.attention, { signal });
		return () => {
			watch.current = null;
			over.abort();
		};
	}, [recorded, step]);
	return () => (watch.current ? { behaviour: watch.current.read() } : {});
}
