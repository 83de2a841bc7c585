const FIRST = "analysis";
const FINAL = "assistantfinal";

/**
 * gpt-oss writes `<|channel|>analysis<|message|>…<|channel|>final<|message|>…`. Servers that strip these tokens without reading
 * them leave `analysisThe user asks…assistantfinalHello`. This class restores the tokens, so that one parser is enough.
 */
export class PlainChannels {
	#state: "begins" | "analysis" | "plain" = "begins";
	#waiting = "";

	push(text: string): string {
		if (this.#state === "plain") return text;
		const all = this.#waiting + text;
		this.#waiting = "";
		return this.#state === "begins" ? this.#begin(all) : this.#analysis(all);
	}

	end(): string {
		const rest = this.#waiting;
		[this.#waiting, this.#state] = ["", "plain"];
		return rest;
	}

	#begin(text: string): string {
		const begun = text.trimStart();
		if (begun === "") return text;
		if (begun.length <= FIRST.length && FIRST.startsWith(begun)) return this.#wait(text);
		if (!/^analysis\p{Lu}/u.test(begun)) {
			this.#state = "plain";
			return text;
		}
		this.#state = "analysis";
		return `<|channel|>analysis<|message|>${this.#analysis(begun.slice(FIRST.length))}`;
	}

	#analysis(text: string): string {
		const at = text.indexOf(FINAL);
		if (at >= 0) {
			this.#state = "plain";
			return `${text.slice(0, at)}<|channel|>final<|message|>${text.slice(at + FINAL.length)}`;
		}
		const kept = longestEndOf(text);
		return this.#wait(text.slice(text.length - kept), text.slice(0, text.length - kept));
	}

	#wait(text: string, passed = ""): string {
		this.#waiting = text;
		return passed;
	}
}

/** Length of the longest end of the text that may be the beginning of `assistantfinal`. */
function longestEndOf(text: string): number {
	for (let length = Math.min(FINAL.length - 1, text.length); length > 0; length--) {
		if (FINAL.startsWith(text.slice(text.length - length))) return length;
	}
	return 0;
}
