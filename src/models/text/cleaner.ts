/** Control characters except line feeds and tabs: they have no meaning for readers, and some databases refuse them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for them.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * Removes control characters and lone surrogates. A server may send the two halves of an emoji in two chunks, so a first half
 * waits for the second.
 */
export class Cleaner {
	#half = "";

	push(text: string): string {
		const all = this.#half + text;
		this.#half = /[\ud800-\udbff]$/.test(all) ? all.slice(-1) : "";
		const whole = this.#half === "" ? all : all.slice(0, -1);
		return whole.replace(CONTROLS, "").toWellFormed();
	}

	end(): string {
		const last = this.#half.toWellFormed();
		this.#half = "";
		return last;
	}
}
