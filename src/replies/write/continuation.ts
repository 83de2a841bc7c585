import { isBlank } from "../../shared/visible-text.ts";

/**
 * What of a call's text is new, where a part of the candidate's text was shown before (in a run that an eviction ended).
 * The new text has to repeat what was shown and go on: a participant never sees a text change.
 *
 * Invisible characters before the first visible one are held back until it comes. A reply of nothing else then counts as
 * empty, and may be tried again.
 */
export class Continuation {
	readonly #shown: string;
	#received = "";
	#given: number;
	#isVisible = false;

	constructor(shown: string) {
		this.#shown = shown;
		this.#given = shown.length;
	}

	/** The part of the text so far that has not been given yet, often empty; null where it contradicts what was shown. */
	accept(delta: string): string | null {
		this.#received += delta;
		this.#isVisible ||= !isBlank(delta);
		if (this.#received.length <= this.#shown.length) return this.#shown.startsWith(this.#received) ? "" : null;
		if (this.#given === this.#shown.length && !this.#received.startsWith(this.#shown)) return null;
		if (!this.#isVisible) return "";
		const fresh = this.#received.slice(this.#given);
		this.#given = this.#received.length;
		return fresh;
	}

	/** All that this call has said so far. */
	get received(): string {
		return this.#received;
	}

	/** Whether this call has sent a visible character. Before that, another try contradicts nothing. */
	get saidSomething(): boolean {
		return this.#isVisible;
	}

	/** How much of it a participant can see. */
	get visibleLength(): number {
		return this.#isVisible ? this.#received.length : 0;
	}

	/** Did it get at least as far as what was shown? */
	get caughtUp(): boolean {
		return this.#received.length >= this.#shown.length;
	}
}
