import { isBlank } from "../../shared/visible-text.ts";

/**
 * Finds the new part of a call's text if a part of the candidate's text was shown before an eviction. The new text has to
 * repeat what was shown, because a participant's text never changes.
 *
 * Invisible characters before the first visible one are held back until it comes. A reply without a visible character then
 * counts as empty and may be requested again.
 */
export class Continuation {
	readonly #shown: string;
	#received = "";
	#returned: number;
	#isVisible = false;

	constructor(shown: string) {
		this.#shown = shown;
		this.#returned = shown.length;
	}

	/** The part of the text that was not returned before, often empty. Null if the text contradicts what was shown. */
	accept(delta: string): string | null {
		this.#received += delta;
		this.#isVisible ||= !isBlank(delta);
		if (this.#received.length <= this.#shown.length) return this.#shown.startsWith(this.#received) ? "" : null;
		if (this.#returned === this.#shown.length && !this.#received.startsWith(this.#shown)) return null;
		if (!this.#isVisible) return "";
		const fresh = this.#received.slice(this.#returned);
		this.#returned = this.#received.length;
		return fresh;
	}

	/** The whole text of this call so far. */
	get received(): string {
		return this.#received;
	}

	/** Whether this call has sent a visible character. Before that, another call contradicts nothing. */
	get hasVisibleText(): boolean {
		return this.#isVisible;
	}

	/** How much of it a participant can see. */
	get visibleLength(): number {
		return this.#isVisible ? this.#received.length : 0;
	}

	/** Whether it is at least as long as what was shown. */
	get caughtUp(): boolean {
		return this.#received.length >= this.#shown.length;
	}
}
