import { CodeFollower } from "./code.ts";
import { type Found, type Marker, nextMarker, waitsFrom } from "./markers.ts";

export type Part =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "thinking"; readonly text: string }
	/** Another role's turn, or text after the end of the reply. */
	| { readonly kind: "elsewhere"; readonly text: string }
	/** All text so far was thinking: its closing tag came without an opening one. */
	| { readonly kind: "restart" };

type Mode = "reply" | "thinking" | "header" | "channel" | "elsewhere";

const MOST_BLANK = 200;

/** Names of roles and channels are short; a longer text is not a header. */
const LONGEST_HEADER = 60;

/**
 * Splits a reply's text into parts for the participant and hidden parts, independent of how the server cuts it. Only template
 * tokens count, so `<think>` in backticks or in a code block stays unchanged.
 */
export class Splitter {
	#mode: Mode = "reply";
	/** Text that may still become a marker. */
	#waiting = "";
	#header = "";
	/** A readable character of the reply has been passed on. */
	#hasText = false;
	/** A closing tag came alone; the reply starts over with the next readable character. */
	#restarts = false;
	/** White space after hidden text is dropped with it. */
	#trims = false;
	#isOver = false;
	#isStruck = false;
	/** White space before the first readable character. */
	#blank = "";
	readonly #code = new CodeFollower();
	#parts: Part[] = [];

	/** `startsThinking`: behaves as if the reply began with an opening tag. */
	constructor({ startsThinking }: { readonly startsThinking: boolean }) {
		if (startsThinking) this.#leave("thinking");
	}

	/** Text was passed on as part of the reply and turned out to be thinking. */
	hasUnopened = false;
	hasHidden = false;
	/** The model writes beyond the end of its reply. */
	runsOn = false;

	push(text: string): readonly Part[] {
		this.#parts = [];
		const all = this.#waiting + text;
		const until = waitsFrom(all);
		this.#waiting = all.slice(until);
		this.#read(all, until);
		return this.#parts;
	}

	/** The reply has ended: text that waited for the rest of a marker is ordinary text. */
	end(): readonly Part[] {
		this.#parts = [];
		const rest = this.#waiting;
		this.#waiting = "";
		this.#emit(rest);
		return this.#parts;
	}

	#read(text: string, until: number): void {
		let at = 0;
		for (let found = nextMarker(text, 0); found !== null && found.end <= until; found = nextMarker(text, at)) {
			this.#emit(text.slice(at, found.start));
			if (this.#isLiteral(found)) this.#emit(text.slice(found.start, found.end));
			else this.#mark(found.marker, text.slice(found.start, found.end));
			at = found.end;
		}
		this.#emit(text.slice(at, until));
	}

	/** Tags inside code are quotations. A token that ends the reply may come inside a code block that was not closed. */
	#isLiteral({ marker }: Found): boolean {
		if (this.#mode !== "reply") return false;
		const place = this.#code.place();
		const isTag = marker === "thinking-starts" || marker === "thinking-ends" || marker === "wrapper";
		return place === "inline" || (place === "block" && isTag) || (marker === "wrapper" && !this.hasHidden);
	}

	#mark(marker: Marker, text: string): void {
		if (this.#mode === "header" || this.#mode === "channel") this.#endHeader();
		if (!this.#hasText) this.#trims = true;
		this.#meanings[marker](text);
	}

	readonly #meanings: Readonly<Record<Marker, (text: string) => void>> = {
		"thinking-starts": () => this.#leave("thinking"),
		"thinking-ends": () => this.#thinkingEnds(),
		"turn-ends": () => this.#turnEnds(),
		"message-ends": () => (this.#hasText ? this.#turnEnds() : this.#leave("elsewhere")),
		header: () => this.#headerStarts("header"),
		channel: () => this.#headerStarts("channel"),
		body: () => {},
		assistant: () => this.#replies(),
		"someone-else": () => this.#turnEnds("elsewhere"),
		wrapper: () => {
			this.#trims = true;
		},
		strike: (text) => {
			this.#isStruck = this.#hasText;
			if (this.#isStruck) this.#emit(text);
		},
		"strike-ends": (text) => {
			if (this.#isStruck) this.#emit(text);
			else this.#turnEnds();
			this.#isStruck = false;
		},
		nothing: () => {},
	};

	#headerStarts(mode: "header" | "channel"): void {
		this.#header = "";
		this.#mode = mode;
	}

	#leave(mode: "thinking" | "elsewhere"): void {
		this.#mode = mode;
		this.#trims = true;
	}

	#thinkingEnds(): void {
		if (this.#mode === "reply") {
			this.#restarts = this.#hasText;
			this.hasUnopened ||= this.#hasText;
			this.hasHidden = true;
		}
		this.#replies();
	}

	/** Before the first word the token is only dropped: some servers begin with it. */
	#turnEnds(before: Mode = this.#mode): void {
		this.#isOver ||= this.#hasText && !this.#restarts;
		this.#mode = this.#isOver ? "elsewhere" : before;
	}

	#replies(): void {
		this.#mode = "reply";
		this.#trims = true;
	}

	#endHeader(): void {
		const name = this.#header.trim().toLowerCase();
		if (this.#mode === "channel") {
			if (name.startsWith("final")) this.#replies();
			else this.#leave("thinking");
		} else if (name === "" || /^(assistant|model|bot|ai|gpt)/.test(name)) this.#replies();
		else this.#turnEnds("elsewhere");
	}

	#emit(text: string): void {
		if (text === "") return;
		if (this.#mode === "header" || this.#mode === "channel") this.#inHeader(text);
		else if (this.#mode === "reply" && !this.#isOver) this.#show(text);
		else this.#hide(text);
	}

	#inHeader(text: string): void {
		const end = this.#mode === "header" ? text.indexOf("\n") : -1;
		this.#header += end < 0 ? text : text.slice(0, end);
		if (end < 0 && this.#header.length <= LONGEST_HEADER) return;
		this.#endHeader();
		if (end >= 0) this.#emit(text.slice(end + 1));
	}

	#hide(text: string): void {
		const isReadable = /\S/.test(text);
		this.hasHidden ||= isReadable;
		this.runsOn ||= isReadable && this.#isOver;
		this.#parts.push({ kind: this.#mode === "thinking" && !this.#isOver ? "thinking" : "elsewhere", text });
	}

	#show(text: string): void {
		const isFirst = !this.#hasText || this.#restarts;
		const shown = isFirst ? this.#begun(text) : text;
		if (shown === "") return;
		if (this.#restarts && /\S/.test(shown)) this.#parts.push({ kind: "restart" });
		if (/\S/.test(shown)) [this.#hasText, this.#restarts, this.#trims] = [true, false, false];
		this.#code.follow(shown);
		this.#parts.push({ kind: "text", text: shown });
	}

	/**
	 * The text from its first readable character on. White space before it is kept, except after a marker. Endless white space
	 * is passed on, so that the cap applies.
	 */
	#begun(text: string): string {
		if (this.#trims) this.#blank = "";
		const begun = text.trimStart();
		const blank = this.#blank + text.slice(0, text.length - begun.length);
		this.#blank = begun === "" ? blank.slice(0, MOST_BLANK) : "";
		if (begun === "") return blank.slice(MOST_BLANK);
		return this.#trims ? begun : blank + begun;
	}
}
