import { decodeEntities } from "./entities.ts";
import { type Folded, fold } from "./fold.ts";
import type { Passage } from "./passages.ts";
import { ENTITY, type Range, type Rendered, rendered } from "./rendered.ts";

/** Successive passages of a text as a reader sees them, with positions in UTF-16 units of the whole text. */
export type Viewed = {
	readonly source: string;
	readonly shown: Rendered;
	readonly folded: Folded;
	/** False if names were inserted from addresses. Then a different spelling in the source is not a disguise. */
	readonly asWritten: boolean;
};

export const viewOf = (source: string, passages: readonly Passage[]): Viewed =>
	viewed(source, concatenated(passages.map((passage) => placed(source, passage))));

const viewed = (source: string, shown: Rendered, asWritten = true): Viewed => ({
	source,
	shown,
	folded: fold(shown.text),
	asWritten,
});

function placed(source: string, { start, end }: Passage): Rendered {
	const { text, starts, ends, wholes, addresses } = rendered(source.slice(start, end));
	const moved = <T extends Range>(range: T): T => ({ ...range, start: start + range.start, end: start + range.end });
	return {
		text,
		starts: starts.map((at) => start + at),
		ends: ends.map((at) => start + at),
		wholes: wholes.map(moved),
		addresses: addresses.map(moved),
	};
}

function concatenated(pieces: readonly Rendered[]): Rendered {
	let length = 0;
	const addresses = pieces.flatMap((piece) => {
		const before = length;
		length += piece.text.length;
		return piece.addresses.map((address) => ({ ...address, at: before + address.at }));
	});
	return {
		text: pieces.map(({ text }) => text).join(""),
		starts: pieces.flatMap(({ starts }) => starts),
		ends: pieces.flatMap(({ ends }) => ends),
		wholes: pieces.flatMap(({ wholes }) => wholes),
		addresses,
	};
}

/** Replaces units of the shown text. The new text stands for one range of the source. */
type Edit = { readonly from: number; readonly to: number; readonly text: string; readonly source: Range };

function edited({ source, shown }: Viewed, edits: readonly Edit[], asWritten: boolean): Viewed {
	let text = "";
	const starts: number[] = [];
	const ends: number[] = [];
	const copy = (from: number, to: number) => {
		text += shown.text.slice(from, to);
		for (let unit = from; unit < to; unit++) {
			starts.push(shown.starts[unit] ?? 0);
			ends.push(shown.ends[unit] ?? 0);
		}
	};
	let at = 0;
	for (const edit of edits) {
		copy(at, edit.from);
		text += edit.text;
		for (let unit = 0; unit < edit.text.length; unit++) {
			starts.push(edit.source.start);
			ends.push(edit.source.end);
		}
		at = edit.to;
	}
	copy(at, shown.text.length);
	return viewed(source, { ...shown, text, starts, ends, addresses: [] }, asWritten);
}

const HTML = new RegExp(`<!--[\\s\\S]{0,600}?-->|</?[a-z][^<>]{0,200}>|${ENTITY.source}`, "gi");

/** With HTML applied. The page shows tags, comments and escaped entities as text, but readers may know them. Null if there are none. */
export function withoutHtml(view: Viewed): Viewed | null {
	const { shown } = view;
	const edits = [...shown.text.matchAll(HTML)]
		.map(({ 0: html, index }) => ({
			html,
			from: index,
			to: index + html.length,
			text: html.startsWith("<") ? "" : decodeEntities(html),
			source: { start: shown.starts[index] ?? 0, end: shown.ends[index + html.length - 1] ?? 0 },
		}))
		.filter(({ html, text }) => html !== text);
	return edits.length === 0 ? null : edited(view, edits, true);
}

/** With the names in links' addresses inserted after the links. Null if no address has a name. */
export function withAddresses(view: Viewed, namesIn: (address: string) => readonly string[]): Viewed | null {
	const edits = view.shown.addresses.flatMap(({ text, at, start, end }) => {
		const names = namesIn(fold(text).names);
		return names.length === 0 ? [] : [{ from: at, to: at, text: ` at ${names.join(", ")}`, source: { start, end } }];
	});
	return edits.length === 0 ? null : edited(view, edits, false);
}

/** The part of the source behind a range of the folded text. */
export function sourceRange({ shown, folded }: Viewed, { start, end }: Range): Range {
	const first = folded.starts[start] ?? 0;
	const last = (folded.ends[end - 1] ?? 0) - 1;
	return { start: shown.starts[first] ?? 0, end: shown.ends[last] ?? 0 };
}

/** Extends a range that covers part of an emphasis, a link or code to the whole, and to adjacent ones. */
export function withWholes(range: Range, wholes: readonly Range[]): Range {
	let { start, end } = range;
	for (let grown = true; grown; ) {
		grown = false;
		for (const whole of wholes) {
			const apart = whole.end <= start || whole.start >= end;
			const inside = whole.start <= start && whole.end >= end;
			const covered = whole.start >= start && whole.end <= end;
			if (apart || inside || covered) continue;
			start = Math.min(start, whole.start);
			end = Math.max(end, whole.end);
			grown = true;
		}
	}
	return { start, end };
}
