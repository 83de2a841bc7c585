import { type Reading, read } from "./identities.ts";
import { DISTINCTIVE_NAMES, LEXICON, type Lexicon, namesIn } from "./names/lexicon.ts";
import { merged, type Span } from "./span.ts";
import { fold } from "./text/fold.ts";
import { type Passage, passagesOf } from "./text/passages.ts";
import type { Range } from "./text/rendered.ts";
import { type Viewed, viewOf, withAddresses, withoutHtml, withWholes } from "./text/viewed.ts";

/** A passage with its spans, as positions in the whole text. */
export type ExaminedPassage = { readonly passage: Passage; readonly spans: readonly Span[] };

/**
 * The total length, in UTF-16 units, of unfinished passages that are read with the next one ("My name is:", followed by the
 * name on a new line).
 */
const LONGEST_CONTEXT = 300;

/**
 * Examines a growing text passage by passage. The result does not depend on how the text is cut. A passage is read with the
 * unfinished ones before it. A passage with a name is also read with the next, which may identify the name as the speaker's.
 * From the first passage in which the speaker names itself, every mention of a name gets a span.
 */
export class Finder {
	readonly #lexicon: Lexicon;
	#done = 0;
	#context: readonly Passage[] = [];
	#identified = false;
	readonly #known = new Set<string>();
	/** The reading of a passage that waits for the next one. */
	#waiting: { readonly start: number; readonly reading: Reading; readonly view: Viewed } | null = null;

	constructor(lexicon: Lexicon) {
		this.#lexicon = lexicon;
	}

