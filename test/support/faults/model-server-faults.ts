import { REPLY_LIMITS } from "../../../src/replies/write/reply-limits.ts";
import { ODD_REPLIES } from "../models/odd-replies.ts";
import { type Cell, LAYOUTS, type Layout } from "./cell.ts";

type Moment = "before the first text" | "after the first text";

/** One way in which a model server fails. */
export type ModelFault = {
	readonly fault: string;
	readonly moment: Moment;
	/** The response from the table of odd replies. Null: nothing listens at the address. */
	readonly odd: string | null;
	/** Runs into time limits or repeats its calls, so it takes tens of seconds. */
	readonly isSlow?: true;
};

const before = (fault: string, odd: string | null): ModelFault => ({
	...{ fault, odd, moment: "before the first text", isSlow: true },
});
const after = (fault: string, odd: string): ModelFault => ({ fault, odd, moment: "after the first text" });

export const MODEL_FAULTS: readonly ModelFault[] = [
	before("the connection is refused", null),
	before("the connection is reset", "resets-at-once"),
	after("the connection is reset", "resets-in-the-middle"),
	before("429", "429"),
	after("429", "error-429-in-the-middle"),
	before("500", "500"),
	after("500", "error-vllm"),
	before("the response is cut off", "empty-body"),
	after("the response is cut off", "ends-without-finish"),
	before("a malformed chunk", "not-json-at-once"),
	after("a malformed chunk", "not-json"),
	before("a slow drip", "keep-alives-and-nothing"),
	{ ...after("a slow drip", "a-character-in-ten-seconds"), isSlow: true },
	before("silence", "never-answers"),
	{ ...after("silence", "stops-after-a-few-words"), isSlow: true },
	before("an empty reply", "no-words"),
	{ fault: "1 MB in one chunk", moment: "before the first text", odd: "one-chunk-of-1-MB" },
	after("1 MB in many chunks", "1-MB-in-chunks"),
	before("a reply of white space without end", "endless-white-space"),
	after("a text without end", "endless-text"),
];

/** The result of a reply's first round. */
export const endOf = ({ odd }: ModelFault): "reply" | "retry" => {
	const sees = odd === null ? "retry" : ODD_REPLIES[odd]?.outcome.sees;
	if (sees !== "reply" && sees !== "retry") throw new Error(`the matrix has no such end: ${odd} ${sees}`);
	return sees;
};

export type ModelCell = { readonly fault: ModelFault; readonly layout: Layout };

export const modelCells = (isSlow: boolean): ModelCell[] =>
	MODEL_FAULTS.filter((fault) => (fault.isSlow ?? false) === isSlow).flatMap((fault) =>
		LAYOUTS.map((layout) => ({ fault, layout })),
	);

export const titleOf = ({ fault: { fault, moment }, layout }: ModelCell): string =>
	`${fault}, ${moment}, in the layout ${layout}`;

const SEES = {
	retry: "`retry`: “The assistant could not answer. Your message is kept: please try again.”",
	reply: "a reply of at most the cap on characters; a `choice` under best-of",
};

const FILES = {
	fast: "test/workers/faults/model-server.test.ts",
	slow: "test/workers/faults/model-server.waiting.slow.test.ts",
};

export const MODEL_SERVER_CELLS: readonly Cell[] = [false, true].flatMap((isSlow) =>
	modelCells(isSlow).map((cell): Cell => {
		const end = endOf(cell.fault);
		return {
			area: "Model server",
			fault: cell.fault.fault,
			moment: cell.fault.moment,
			layout: cell.layout,
			sees: SEES[end],
			waits: `${REPLY_LIMITS.failureShownMs / 1000} s`,
			finishes: end === "retry" ? "by a retry; from the second failure on, also by leaving the conversation" : "yes",
			test: { file: isSlow ? FILES.slow : FILES.fast, title: titleOf(cell) },
		};
	}),
);
