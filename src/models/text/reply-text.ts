import type { SourceDelta } from "../model-types.ts";
import { Cleaner } from "./cleaner.ts";
import { PlainChannels } from "./plain-channels.ts";
import { type Part, Splitter } from "./splitter.ts";

export type ReplyTextOptions = {
	/** `show`: thinking is part of the reply, in whichever form the server sends it. */
	readonly reasoning: "hide" | "show";
	/** In UTF-16 units. The reply is cut there. */
	readonly mostCharacters: number;
	/** The model closes thinking tags that it does not open: its reply begins after the closing tag. */
	readonly startsThinking?: boolean;
};

/** A new part of a reply. */
export type ReplyPart =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "hidden"; readonly text: string }
	/** All text so far was thinking. */
	| { readonly kind: "restart" };

const SIGN_OF_LIFE: ReplyPart = { kind: "hidden", text: "" };

type ReceivedPart = Extract<SourceDelta, { kind: "text" | "hidden" }>;

/**
 * The part of a reply that participants may see, independent of the pieces in which a server sends it: without thinking,
 * template tokens and control characters, and cut at the cap.
 */
export class ReplyText {
	readonly #options: ReplyTextOptions;
	readonly #cleaner = new Cleaner();
	readonly #channels = new PlainChannels();
	readonly #splitter: Splitter;
	#length = 0;
	/** The last shown text was thinking. */
	#isThought = false;
	/** All text so far, while it is not known yet whether it is thinking. */
	#undecided: string | null;
	/** The parts of that text, in case it is thinking. */
	readonly #waiting: ReplyPart[] = [];
	#hasHidden = false;
	/** The cap is reached: the reply ends here, and the rest is not read. */
	isFull = false;

	constructor(options: ReplyTextOptions) {
		const startsThinking = options.reasoning === "hide" && (options.startsThinking ?? false);
		this.#options = options;
		this.#splitter = new Splitter({ startsThinking });
		this.#undecided = startsThinking ? "" : null;
	}

	/** `unopened`: thinking was passed on as the reply, because its opening tag never came. */
	get met(): "nothing" | "hidden" | "unopened" {
		if (this.#splitter.hasUnopened) return "unopened";
		return this.#hasHidden || this.#splitter.hasHidden ? "hidden" : "nothing";
	}

	/** The model writes beyond the end of its reply, often for ever: the rest is not read. */
	get runsOn(): boolean {
		return this.#splitter.runsOn;
	}

	take({ kind, text }: ReceivedPart): readonly ReplyPart[] {
		if (this.isFull) return [];
		if (kind === "text") return this.#parts(this.#channels.push(this.#cleaner.push(text)));
		this.#hasHidden = true;
		return this.#thought(text);
	}

	end(): readonly ReplyPart[] {
		const rest = this.#parts(this.#channels.push(this.#cleaner.end()) + this.#channels.end());
		const parts = [...rest, ...this.#splitter.end().flatMap((part) => this.#part(part))];
		if (this.#undecided === null) return parts;
		// The model closed no thinking tag, so it did not think this time.
		const reply = new ReplyText({ ...this.#options, startsThinking: false });
		return [...reply.take({ kind: "text", text: this.#undecided }), ...reply.end()];
	}

	#parts(text: string): readonly ReplyPart[] {
		const parts = this.#splitter.push(text).flatMap((part) => this.#part(part));
		if (this.#undecided === null) return parts;
		this.#undecided = (this.#undecided + text).slice(0, this.#options.mostCharacters);
		this.#waiting.push(...parts);
		if (!parts.some((part) => part.kind === "text")) return [SIGN_OF_LIFE];
		this.#undecided = null;
		return this.#waiting;
	}

	#part(part: Part): readonly ReplyPart[] {
		if (part.kind === "thinking") return this.#thought(part.text);
		if (part.kind === "elsewhere") return [{ kind: "hidden", text: part.text }];
		if (part.kind === "text") return this.#shown(part.text, false);
		if (this.#options.reasoning === "hide") this.#length = 0;
		else this.#isThought = true;
		return this.#options.reasoning === "hide" ? [part] : [];
	}

	#thought(text: string): readonly ReplyPart[] {
		return this.#options.reasoning === "hide" ? [{ kind: "hidden", text }] : this.#shown(text, true);
	}

	/** Shown thinking is a paragraph of its own. */
	#shown(text: string, isThought: boolean): readonly ReplyPart[] {
		const separates = this.#length > 0 && this.#isThought && !isThought;
		const shown = separates ? `\n\n${text}` : text;
		const fits = cut(shown, this.#options.mostCharacters - this.#length);
		this.#isThought = isThought;
		this.#length += fits.length;
		this.isFull ||= fits.length < shown.length;
		return fits === "" ? [] : [{ kind: "text", text: fits }];
	}
}

/** Cuts a text without splitting a surrogate pair. */
function cut(text: string, most: number): string {
	if (text.length <= most) return text;
	const isHalved = /[\ud800-\udbff]/.test(text.charAt(most - 1));
	return text.slice(0, isHalved ? most - 1 : most);
}

/** Whether a complete text contains thinking or template tokens that would be hidden from participants. */
export function hiddenIn(text: string): ReplyText["met"] {
	const reply = new ReplyText({ reasoning: "hide", mostCharacters: Number.POSITIVE_INFINITY });
	reply.take({ kind: "text", text });
	reply.end();
	return reply.met;
}
