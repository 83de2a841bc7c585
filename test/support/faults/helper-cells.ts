import { ARRIVAL_WITHIN_MS } from "../../../src/recruitment/answer-in-time.ts";
import type { Cell } from "./cell.ts";

const ARRIVAL = "test/workers/faults/arrival.waiting.slow.test.ts";
const LAPSED = "test/workers/session/lapsed-place.test.ts";
const ALLOCATOR_DOWN = "test/workers/session/allocator-down.waiting.slow.test.ts";

type Row = Omit<Cell, "area" | "layout" | "test"> & { readonly file: string; readonly title: string };

const ROWS: readonly Row[] = [
	{
		fault: "the allocator is silent",
		moment: "on arrival",
		sees: "503 `unavailable` with `Retry-After`; in a browser a page that says that the fault is ours",
		waits: `${ARRIVAL_WITHIN_MS / 1000} s`,
		finishes: "yes: the same link works when it answers again",
		file: ARRIVAL,
		title: "is refused in time by a silent D1 or allocator, and gets in when they answer again",
	},
	{
		fault: "the allocator is down",
		moment: "at randomisation",
		sees: "`retry`; from the third failure on, they may finish without a place",
		waits: "15 s for each answer",
		finishes: "yes, by the exit that pays",
		file: ALLOCATOR_DOWN,
		title: "lets a participant finish while the allocator does not answer",
	},
	{
		fault: "the allocator is silent",
		moment: "when the place has lapsed",
		sees: "409 `step_not_current`, then `retry`",
		waits: "15 s for each answer",
		finishes: "yes",
		file: ALLOCATOR_DOWN,
		title: "answers a participant whose reservation lapsed within half a minute, if the allocator does not answer",
	},
	{
		fault: "the allocator is down",
		moment: "when the place has lapsed",
		sees: "`retry`; after a minute they may finish without a place",
		waits: "15 s for each answer",
		finishes: "yes, by the exit that pays",
		file: LAPSED,
		title: "may finish after a minute, with the code that pays",
	},
	{
		fault: "the allocator is lost",
		moment: "during the session",
		sees: "with a place, no sign of the fault; without one, `retry`; on arrival, `study_not_open`",
		waits: "none",
		finishes: "yes, with a place",
		file: "test/browser/back-up.slow.test.ts",
		title: "lets only sessions with a place continue if their study's allocator is lost",
	},
	{
		fault: "the circuit breaker and the limiter are silent",
		moment: "on arrival and during the session",
		sees: "no sign of the fault: the next step. The model server counts as working, and requests are allowed",
		waits: "4 s on arrival, 1 s for the first reply",
		finishes: "yes",
		file: ARRIVAL,
		title: "gets in soon without the circuit breaker and the limiter, and can finish without the breaker",
	},
];

/** Faults of the other objects that a session calls. */
export const HELPER_CELLS: readonly Cell[] = ROWS.map(({ file, title, ...rest }) => ({
	...{ area: "Other objects", layout: "any", ...rest },
	test: { file, title },
}));
