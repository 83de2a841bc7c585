import { CodeFollower } from "./code.ts";
import { type Found, type Marker, nextMarker, waitsFrom } from "./markers.ts";

export type Part =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "thinking"; readonly text: string }
	/** Somebody else's turn, or what follows the end of the reply. */
	| { readonly kind: "elsewhere"; readonly text: string }
	/** All text so far was thinking: its closing tag came without an opening one. */
	| { readonly kind: "restart" };

type Mode = "reply" | "thinking" | "header" | "channel" | "elsewhere";

const MOST_BLANK = 200;

/** A role's or a channel's name is short; what is longer was no header. */
const LONGEST_HEADER = 60;

/**
 * Parts a reply's text into what is for the participant and what is not, as it is received and wherever it is cut. Templates
 * are known by their tokens alone, so a model that writes of `<think>` between backticks, or in a block of code, is
 * left as it is.
 */
export class Splitter {
	#mode: Mode = "reply";
	/** May still become a marker. */
	#waiting = "";
	#header = "";
	/** A readable character of the reply has been passed on. */
	#hasText = false;
	/** A closing tag came alone; the reply begins anew with the next readable character. */
	#restarts = false;
	/** The white space after what is hidden goes with it. */
	#trims = false;
	#isOver = false;
	#isStruck = false;
	/** White space before the first readable character. */
	#blank = "";
	readonly #code = new CodeFollower();
	#parts: Part[] = [];

	/** `startsThinking`: as if an opening tag had come before the reply. */
	constructor({ startsThinking }: { readonly startsThinking: boolean }) {
		if (startsThinking) this.#leave("thinking");
	}

	/** Text was passed on as the reply's that turned out to be thinking. */
	hasUnopened = false;
	hasHidden = false;
	/** The model writes on after the end of its reply. */
	runsOn = false;

	push(text: string): readonly Part[] {
		this.#parts = [];
		const all = this.#waiting + text;
		const until = waitsFrom(all);
		this.#waiting = all.slice(until);
		this.#read(all, until);
		return this.#parts;
	}

	/** The reply has ended: what waited for the rest of a marker is text. */
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

	/** In code, tags are quoted. A token that ends the reply may come inside of a block that was not closed. */
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

	/** Before the first word the token is only dropped: some servers begin with one. */
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
	 * The text from its first readable character on, with the white space before it unless that follows a marker. White space
	 * that does not end is passed on, so that it is counted.
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