	/** The passages that can be examined now, in order and without gaps. `text` must begin with the text of the last call. */
	examine(text: string, ended: boolean): ExaminedPassage[] {
		const passages = passagesOf(text, this.#done, ended);
		const examined: ExaminedPassage[] = [];
		for (const [at, passage] of passages.entries()) {
			const spans = this.#spansOf(text, passage, () => passages.slice(at + 1), ended);
			if (spans === null) break;
			examined.push({ passage, spans });
			this.#done = passage.end;
		}
		return examined;
	}

	#spansOf(text: string, passage: Passage, later: () => readonly Passage[], ended: boolean): Span[] | null {
		if (isWordless(text, passage)) return [];
		const { view, reading } = this.#read(text, passage);
		const own = reading.spans.filter(({ kind, start }) => kind !== "instructions" || start >= passage.start);
		let spans = clipped(passage, own, view);
		if (!namesSpeaker(spans) && within(passage, reading.names).length > 0) {
			const rest = later();
			const next = nextWords(text, rest);
			if (next === null && !ended) return null;
			spans = [...spans, ...this.#identifiedByNext(text, passage, next ?? rest)];
		}
		this.#waiting = null;
		this.#remember(text, passage);
		if (!this.#identified && !namesSpeaker(spans)) return merged(spans);
		return merged([...spans, ...this.#mentions(passage, { spans, view, reading })]);
	}

	#read(text: string, passage: Passage) {
		if (this.#waiting?.start === passage.start) return this.#waiting;
		const alone = viewOf(text, [passage]);
		const reading = readings(alone, this.#lexicon);
		// Earlier passages matter only to a passage with a name.
		if (this.#context.length === 0 || reading.names.length === 0)
			this.#waiting = { start: passage.start, view: alone, reading };
		else {
			const view = viewOf(text, [...this.#context, passage]);
			this.#waiting = { start: passage.start, view, reading: readings(view, this.#lexicon) };
		}
		return this.#waiting;
	}

	/** Names in this passage that the next ones identify as the speaker's: "ChatGPT. That's me." */
	#identifiedByNext(text: string, passage: Passage, next: readonly Passage[]): Span[] {
		const view = viewOf(text, [passage, ...next]);
		const across = readings(view, this.#lexicon).spans.filter(
			({ start, end, kind }) => kind !== "instructions" && start < passage.end && end > passage.end,
		);
		return clipped(passage, across, view);
	}

	#remember(text: string, passage: Passage): void {
		const from = this.#context[0]?.start ?? passage.start;
		if (isFinished(text, passage)) this.#context = [];
		else if (passage.end - from <= LONGEST_CONTEXT) this.#context = [...this.#context, passage];
		else this.#context = passage.end - passage.start <= LONGEST_CONTEXT ? [passage] : [];
	}

	/** Names in a reply with a self-identification, and links whose address has a name. */
	#mentions(
		passage: Passage,
		{ spans, view, reading }: { spans: readonly Span[]; view: Viewed; reading: Reading },
	): Span[] {
		this.#identified = true;
		const names = within(passage, reading.names);
		for (const { start, end, name } of names)
			if (spans.some((span) => span.kind !== "instructions" && span.start < end && span.end > start))
				this.#known.add(name);
		const identifying = names.filter(({ name, wary }) => !wary || this.#known.has(name) || DISTINCTIVE_NAMES.has(name));
		const links = within(passage, view.shown.addresses).filter(
			({ text }) => namesIn(fold(text).names, this.#lexicon).length > 0,
		);
		return [...identifying, ...links].map(({ start, end }) => ({ start, end, kind: "mention" }));
	}
}

/** Reads the text in three forms: as written, with its HTML applied, and with the names in links' addresses. */
function readings(view: Viewed, lexicon: Lexicon): Reading {
	const others = [withoutHtml(view), withAddresses(view, (address) => namesIn(address, lexicon))];
	const each = [view, ...others.filter((other) => other !== null)].map((one) => read(one, lexicon));
	return { spans: each.flatMap(({ spans }) => spans), names: each.flatMap(({ names }) => names) };
}

/** The passage has no letters at all, including those in circles, squares, flags and entities. */
const isWordless = (text: string, { start, end }: Passage): boolean =>
	!/[\p{Alphabetic}\u{1f1e6}-\u{1f1ff}]|&#/u.test(text.slice(start, end));

/** How many unfinished lines, such as list items, are read after a name. */
const MOST_AHEAD = 3;

/** The next passage with words, and a few more while they are unfinished. Null while more text may still belong to them. */
function nextWords(text: string, later: readonly Passage[]): Passage[] | null {
	const next: Passage[] = [];
	for (const passage of later) {
		if (isWordless(text, passage)) continue;
		next.push(passage);
		if (isFinished(text, passage) || next.length === MOST_AHEAD) return next;
	}
	return null;
}

const namesSpeaker = (spans: readonly Span[]): boolean => spans.some(({ kind }) => kind === "name" || kind === "maker");

/** The parts within the passage. Earlier text is already shown. */
const within = <T extends Range>(passage: Passage, found: readonly T[]): T[] =>
	found
		.filter(({ start, end }) => start < passage.end && end > passage.start)
		.map((range) => ({ ...range, start: Math.max(range.start, passage.start), end: Math.min(range.end, passage.end) }))
		.filter(({ start, end }) => start < end);

/** The parts of spans within the passage, without list markers, outer blanks and the full stop. */
function clipped(passage: Passage, spans: readonly Span[], { shown }: Viewed): Span[] {
	return within(passage, spans).flatMap((span) => {
		const units = shown.starts.flatMap((at, unit) => (at >= span.start && at < span.end ? [unit] : []));
		const first = units.find((unit) => /\S/.test(shown.text.charAt(unit)));
		const last = units.findLast((unit) => /[^\s.!?。！？]/.test(shown.text.charAt(unit)));
		if (first === undefined || last === undefined) return [];
		const start = span.start > passage.start ? span.start : Math.max(span.start, shown.starts[first] ?? 0);
		const end = span.end < passage.end ? span.end : Math.min(span.end, shown.ends[last] ?? 0);
		return start < end ? [{ ...span, ...withWholes({ start, end }, shown.wholes) }] : [];
	});
}

/** Ends like a statement. A question, a colon, an ellipsis or the end of a line is continued by the next passage. */
const isFinished = (text: string, { start, end }: Passage): boolean =>
	/(?:(?<!\.)[.!]|[。！｡।॥۔])["'’”»)\]*_`」』）\s]*$/u.test(text.slice(start, end));

export type { Span };

/**
 * All self-identifications in a reply, in order and without overlap. Searches in all languages at once, because replies mix
 * them. Other mentions of a model, such as "ChatGPT came out in 2022", do not count unless the reply named its own model
 * before.
 */
export const findSelfIdentification = (text: string, lexicon: Lexicon = LEXICON): Span[] =>
	new Finder(lexicon).examine(text, true).flatMap(({ spans }) => spans);
