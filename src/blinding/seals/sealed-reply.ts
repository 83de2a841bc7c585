import type { modelCalls } from "../../db/tables/sealed.ts";
import type { deviations } from "../../db/tables/sessions.ts";
import { cutToBytes } from "../../shared/json.ts";

/** The format of a sealed row's content. Rows of earlier studies hold one call each and name no format. */
export const BLOCK_FORMAT = "crossover-reply/1";

type CallRow = Omit<typeof modelCalls.$inferInsert, "sealed">;
type DeviationRow = typeof deviations.$inferInsert;

/** One candidate's rows as they are in D1 after unblinding. */
export type OpenReply = {
	/** In every row of the candidate. */
	readonly place: {
		readonly studyId: string;
		readonly protocolHash: string;
		readonly sessionId: string;
		readonly conversationId: string;
		readonly turn: number;
		readonly slot: string;
		readonly label: string | null;
	};
	/** In the order of the calls. */
	readonly calls: readonly CallRow[];
	/** Of discarded texts. */
	readonly deviations: readonly DeviationRow[];
	readonly turn: { readonly id: string; readonly retries: number };
};

/** The content of a sealed row. A row of D1 is `place`, plus `shared` if it is a call, plus its own fields, which take precedence. */
export type ReplyBlock = {
	readonly format: typeof BLOCK_FORMAT;
	readonly place: OpenReply["place"];
	readonly turn: OpenReply["turn"];
	/** Fields that most calls of a candidate share: prompt, model, adapter. */
	readonly shared: Readonly<Record<string, unknown>>;
	readonly calls: readonly Readonly<Record<string, unknown>>[];
	readonly deviations: readonly Readonly<Record<string, unknown>>[];
	/** Something was left out or cut. The session's log has all of it. */
	readonly truncated: boolean;
};

const SHARED = ["provider", "model", "adapter", "adapterStoodIn", "prompt", "currency"] as const;
const TEXTS = ["hiddenText", "discardedText"] as const;

/**
 * A reply in at most `size` bytes of JSON. Its parts are added in this order: the last call, the prompt, the other calls
 * from the first on, the deviations, the last call's hidden text, discarded texts, other hidden texts. The first part that
 * does not fit is cut if it is a text, and nothing is added after it.
 */
export function blockOf({ place, turn, calls, deviations }: OpenReply, size: number): ReplyBlock {
	const last = calls.at(-1);
	const { prompt, ...names } = Object.fromEntries(SHARED.map((name) => [name, last?.[name]]));
	const shared = typeof prompt === "string" ? names : { ...names, prompt };
	const empty = { format: BLOCK_FORMAT, place, turn, shared, calls: [], deviations: [], truncated: false } as const;
	const budget = new ByteBudget(size - bytesOf(empty));
	const withoutTexts = calls.map((call) => ownFields(call, { ...place, ...names, prompt }));
	const lastCall = budget.takes(withoutTexts.slice(-1));
	const fittedPrompt = typeof prompt === "string" ? budget.takesText("prompt", prompt) : undefined;
	const others = budget.takes(withoutTexts.slice(0, -1));
	const places = budget.takes(deviations.map((row) => ownFields(row, place)));
	const kept = [...others, ...lastCall];
	const texts = textsByRank(calls, kept).map(({ id, name, text }) => ({
		id,
		name,
		text: budget.takesText(name, text),
	}));
	return {
		...empty,
		shared: fittedPrompt === undefined ? shared : { ...shared, prompt: fittedPrompt },
		calls: kept.map((call) => ({ ...call, ...textsOf(texts, call.id) })),
		deviations: places,
		truncated: budget.isOver,
	};
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields that differ from `common`, without texts. */
const ownFields = (row: Fields, common: Fields): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(row).filter(
			([name, value]) => value !== undefined && !TEXTS.some((text) => text === name) && common[name] !== value,
		),
	);

type Text = { readonly id: unknown; readonly name: string; readonly text: string };

/** The texts of the kept calls, the most important first. */
function textsByRank(calls: readonly CallRow[], kept: readonly Fields[]): Text[] {
	const [lastCall, ...others] = calls.filter(({ id }) => kept.some((call) => call.id === id)).toReversed();
	const named = (name: (typeof TEXTS)[number], some: readonly CallRow[]) =>
		some.flatMap((call): Text[] => (call[name] ? [{ id: call.id, name, text: call[name] }] : []));
	const earlier = others.toReversed();
	const all = lastCall ? [...earlier, lastCall] : earlier;
	return [
		...named("hiddenText", lastCall ? [lastCall] : []),
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

/** The length of `,"name":""` around a text. */
const aroundText = (name: string): number => name.length + 6;
/** Less budget than this holds hardly more than the mark of a cut. */
const SHORTEST_TEXT = 16;

/** The bytes left in a row. After a part that did not fit, nothing is added. */
class ByteBudget {
	#left: number;
	#isOver: boolean;

	constructor(bytes: number) {
		this.#left = bytes;
		this.#isOver = bytes < 0;
	}

	get isOver(): boolean {
		return this.#isOver;
	}

	/** As many as fit, from the first on, with a comma each. */
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
		const budget = this.#left - aroundText(name);
		const fitted = this.#isOver || budget < SHORTEST_TEXT ? undefined : cutToBytes(text, budget);
		this.#isOver = fitted !== text;
		if (fitted !== undefined) this.#left -= bytesOf(fitted) - 2 + aroundText(name);
		return fitted;
	}
}
