import { REPLY_LIMITS } from "../../../src/replies/write/reply-limits.ts";
import { type Cell, LAYOUTS, type Layout } from "./cell.ts";

const CLIENT = "test/workers/faults/client.test.ts";
const EVICTION = "test/workers/session/eviction.test.ts";
const TROUBLE = "test/browser/trouble.test.ts";
const NOTHING_LOST = "test/browser/nothing-lost.test.ts";

type Row = Omit<Cell, "area" | "layout" | "test" | "finishes"> & {
	readonly file: string;
	readonly title: string;
	readonly finishes?: string;
	readonly isByLayout?: true;
};

const cellsOf = ({ file, title, isByLayout, finishes = "yes", ...rest }: Row): Cell[] =>
	(isByLayout ? LAYOUTS : (["any"] as const)).map((layout: Layout | "any"): Cell => {
		return { area: "The participant's client", ...rest, finishes, layout, test: { file, title } };
	});

const AS_LONG_AS_THE_REPLY = `as long as the reply takes, a failure at most ${REPLY_LIMITS.failureShownMs / 1000} s`;

const GONE: readonly Row[] = [
	{
		fault: "gone",
		moment: "in the middle of a reply",
		sees: "the whole reply, on the return",
		waits: AS_LONG_AS_THE_REPLY,
		file: EVICTION,
		title: "finishes the reply by the alarm, without any request",
		isByLayout: true,
	},
	{
		fault: "gone",
		moment: "for good",
		sees: "`expired` after the study's `expiresAfter`",
		waits: "none",
		finishes: "the session is over, and its place is free again",
		file: "test/workers/faults/object.test.ts",
		title: "lets a session expire once",
	},
	{
		fault: "gone",
		moment: "before the first message, until the place lapsed",
		sees: "the same step; `retry` while the allocator does not answer",
		waits: "15 s for each answer, and 60 s until they may finish without a place",
		file: "test/workers/session/lapsed-place.test.ts",
		title: "learns that the message was not accepted, and can send it when the allocator answers again",
	},
	{
		fault: "back",
		moment: "in the middle of a reply",
		sees: "the rest of the reply from the next byte",
		waits: AS_LONG_AS_THE_REPLY,
		file: EVICTION,
		title: "continues a reply from the next byte, without gaps or repeats",
		isByLayout: true,
	},
	{
		fault: "back",
		moment: "by a reload in the middle of a reply",
		sees: "the reply from its start, without a gap",
		waits: AS_LONG_AS_THE_REPLY,
		file: TROUBLE,
		title: "ends with the server's transcript after a reload",
	},
	{
		fault: "back",
		moment: "after the network was lost",
		sees: "“You are offline. Nothing is lost”, then the reply",
		waits: "none after the browser says that the network is back",
		file: TROUBLE,
		title: "shows that the connection is lost, and continues when it is back",
	},
	{
		fault: "back",
		moment: "with a message that was not sent",
		sees: "“Offline, will be saved”, then the reply",
		waits: "none after the browser says that the network is back",
		file: NOTHING_LOST,
		title: "can send, and the message is kept for later",
	},
];

const REPEATED: readonly Row[] = [
	{
		fault: "sends each request twice",
		moment: "at every step, at the same time",
		sees: "the next step, twice",
		waits: AS_LONG_AS_THE_REPLY,
		file: CLIENT,
		title: "gets the same step for a doubled request, and each answer counts once",
		isByLayout: true,
	},
	{
		fault: "sends each request twice",
		moment: "because the response was lost",
		sees: "the reply",
		waits: AS_LONG_AS_THE_REPLY,
		file: TROUBLE,
		title: "counts once if it arrived and its response was lost",
	},
	{
		fault: "sends an old answer again",
		moment: "at every later step",
		sees: "the current step; 409 with its id if the answer is another",
		waits: "none",
		file: CLIENT,
		title: "gets the current step for an old answer that is sent again, at every later step",
		isByLayout: true,
	},
	{
		fault: "sends an old answer again",
		moment: "from another tab",
		sees: "“This message was not sent, because the conversation went on in another tab.”",
		waits: "none",
		file: NOTHING_LOST,
		title: "explain to the slower one why its text is back",
	},
];

const CLOCK: readonly Row[] = [
	{
		fault: "its clock is decades wrong",
		moment: "at every step",
		sees: "no sign of the fault: the next step. No time in D1 is the client's",
		waits: "none",
		file: CLIENT,
		title: "finishes with a clock that is decades wrong",
		isByLayout: true,
	},
	{
		fault: "its clock runs backwards",
		moment: "at a form",
		sees: "400 with the pointer of the time, and the same step",
		waits: "none",
		file: CLIENT,
		title: "learns which time is impossible, and can send the answer without it",
	},
	{
		fault: "its clock jumps",
		moment: "in the app, at every step",
		sees: "no sign of the fault: the next step",
		waits: "none",
		file: "test/browser/wrong-clock.slow.test.ts",
		title: "lets a participant finish the session",
	},
];

export const CLIENT_CELLS: readonly Cell[] = [...GONE, ...REPEATED, ...CLOCK].flatMap(cellsOf);
