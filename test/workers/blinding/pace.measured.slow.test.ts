import { beforeAll, describe, expect, inject, it } from "vitest";
import { crossFittedAuc, type Example } from "../../../src/analysis/classifier.ts";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { MachinePauses } from "../../support/blinding/machine-pauses.ts";
import { enrol, openStudy, type Participant, post, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";
import { events } from "../../support/replies/event-stream.ts";

/**
 * Measures how well timing and frame sizes distinguish two arms whose models differ tenfold in speed, over real HTTP and on the
 * real clock. Both models write the same texts, so that only their speed differs.
 *
 * Participants who took part while the machine paused are left out, whichever their arms, and others come in their place.
 *
 * With 600 replies for each arm, the standard error of an AUC of 1/2 is 0.017: by chance, the bound of 0.55 is exceeded once in
 * 700 runs. Power: times that reveal the arm with an AUC of 0.58 are found in 96 of 100 runs, with 0.6 in 999 of 1,000. What
 * that is in milliseconds depends on the machine, so delays are planted in the measured times: the AUC of the short one is
 * printed, and the long one has to be found on a busy machine too.
 */
const PARTICIPANTS = 600;
/** Without a pace, a few replies are enough to show the difference. */
const PARTICIPANTS_UNPACED = 60;
/** One of each arm, with one reply: two replies of one conversation would have much of their noise in common. */
const CONVERSATIONS = 2;
/** Participants mostly wait. More of them than two cores can serve would slow both arms down to the same speed. */
const AT_ONCE = 24;
/** Fewer participants, because without a pace all other work of the machine affects the times. */
const AT_ONCE_UNPACED = 2;
/** For participants who wait longer, for a step of two seconds. */
const AT_ONCE_LATE = 32;
/** The first participants come this long after one another. */
const ARRIVAL_MS = 300;
const BOUND = 0.55;
/** With a core to itself, the AUC was 0.80 and 0.98. */
const PLANTED_MS = { short: 10, long: 100 };
type Blinding = NonNullable<ProtocolInput["blinding"]>;
const blindings: Record<string, Blinding> = {
	"pace-on": { level: "double", pace: { firstFrameMs: 500, charactersPerSecond: 150 } },
	"pace-off": { level: "double", pace: "as-is" },
	// Replies are shown only when complete, and both models are too slow for that: both are late, one by half a second more.
	"pace-late": {
		level: "double",
		pace: { firstFrameMs: 30, charactersPerSecond: 500 },
		selfIdentification: "regenerate",
	},
};

function study(slug: string, blinding: Blinding): ProtocolInput {
	const small = smallStudy({
		slug,
		blinding,
		models: {
			fast: { provider: "openai-compatible", endpoint: "GPU", model: "speed-fast" },
			slow: { provider: "openai-compatible", endpoint: "GPU", model: "speed-slow" },
		},
		arms: [
			{ id: ARM_IDS[0], model: "fast" },
			{ id: ARM_IDS[1], model: "slow" },
		],
	});
	// Otherwise the next message would belong to the same conversation, and so to the same arm.
	const conversations = small.conversations.map((each) => ({ ...each, turns: { min: 1, max: 1 } }));
	return { ...small, conversations };
}

beforeAll(async () => {
	// These studies accept late replies on purpose.
	for (const [slug, blinding] of Object.entries(blindings))
		await openStudy(fetchWorker, KEY, study(slug, blinding), "?acceptLateReplies=true");
});

/** All that a client can measure of a reply: first frame, rate, number of frames, gaps, bytes, and the time until the next step. */
type Observed = readonly number[];

async function observe(who: Participant, step: string): Promise<Observed> {
	const sentMs = Date.now();
	const response = await post(fetchWorker, who, step, { text: "And then?" }, { Accept: "text/event-stream" });
	const frames: { atMs: number; length: number }[] = [];
	let viewMs = 0;
	for await (const { data } of events(response)) {
		if (data?.type === "text-delta") frames.push({ atMs: Date.now() - sentMs, length: String(data.delta).length });
		if (data?.type === "data-view") viewMs = Date.now() - sentMs;
	}
	return measured(frames, viewMs);
}

function measured(frames: readonly { atMs: number; length: number }[], viewMs: number): Observed {
	const first = frames[0]?.atMs ?? 0;
	const last = frames.at(-1)?.atMs ?? 0;
	const gaps = frames.slice(1).map(({ atMs }, index) => atMs - (frames[index]?.atMs ?? 0));
	const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
	const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / Math.max(1, gaps.length));
	const characters = frames.reduce((sum, { length }) => sum + length, 0);
	const largest = Math.max(...frames.map(({ length }) => length));
	const rate = characters / Math.max(1, last - first);
	return [first, rate, frames.length, mean, spread, Math.max(0, ...gaps), largest, viewMs - last];
}

