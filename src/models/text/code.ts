/** Whether the current end of a streamed Markdown text is inside of code. */
export class CodeFollower {
	#isBlock = false;
	#isInline = false;
	/** Backticks received so far in a run that may continue. */
	#run = 0;

	follow(text: string): void {
		if (this.#run === 0 && !this.#isInline && !text.includes("`")) return;
		for (const [piece] of text.matchAll(/`+|\n|[^`\n]+/g)) {
			if (piece.startsWith("`")) this.#run += piece.length;
			else this.#settle();
			// Inline code rarely spans lines, and an apostrophe typed as a backtick never closes.
			if (piece === "\n") this.#isInline = false;
		}
	}

	place(): "text" | "inline" | "block" {
		this.#settle();
		if (this.#isBlock) return "block";
		return this.#isInline ? "inline" : "text";
	}

	#settle(): void {
		if (this.#run >= 3) {
			this.#isBlock = !this.#isBlock;
			this.#isInline = false;
		} else if (this.#run > 0 && !this.#isBlock) this.#isInline = !this.#isInline;
		this.#run = 0;
	}
}
