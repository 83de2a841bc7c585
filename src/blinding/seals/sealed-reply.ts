import type { modelCalls } from "../../db/tables/sealed.ts";
import type { deviations } from "../../db/tables/sessions.ts";
import { cutToBytes } from "../../shared/json.ts";

/** Names the form of a sealed row's content. Rows of earlier studies hold one call each, and name none. */
export const BLOCK_FORMAT = "crossover-reply/1";

type CallRow = Omit<typeof modelCalls.$inferInsert, "sealed">;
type DeviationRow = typeof deviations.$inferInsert;

/** What was done for one candidate: rows as they stand in D1 once the study is unblinded. */
export type OpenReply = {
	/** Stands in every row of it. */
	readonly place: {
		readonly studyId: string;
		readonly protocolHash: string;
		readonly sessionId: string;
		readonly conversationId: string;
		readonly turn: number;
		readonly slot: string;
		readonly label: string | null;
	};
	/** In the order in which they were made. */
	readonly calls: readonly CallRow[];
	/** Of discarded texts. */
	readonly deviations: readonly DeviationRow[];
	readonly turn: { readonly id: string; readonly retries: number };
};

/** The content of a sealed row. A row of D1 is `place`, then `shared` where it is a call, then its own fields, which come first. */
export type ReplyBlock = {
	readonly format: typeof BLOCK_FORMAT;
	readonly place: OpenReply["place"];
	readonly turn: OpenReply["turn"];
	/** What most calls of one candidate have alike: prompt, model, adapter. */
	readonly shared: Readonly<Record<string, unknown>>;
	readonly calls: readonly Readonly<Record<string, unknown>>[];
	readonly deviations: readonly Readonly<Record<string, unknown>>[];
	/** Something was left out or cut. The session's log has all of it. */
	readonly truncated: boolean;
};

const SHARED = ["provider", "model", "adapter", "adapterStoodIn", "prompt", "currency"] as const;
const TEXTS = ["hiddenText", "discardedText"] as const;

/**
 * A reply in at most `size` bytes of JSON. Its parts get room in this order: the last call, the prompt, the other calls from the first on,
 * the deviations, the last call's hidden text, discarded texts, other hidden texts. The first part that does not fit is cut, if it is a
 * text, and nothing follows it.
 */
export function blockOf({ place, turn, calls, deviations }: OpenReply, size: number): ReplyBlock {
	const last = calls.at(-1);
	const { prompt, ...names } = Object.fromEntries(SHARED.map((name) => [name, last?.[name]]));
	const shared = typeof prompt === "string" ? names : { ...names, prompt };
	const empty = { format: BLOCK_FORMAT, place, turn, shared, calls: [], deviations: [], truncated: false } as const;
	const room = new Room(size - bytesOf(empty));
	const bare = calls.map((call) => ownFields(call, { ...place, ...names, prompt }));
	const standing = room.takes(bare.slice(-1));
	const fittedPrompt = typeof prompt === "string" ? room.takesText("prompt", prompt) : undefined;
	const others = room.takes(bare.slice(0, -1));
	const places = room.takes(deviations.map((row) => ownFields(row, place)));
	const kept = [...others, ...standing];
	const texts = textsByRank(calls, kept).map(({ id, name, text }) => ({ id, name, text: room.takesText(name, text) }));
	return {
		...empty,
		shared: fittedPrompt === undefined ? shared : { ...shared, prompt: fittedPrompt },
		calls: kept.map((call) => ({ ...call, ...textsOf(texts, call.id) })),
		deviations: places,
		truncated: room.isOver,
	};
}

type Fields = Readonly<Record<string, unknown>>;

/** Without what it has in common, and without its texts. */
const ownFields = (row: Fields, common: Fields): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(row).filter(
			([name, value]) => value !== undefined && !TEXTS.some((text) => text === name) && common[name] !== value,
		),
	);

type Text = { readonly id: unknown; readonly name: string; readonly text: string };

/** The texts of the calls that were kept, the most important one first. */
function textsByRank(calls: readonly CallRow[], kept: readonly Fields[]): Text[] {
	const [standing, ...others] = calls.filter(({ id }) => kept.some((call) => call.id === id)).toReversed();
	const named = (name: (typeof TEXTS)[number], some: readonly CallRow[]) =>
		some.flatMap((call): Text[] => (call[name] ? [{ id: call.id, name, text: call[name] }] : []));
	const earlier = others.toReversed();
	const all = standing ? [...earlier, standing] : earlier;
	return [
		...named("hiddenText", standing ? [standing] : []),
		...named("discardedText", all),
		...named("hiddenText", earlier),
	];
}

const textsOf = (texts: readonly { id: unknown; name: string; text: string | undefined }[], id: unknown): Fields =>
	Object.fromEntries(
		texts.flatMap((each) => (each.id === id && each.text !== undefined ? [[each.name, each.text]] : [])),
	);

const encoder = new TextEncoder();
const bytesOf = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;

/** `,"name":""` around a text of a row. */
const aroundText = (name: string): number => name.length + 6;
/** Less than this holds no text, and hardly its mark. */
const SHORTEST_TEXT = 16;

/** The bytes that are left of a row. After something that did not fit, nothing more is taken. */
class Room {
	#left: number;
	#isOver: boolean;

	constructor(bytes: number) {
		this.#left = bytes;
		this.#isOver = bytes < 0;
	}

	get isOver(): boolean {
		return this.#isOver;
	}

	/** From the first on, as many as fit, with a comma each. */
	takes<T>(values: readonly T[]): T[] {
		const taken: T[] = [];
		for (const value of values) {
			const bytes = bytesOf(value) + 1;
			this.#isOver ||= bytes > this.#left;
			if (this.#isOver) break;
			this.#left -= bytes;
			taken.push(value);
		}
		return taken;
	}

	takesText(name: string, text: string): string | undefined {
		const room = this.#left - aroundText(name);
		const fitted = this.#isOver || room < SHORTEST_TEXT ? undefined : cutToBytes(text, room);
		this.#isOver = fitted !== text;
		if (fitted !== undefined) this.#left -= bytesOf(fitted) - 2 + aroundText(name);
		return fitted;
	}
}