type Seen = {
	readonly session: string;
	readonly observed: readonly Observed[];
	readonly sinceMs: number;
	readonly untilMs: number;
};

/** Everybody's replies in their order, of both conversations. */
async function takePart(slug: string, id: string): Promise<Seen> {
	const sinceMs = Date.now();
	const who = await enrol(fetchWorker, KEY, slug, id);
	const observed: Observed[] = [];
	while (observed.length < CONVERSATIONS) {
		const { step } = await walk(fetchWorker, who, ({ step: at }) => at?.kind === "message");
		observed.push(await observe(who, step?.id ?? ""));
	}
	await walk(fetchWorker, who);
	const untilMs = Date.now();
	await drain(who.session);
	return { session: who.session, observed, sinceMs, untilMs };
}

/**
 * In the order in which they came. As soon as one has ended, the next one comes. The first ones come one after the other:
 * otherwise all would do the same at the same time, and wait for each other.
 */
async function takePartUndisturbed(slug: string, participants: number, atOnce: number): Promise<Seen[]> {
	const pauses = new MachinePauses(() => fetch(new URL("/beat", inject("modelServerUrl"))).then((beat) => beat.text()));
	const seen: Seen[] = [];
	let [next, leftOut] = [0, 0];
	const place = async (_: unknown, index: number) => {
		await new Promise((resolve) => setTimeout(resolve, index * ARRIVAL_MS));
		while (next < participants + leftOut) {
			const person = next++;
			const one = await takePart(slug, `p${person}`);
			if (await pauses.during(one.sinceMs, one.untilMs)) leftOut += 1;
			else seen[person] = one;
		}
	};
	await Promise.all(Array.from({ length: atOnce }, place));
	await pauses.end();
	say(`${pauses.count} pauses of the machine, ${leftOut} participants left out`);
	// Without the places of those who were left out.
	return Object.values(seen);
}

/**
 * Interleaves both halves of the participants, because the classifier learns from every other example and is tested on the rest.
 * Neighbours must not be in different halves: participants of one block have opposite sequences, so a delay of the machine in
 * that minute would be learnt from one and be wrong for the other.
 */
function byHalves<T>(inOrder: readonly T[]): T[] {
	const half = Math.ceil(inOrder.length / 2);
	return inOrder.slice(0, half).flatMap((one, index) => [one, ...inOrder.slice(half + index, half + index + 1)]);
}

type Reply = { readonly observed: Observed; readonly positive: boolean };

/** Ties share their mean rank. */
function ranks(values: readonly number[]): number[] {
	const sorted = values.toSorted((one, other) => one - other);
	const meanRank = (value: number) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2;
	const byValue = new Map([...new Set(values)].map((value) => [value, meanRank(value)]));
	return values.map((value) => byValue.get(value) ?? 0);
}

/** The classifier gets ranks: of times, a few delays of the machine would outweigh everything else. */
function aucOf(found: readonly Reply[]): number {
	const columns = (found[0]?.observed ?? []).map((_, column) =>
		ranks(found.map((reply) => reply.observed[column] ?? 0)),
	);
	return crossFittedAuc(
		found.map(({ positive }, row): Example => ({ features: columns.map((column) => column[row] ?? 0), positive })),
	);
}

/** Which label is which does not matter. Distinguishing them is enough. */
async function labelled(slug: string, seen: readonly Seen[]): Promise<Reply[]> {
	const found = await rows<{ session: string; sequence: string }>(
		"SELECT session, sequence FROM v_sessions WHERE study = ?",
		slug,
	);
	const sequences = new Map(found.map(({ session, sequence }) => [session, sequence.split(" ")]));
	const [positive] = [...new Set([...sequences.values()].flat())].sort();
	return Array.from({ length: CONVERSATIONS }, (_, place) => place).flatMap((place) =>
		byHalves(seen).map(({ session, observed }) => ({
			observed: observed[place] ?? [],
			positive: sequences.get(session)?.[place] === positive,
		})),
	);
}

