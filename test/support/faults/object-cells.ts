import { REPLY_LIMITS } from "../../../src/replies/write/reply-limits.ts";
import { PHASES, type Phase } from "../../chaos/plan.ts";
import { type Cell, LAYOUTS, type Layout } from "./cell.ts";

const OBJECT = "test/workers/faults/object.test.ts";
const EVICTION = "test/workers/session/eviction.test.ts";
const BOUNDARIES = "test/workers/faults/event-boundaries.test.ts";

type Row = Omit<Cell, "area" | "layout" | "test"> & {
	readonly file: string;
	readonly title: string;
	/** One cell for each layout, because the fault concerns a reply. Otherwise one for all. */
	readonly isByLayout?: true;
};

const cellsOf = ({ file, title, isByLayout, ...rest }: Row): Cell[] =>
	(isByLayout ? LAYOUTS : (["any"] as const)).map((layout: Layout | "any"): Cell => {
		return { area: "The session's object", ...rest, layout, test: { file, title } };
	});

const MOMENTS_OF_KILLS: Readonly<Record<Phase, string>> = {
	enrolment: "on arrival",
	allocation: "at randomisation",
	answer: "at an answer",
	"before the first text": "before the first text",
	"between texts": "in the middle of a reply",
	"after the end": "after the end of a model's text",
};

const NOTHING = "no sign of the fault: the same step";
const AT_ONCE = "none";
const LONGEST_REPLY = `as long as the reply takes, a failure at most ${REPLY_LIMITS.failureShownMs / 1000} s`;

const EVICTED: readonly Row[] = [
	{
		fault: "evicted",
		moment: "between any two steps",
		sees: NOTHING,
		waits: AT_ONCE,
		finishes: "yes",
		file: EVICTION,
		title: "shows the same step afterwards, at every kind of step",
		isByLayout: true,
	},
	{
		fault: "evicted",
		moment: "right after each answer",
		sees: "the next step; a reply goes on by the alarm or by the next request",
		waits: LONGEST_REPLY,
		finishes: "yes",
		file: OBJECT,
		title: "loses nothing when it is evicted right after each answer",
		isByLayout: true,
	},
	{
		fault: "evicted",
		moment: "in the middle of a reply",
		sees: "the rest of the reply from the next byte",
		waits: LONGEST_REPLY,
		finishes: "yes",
		file: EVICTION,
		title: "continues a reply from the next byte, without gaps or repeats",
		isByLayout: true,
	},
	{
		fault: "evicted",
		moment: "after a stop",
		sees: "what was shown of the reply",
		waits: AT_ONCE,
		finishes: "yes",
		file: "test/workers/session/stop.test.ts",
		title: "keeps the text through an eviction, also when it was stopped just after one",
	},
];

const BREAKS = "503 `unavailable` with `Retry-After`, or a stream that breaks";

/** Killed right after a commit, so that whoever waits gets no answer although the event is stored. */
const DIES: readonly Row[] = [
	{
		fault: "dies",
		moment: "after each event of a whole session",
		sees: `${BREAKS}; after a repeat, the next step`,
		waits: "none: the repeat is answered as if nothing had happened",
		finishes: "yes",
		file: BOUNDARIES,
		title: "goes on when the participant repeats what was not answered",
		isByLayout: true,
	},
	{
		fault: "dies",
		moment: "after each event of a whole session, and its alarm comes first",
		sees: `${BREAKS}; after a repeat, the next step`,
		waits: "none: the repeat is answered as if nothing had happened",
		finishes: "yes",
		file: BOUNDARIES,
		title: "goes on by its alarm before the participant repeats anything",
		isByLayout: true,
	},
	{
		fault: "dies",
		moment:
			"after an event of any type: a failed, stopped or reported reply, a lapsed or renewed place, changed settings, any end, an erasure",
		sees: `${BREAKS} if they asked for something; then the same as without the fault`,
		waits: "none: the repeat is answered as if nothing had happened",
		finishes: "as without the fault",
		file: BOUNDARIES,
		title: "goes on with a participant who %s",
	},
	{
		fault: "dies",
		moment: "on arrival by a link that Prolific signed",
		sees: "503 `unavailable`; then 403 `link_refused`, because the link was used; by the next link from Prolific, the session",
		waits: "none",
		finishes: "yes, by a new link",
		file: BOUNDARIES,
		title: "goes on with a participant who %s",
	},
];

