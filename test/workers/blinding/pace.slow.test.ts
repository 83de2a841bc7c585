import { beforeAll, describe, expect, it } from "vitest";
import { crossFittedAuc, type Example } from "../../../src/analysis/classifier.ts";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { enrol, openStudy, type Participant, post, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";
import { events } from "../../support/replies/event-stream.ts";

/**
 * Measures how well timing and frame sizes distinguish two arms whose models differ tenfold in speed, over real HTTP and on the
 * real clock. Both models write the same texts, so that only their speed differs. With 600 replies for each arm, the standard
 * error of an AUC of 1/2 is 0.017: by chance, the bound of 0.55 is exceeded once in 700 runs.
 */
const PARTICIPANTS = 600;
/** Without a pace, a few replies are enough to show the difference. */
const PARTICIPANTS_UNPACED = 60;
/** More participants than two cores can serve would slow both arms down to the same speed. */
const AT_ONCE = 8;
const BOUND = 0.55;
/** Fewer participants, because without a pace all other work of the machine affects the times. */
const AT_ONCE_UNPACED = 2;
/** For participants who mostly wait, for a step of two seconds. */
const AT_ONCE_LATE = 16;
type Blinding = NonNullable<ProtocolInput["blinding"]>;
const blindings: Record<string, Blinding> = {
	"pace-on": { level: "double", pace: { firstFrameMs: 400, charactersPerSecond: 150 } },
	"pace-off": { level: "double", pace: "as-is" },
	// Replies are shown only when complete, and both models are too slow for that: both are late, one by half a second more.
	"pace-late": {
		level: "double",
		pace: { firstFrameMs: 30, charactersPerSecond: 500 },
		selfIdentification: "regenerate",
	},
};

const study = (slug: string, blinding: Blinding) =>
	smallStudy({
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

beforeAll(async () => {
	// These studies accept late replies on purpose.
	for (const [slug, blinding] of Object.entries(blindings))
		await openStudy(fetchWorker, KEY, study(slug, blinding), "?acceptLateReplies=true");
});

/** All that a client can measure of a reply: first frame, rate, number of frames, gaps, bytes, and the time until the next step. */
async function observe(who: Participant): Promise<number[]> {
	const { step } = await walk(fetchWorker, who, ({ step: at }) => at?.kind === "message");
	const sentMs = Date.now();
	const response = await post(fetchWorker, who, step?.id ?? "", { text: "And then?" }, { Accept: "text/event-stream" });
	const frames: { atMs: number; length: number }[] = [];
	let viewMs = 0;
	for await (const { data } of events(response)) {
		if (data?.type === "text-delta") frames.push({ atMs: Date.now() - sentMs, length: String(data.delta).length });
		if (data?.type === "data-view") viewMs = Date.now() - sentMs;
	}
	return features(frames, viewMs);
}

function features(frames: readonly { atMs: number; length: number }[], viewMs: number): number[] {
	const first = frames[0]?.atMs ?? 0;
	const last = frames.at(-1)?.atMs ?? 0;
	const gaps = frames.slice(1).map(({ atMs }, index) => atMs - (frames[index]?.atMs ?? 0));
	const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
	const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / Math.max(1, gaps.length));
	const characters = frames.reduce((sum, { length }) => sum + length, 0);
	const largest = Math.max(...frames.map(({ length }) => length));
	const rate = characters / Math.max(1, last - first);
	const observed = [first, rate, frames.length, mean, spread, Math.max(0, ...gaps), largest, viewMs - last];
	// Times and rates are skewed. With logarithms, a single delay of the machine does not outweigh everything else.
	return observed.map((value) => Math.log1p(Math.max(0, value)));
}

async function replies(slug: string, participants: number, atOnce = AT_ONCE): Promise<Example[]> {
	const observed: { session: string; features: number[][] }[] = [];
	for (let from = 0; from < participants; from += atOnce) {
		const batch = Array.from({ length: Math.min(atOnce, participants - from) }, async (_, index) => {
			const who = await enrol(fetchWorker, KEY, slug, `p${from + index}`);
			const [first, second] = [await observe(who), await secondConversation(who)];
			await drain(who.session);
			return { session: who.session, features: [first, second] };
		});
		observed.push(...(await Promise.all(batch)));
	}
	return labelled(slug, observed);
}

async function secondConversation(who: Participant): Promise<number[]> {
	const first = (await see(fetchWorker, who)).conversation?.index;
	await walk(fetchWorker, who, ({ step, conversation }) => step?.kind === "message" && conversation?.index !== first);
	return observe(who);
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

/** Which label is which does not matter. Distinguishing them is enough. */
async function labelled(
	slug: string,
	observed: readonly { session: string; features: number[][] }[],
): Promise<Example[]> {
	const found = await rows<{ session: string; sequence: string }>(
		"SELECT session, sequence FROM v_sessions WHERE study = ?",
		slug,
	);
	const sequences = new Map(found.map(({ session, sequence }) => [session, sequence.split(" ")]));
	const [positive] = [...new Set([...sequences.values()].flat())].sort();
	return [0, 1].flatMap((period) =>
		byHalves(observed).map(({ session, features: both }) => ({
			features: both[period] ?? [],
			positive: sequences.get(session)?.[period] === positive,
		})),
	);
}

async function timesInRows(slug: string): Promise<Example[]> {
	const found = await rows<{ position: number; label: string } & Record<string, string | number>>(
		`SELECT conversations.position, conversations.labels AS label,
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
	const [positive] = [...new Set(found.map(({ label }) => label))].sort();
	const periods = [1, 2].map((period) => byHalves(found.filter(({ position }) => position === period)));
	return periods.flat().map(({ position: _, label, ...times }) => ({
		features: Object.values(times).map((days) => Math.log1p(Math.max(0, Number(days) * 86_400_000))),
		positive: label === positive,
	}));
}

describe("a participant's client, of two arms that differ tenfold in speed", () => {
	it(`cannot tell them apart by time and frames with pace on: AUC at most ${BOUND}`, async () => {
		const auc = crossFittedAuc(await replies("pace-on", PARTICIPANTS));
		// biome-ignore lint/suspicious/noConsole: the figure is what this run is for.
		console.info(`AUC with pace on: ${auc.toFixed(3)} (${PARTICIPANTS} replies an arm)`);
		expect(auc).toBeLessThanOrEqual(BOUND);
	}, 1_200_000);

	/** The differences of times that a blinded researcher can compute from the rows of these participants. */
	it(`nor can a researcher, by any two times in D1: AUC at most ${BOUND}`, async () => {
		const auc = crossFittedAuc(await timesInRows("pace-on"));
		// biome-ignore lint/suspicious/noConsole: the figure is what this run is for.
		console.info(`AUC of times in D1 with pace on: ${auc.toFixed(3)}`);
		expect(auc).toBeLessThanOrEqual(BOUND);
	});

	it(`cannot where both models are late within one step: AUC at most ${BOUND}`, async () => {
		const auc = crossFittedAuc(await replies("pace-late", PARTICIPANTS, AT_ONCE_LATE));
		// biome-ignore lint/suspicious/noConsole: the figure is what this run is for.
		console.info(`AUC of late models: ${auc.toFixed(3)} (${PARTICIPANTS} replies an arm)`);
		expect(auc).toBeLessThanOrEqual(BOUND);
	}, 1_200_000);

	it("could, with pace off", async () => {
		const auc = crossFittedAuc(await replies("pace-off", PARTICIPANTS_UNPACED, AT_ONCE_UNPACED));
		// biome-ignore lint/suspicious/noConsole: the figure is what this run is for.
		console.info(`AUC with pace off: ${auc.toFixed(3)} (${PARTICIPANTS_UNPACED} replies an arm)`);
		expect(auc).toBeGreaterThan(0.9);
	}, 1_200_000);
});
