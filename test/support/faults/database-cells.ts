import { ARRIVAL_WITHIN_MS } from "../../../src/recruitment/answer-in-time.ts";
import type { Cell } from "./cell.ts";
import type { D1Fault } from "./d1-faults.ts";

export type DatabaseMoment =
	| "on arrival"
	| "on a return by the link"
	| "during the session"
	| "after the end"
	| "on an erasure";
export type DatabaseCell = { readonly fault: D1Fault; readonly moment: DatabaseMoment };

const FAULTS: readonly D1Fault[] = ["down", "slow", "read-only", "full"];
const MOMENTS: readonly DatabaseMoment[] = [
	"on arrival",
	"on a return by the link",
	"during the session",
	"after the end",
	"on an erasure",
];

export const DATABASE_CELLS: readonly DatabaseCell[] = FAULTS.flatMap((fault) =>
	MOMENTS.map((moment) => ({ fault, moment })),
);

export const databaseTitle = ({ fault, moment }: DatabaseCell): string => `D1 is ${fault}, ${moment}`;

const DOWN_AT_ENTRY = {
	sees: "503 `unavailable` with `Retry-After`; in a browser a page that says that the fault is ours",
	waits: "none: the refusal comes at once",
	finishes: "yes: the same link works when D1 answers again",
};
const SLOW_AT_ENTRY = {
	sees: "the session, when D1 has answered; 503 `unavailable` if that takes too long",
	waits: `${ARRIVAL_WITHIN_MS / 1000} s`,
	finishes: "yes: the same link works when D1 answers again",
};
const NOTHING_SEEN = { sees: "no sign of the fault: the next step", waits: "none", finishes: "yes" };
const LATER_ROWS = {
	sees: "no sign of the fault: the exit. The rows wait in the session's object",
	waits: "none; the rows come within 45 s after D1 answers again",
	finishes: "yes",
};
const ERASED = {
	sees: "that everything is erased. The session's log is; D1's rows follow",
	waits: "none; the rows go within 45 s after D1 answers again",
	finishes: "the session is over",
};

function described({ fault, moment }: DatabaseCell): Pick<Cell, "sees" | "waits" | "finishes"> {
	if (moment === "during the session") return NOTHING_SEEN;
	if (moment === "after the end") return LATER_ROWS;
	if (moment === "on an erasure") return ERASED;
	if (fault === "down") return DOWN_AT_ENTRY;
	return fault === "slow" ? SLOW_AT_ENTRY : NOTHING_SEEN;
}

const FILE = "test/workers/faults/database.test.ts";
const cell = (fault: string, moment: string, rest: Pick<Cell, "sees" | "waits" | "finishes">, test = FILE): Cell => ({
	...{ area: "D1", fault, moment, layout: "any", ...rest },
	test: { file: test, title: "" },
});

export const DATABASE_ROWS: readonly Cell[] = [
	...DATABASE_CELLS.map((each): Cell => {
		const made = cell(each.fault, each.moment, described(each));
		return { ...made, test: { file: FILE, title: databaseTitle(each) } };
	}),
	{
		...cell("slow", "on arrival, without an end", SLOW_AT_ENTRY),
		test: {
			file: "test/workers/faults/arrival.waiting.slow.test.ts",
			title: "is refused in time by a silent D1 or allocator, and gets in when they answer again",
		},
	},
	{
		...cell("slow", "during a session with a signed return", NOTHING_SEEN),
		waits: "2 s, once in ten seconds",
		test: { file: FILE, title: "lets a participant with a signed return wait once, and not at each step" },
	},
	{
		...cell("lost, and rebuilt from the logs", "during the session", NOTHING_SEEN),
		test: {
			file: "test/browser/back-up.slow.test.ts",
			title: "rebuilds a lost database from a small copy of the studies' tables and from the sessions' logs",
		},
	},
	{
		...cell("a row with the same key", "after the end", LATER_ROWS),
		test: { file: FILE, title: "overwrites a row with the same key and other content" },
	},
	{
		...cell("a row that breaks a rule of the table", "after the end", LATER_ROWS),
		waits: "none. The row is set aside, reported, and tried again after six hours",
		test: { file: FILE, title: "sets a row aside that conflicts with a row of another session" },
	},
	{
		...cell("refuses one row", "after the end", LATER_ROWS),
		waits: "none. The row is set aside, reported, and tried again after six hours",
		test: {
			file: "test/workers/session/outbox.test.ts",
			title: "writes all other rows, and shows researchers which one is missing",
		},
	},
];