const WATCH: readonly Row[] = [
	{
		fault: "its alarm comes twice",
		moment: "while a reply is written",
		sees: "one reply",
		waits: LONGEST_REPLY,
		finishes: "yes",
		file: OBJECT,
		title: "writes a reply once when its alarm comes twice meanwhile",
		isByLayout: true,
	},
	{
		fault: "its alarm comes twice",
		moment: "while rows wait for D1",
		sees: "no sign of the fault",
		waits: "none",
		finishes: "yes",
		file: OBJECT,
		title: "writes rows once",
	},
	{
		fault: "its alarm comes twice",
		moment: "when the session expires",
		sees: "`expired`, with its exit",
		waits: "none",
		finishes: "the session is over, as the protocol says",
		file: OBJECT,
		title: "lets a session expire once",
	},
	{
		fault: "the platform has given up its alarm",
		moment: "before the participant returns",
		sees: NOTHING,
		waits: "none; any request sets the alarm again",
		finishes: "yes",
		file: OBJECT,
		title: "sets it again when the participant returns",
	},
	{
		fault: "the platform has given up its alarm",
		moment: "after the end",
		sees: "no sign of the fault",
		waits: "none; the rows come after `crossover rebuild`",
		finishes: "yes",
		file: OBJECT,
		title: "delivers its rows after a rebuild if nobody returns",
	},
	{
		fault: "its alarm fails more often than the platform repeats it",
		moment: "while rows wait for D1",
		sees: "no sign of the fault",
		waits: "none; the alarm tries again after 60 s at most",
		finishes: "yes",
		file: OBJECT,
		title: "never loses it by failures of its own, however many there are",
	},
];

const STORED: readonly Row[] = [
	{
		fault: "its storage is full",
		moment: "at an answer",
		sees: "503 `unavailable` with `Retry-After`; the view still shows the same step",
		waits: "none: the refusal comes at once. The app repeats the answer until there is room",
		finishes: "yes, when there is room again",
		file: OBJECT,
		title: "refuses an answer as unavailable, shows the same step, and takes the answer when there is room again",
	},
	{
		fault: "its storage is full",
		moment: "at an answer, in the app",
		sees: "“The study cannot be reached at the moment. Nothing is lost; we keep trying.”",
		waits: "18 s after there is room, the longest pause between two tries",
		finishes: "yes, when there is room again",
		file: "test/browser/trouble.test.ts",
		title: "is sent again if it was refused as unavailable, after the server's delay",
	},
	{
		fault: "its storage is full",
		moment: "while a reply is written",
		sees: "`generating`, then the reply",
		waits: "60 s after there is room",
		finishes: "yes, when there is room again",
		file: OBJECT,
		title: "continues a reply by its alarm after its storage was full",
		isByLayout: true,
	},
	{
		fault: "it has the stored schema of an earlier release",
		moment: "during the session",
		sees: NOTHING,
		waits: AT_ONCE,
		finishes: "yes",
		file: "test/workers/session/earlier-releases.test.ts",
		title: "shows a participant the same step, and lets them finish",
	},
	{
		fault: "it has the stored schema of an earlier release",
		moment: "after the end",
		sees: "the same end",
		waits: AT_ONCE,
		finishes: "it has ended",
		file: "test/workers/session/earlier-releases.test.ts",
		title: "still shows the end of a session that was complete",
	},
];

const LOST: readonly Row[] = [
	{
		fault: "it is lost with its log",
		moment: "during the session",
		sees: "404; by the same link the consent again, with the same place",
		waits: "none",
		finishes: "yes, from the start. The rows in D1 stay until new ones replace them",
		file: "test/browser/back-up.slow.test.ts",
		title: "keeps the rows of a session whose object is lost until the participant starts again",
	},
];

/** A process takes all its objects with it. Participants answer over HTTP in each layout, and the kill aims at the moment. */
const KILLED: readonly Cell[] = PHASES.flatMap((phase) =>
	LAYOUTS.map(
		(layout): Cell => ({
			area: "The session's object",
			fault: "killed with its process",
			moment: MOMENTS_OF_KILLS[phase],
			layout,
			sees: "a connection that breaks, then the step or the rest of the reply",
			waits: `until the process is back; then a failure at most ${REPLY_LIMITS.failureShownMs / 1000} s`,
			finishes: "yes",
			test: { file: "test/chaos/run.ts", script: "chaos" },
		}),
	),
);

export const OBJECT_CELLS: readonly Cell[] = [
	...[...EVICTED, ...DIES, ...WATCH, ...STORED, ...LOST].flatMap(cellsOf),
	...KILLED,
];
