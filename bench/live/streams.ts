import { quantile, type Section, spreadOf, spreadText } from "../section.ts";
import type { Contestant, Read } from "./contestants.ts";
import { cpuDuring, type Running } from "./process.ts";

const STREAMS = 32;
const TOKENS = 200;
const MODEL = `tokens-${TOKENS}-20`;
const ROUNDS = 3;
/** Streams one after another, for the time to the first text without other load. So many that p95 is not the slowest of them. */
const ALONE = 60;
const SHORT_MODEL = "tokens-10-20";

export type Entrant = { readonly contestant: Contestant; readonly worker: Running };
type StreamRound = { readonly cpuPerTokenMs: number; readonly firstTextMs: number };
type Streamed = {
	readonly name: string;
	readonly rounds: readonly StreamRound[];
	/** Of single streams, one after another: p95 in milliseconds. */
	readonly aloneP95Ms: number;
};

/** CPU for each token and the time to the first text, for Crossover and for what researchers would use instead. */
export async function streams(entrants: readonly Entrant[]): Promise<Section> {
	const results = await streamed(entrants);
	const named = (name: string): Streamed => {
		const found = results.find((each) => each.name === name);
		if (!found) throw new Error(`${name} has to be among the contestants`);
		return found;
	};
	const [handler, agent] = [named("streamText"), named("AIChatAgent")];
	/** By rounds, so that other load on the machine affects both sides. */
	const beside = (one: Streamed, other: Streamed, of: keyof StreamRound): string =>
		spreadText(spreadOf(one.rounds.map((round, index) => round[of] / (other.rounds[index]?.[of] ?? Number.NaN))));
	const median = ({ rounds }: Streamed, of: keyof StreamRound): number =>
		spreadOf(rounds.map((round) => round[of])).median;
	return {
		title: "Streams",
		about: `CPU of workerd for each token, with all that follows until the Worker is at rest, and the time to the first text: ${STREAMS} streams at once of ${TOKENS} tokens, one every 20 ms, in ${ROUNDS} rounds of one run. Alone: one stream after another, ${ALONE} of them. Ours are stored, resumable, screened and blinded meanwhile. A pace shows no text before its first frame, which here is after 900 ms.`,
		columns: [
			"what",
			"CPU a token, beside streamText",
			"CPU a token, beside AIChatAgent",
			"CPU a token, here",
			"first text in the burst, beside streamText",
			"in the burst, here",
			"first text alone, p95",
			"alone, beyond streamText",
		],
		rows: results.map((each) => [
			each.name,
			beside(each, handler, "cpuPerTokenMs"),
			beside(each, agent, "cpuPerTokenMs"),
			`${median(each, "cpuPerTokenMs").toFixed(2)} ms`,
			beside(each, handler, "firstTextMs"),
			`${median(each, "firstTextMs").toFixed(0)} ms`,
			`${each.aloneP95Ms.toFixed(0)} ms`,
			`${(each.aloneP95Ms - handler.aloneP95Ms).toFixed(0)} ms`,
		]),
	};
}

/** Each contestant in turn gets a burst of streams in each round. The first round is a warm-up and is not counted. */
async function streamed(entrants: readonly Entrant[]): Promise<Streamed[]> {
	const rounds = entrants.map((): StreamRound[] => []);
	for (let round = -1; round < ROUNDS; round += 1) {
		for (const [index, entrant] of entrants.entries()) {
			const result = await burst(entrant);
			if (round >= 0) rounds[index]?.push(result);
		}
	}
	const results: Streamed[] = [];
	for (const [index, entrant] of entrants.entries()) {
		const aloneP95Ms = quantile(await alone(entrant), 0.95);
		results.push({ name: entrant.contestant.name, rounds: rounds[index] ?? [], aloneP95Ms });
	}
	return results;
}

async function burst({ contestant, worker }: Entrant): Promise<StreamRound> {
	const asks = await contestant.prepare(STREAMS, MODEL);
	let reads: Read[] = [];
	// Work that `prepare` left behind is not counted.
	await cpuDuring(worker, async () => {});
	const cpuMs = await cpuDuring(worker, async () => {
		reads = await Promise.all(asks.map((ask) => ask()));
	});
	for (const { text } of reads) expectWhole(contestant.name, text, TOKENS);
	return { cpuPerTokenMs: cpuMs / (STREAMS * TOKENS), firstTextMs: quantile(firstTexts(reads), 0.5) };
}

async function alone({ contestant }: Entrant): Promise<number[]> {
	const asks = await contestant.prepare(ALONE, SHORT_MODEL);
	const reads: Read[] = [];
	for (const ask of asks) reads.push(await ask());
	return firstTexts(reads);
}

const firstTexts = (reads: readonly Read[]): number[] => reads.map(({ firstTextMs }) => firstTextMs);

/** A contestant that loses text would look fast. */
function expectWhole(name: string, text: string, tokens: number): void {
	const whole = Array.from({ length: tokens }, (_, index) => (index === 0 ? "Begin" : ` token${index + 1}`)).join("");
	if (text !== whole)
		throw new Error(`${name} gave ${text.length} characters of ${whole.length}: ${text.slice(0, 80)}`);
}