/** The differences of times that a blinded researcher can compute from the rows of these participants. */
async function timesInRows(slug: string, seen: readonly Seen[]): Promise<Reply[]> {
	const undisturbed = new Set(seen.map(({ session }) => session));
	const all = await rows<{ session: string; position: number; label: string } & Record<string, string | number>>(
		`SELECT sessions.id AS session, conversations.position, conversations.labels AS label,
			julianday(turns.sent_at) - julianday(conversations.started_at) AS to_message,
			julianday(conversations.ended_at) - julianday(turns.sent_at) AS to_end,
			julianday(ratings.rated_at) - julianday(conversations.ended_at) AS to_rating
		FROM conversations JOIN studies ON studies.id = conversations.study_id
		JOIN turns ON turns.conversation_id = conversations.id
		JOIN ratings ON ratings.conversation_id = conversations.id
		JOIN sessions ON sessions.id = conversations.session_id
		WHERE studies.slug = ? AND turns.turn = 1 ORDER BY sessions.started_at`,
		slug,
	);
	const found = all.filter(({ session }) => undisturbed.has(session));
	const [positive] = [...new Set(found.map(({ label }) => label))].sort();
	const periods = [1, 2].map((period) => byHalves(found.filter(({ position }) => position === period)));
	return periods.flat().map(({ session: _, position: __, label, ...times }) => ({
		observed: Object.values(times).map((days) => Number(days) * 86_400_000),
		positive: label === positive,
	}));
}

/** One arm's first frames come later by this time. */
const delayed = (found: readonly Reply[], ms: number): Reply[] =>
	found.map(({ observed: [first = 0, ...rest], positive }) => ({
		observed: [positive ? first + ms : first, ...rest],
		positive,
	}));

const report = (what: string, auc: number): void => say(`AUC ${what}: ${auc.toFixed(3)}`);

// biome-ignore lint/suspicious/noConsole: the figures are what this run is for.
const say = (text: string): void => console.info(text);

describe("a participant's client, of two arms that differ tenfold in speed", () => {
	let paced: readonly Seen[] = [];

	it(`cannot tell them apart by time and frames with pace on: AUC at most ${BOUND}`, async () => {
		paced = await takePartUndisturbed("pace-on", PARTICIPANTS, AT_ONCE);
		const found = await labelled("pace-on", paced);
		const auc = aucOf(found);
		report(`with pace on, of ${found.length} replies`, auc);
		expect(auc).toBeLessThanOrEqual(BOUND);
		report(`of the same with a delay of ${PLANTED_MS.short} ms`, aucOf(delayed(found, PLANTED_MS.short)));
		const planted = aucOf(delayed(found, PLANTED_MS.long));
		report(`of the same with a delay of ${PLANTED_MS.long} ms`, planted);
		expect(planted).toBeGreaterThan(BOUND);
	}, 1_200_000);

	it(`nor can a researcher, by any two times in D1: AUC at most ${BOUND}`, async () => {
		const found = await timesInRows("pace-on", paced);
		expect(found).toHaveLength(PARTICIPANTS * CONVERSATIONS);
		const auc = aucOf(found);
		report("of times in D1 with pace on", auc);
		expect(auc).toBeLessThanOrEqual(BOUND);
	});

	it(`cannot where both models are late within one step: AUC at most ${BOUND}`, async () => {
		const found = await labelled("pace-late", await takePartUndisturbed("pace-late", PARTICIPANTS, AT_ONCE_LATE));
		const auc = aucOf(found);
		report(`of late models, of ${found.length} replies`, auc);
		expect(auc).toBeLessThanOrEqual(BOUND);
	}, 1_200_000);

	it("could, with pace off", async () => {
		const seen = await takePartUndisturbed("pace-off", PARTICIPANTS_UNPACED, AT_ONCE_UNPACED);
		const found = await labelled("pace-off", seen);
		const auc = aucOf(found);
		report(`with pace off, of ${found.length} replies`, auc);
		expect(auc).toBeGreaterThan(0.9);
	}, 1_200_000);
});
