/** Why an expression cannot be read, as part of a sentence. `parse` makes a value of it. */
export class ExpressionFault extends Error {}

/** A text and a place in it. */
export class Reader {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	get isAtEnd(): boolean {
		return this.#at >= this.#text.length;
	}

	isBefore(text: string): boolean {
		return this.#text.startsWith(text, this.#at);
	}

	/** Goes past this text, if it comes next. */
	takes(text: string): boolean {
		const isNext = this.isBefore(text);
		if (isNext) this.#at += text.length;
		return isNext;
	}

	/** Goes past what a sticky expression matches here, and returns its groups. Null if it does not match. */
	match(sticky: RegExp): RegExpExecArray | null {
		sticky.lastIndex = this.#at;
		const found = sticky.exec(this.#text);
		this.#at += found?.[0].length ?? 0;
		return found;
	}

	/** The next code point. The caller has checked that there is one. */
	next(): string {
		const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
		this.#at += character.length;
		return character;
	}
}
