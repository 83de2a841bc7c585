import fc from "fast-check";
import type { Contract } from "./contract.ts";
import { PERSON } from "./expected-bodies.ts";
import { type Scenario, scenarios } from "./moves.ts";
import type { Options } from "./options.ts";
import { type Failure, type Played, play, type Seen } from "./play.ts";
import { failureText, kindOf } from "./report.ts";
import { secretsIn } from "./secrets.ts";
import type { Target } from "./target.ts";
import type { Keys } from "./world.ts";

/** Concurrent scenarios: the Worker waits for its database more than it computes. */
const LANES = 12;
/** The time to search for a smaller scenario with the same failure. */
const SHRINK_MS = 20_000;

/**
 * Plays scenarios until there were enough requests, and reports each kind of failure once, with as few requests as
 * possible.
 */
export class Run {
	readonly seen: Seen[] = [];
	scenarios = 0;
	readonly #kinds = new Set<string>();
	readonly #options: Options;
	readonly #target: Target;
	readonly #stage: Parameters<typeof play>[0];
	readonly #arbitrary: fc.Arbitrary<Scenario>;
	#attempts = 0;

	constructor(options: Options, target: Target, contract: Contract, keys: Keys) {
		this.#options = options;
		this.#target = target;
		this.#stage = { url: target.url, contract, keys };
		this.#arbitrary = scenarios(contract);
	}

	get failed(): number {
		return this.#kinds.size;
	}

	async all(): Promise<void> {
		const { only, requests } = this.#options;
		if (only !== null) return this.#one(only);
		const lane = async () => {
			while (this.seen.length < requests) await this.#one(this.scenarios++);
		};
		await Promise.all(Array.from({ length: LANES }, lane));
	}

	async #one(index: number): Promise<void> {
		const seed = seedOf(this.#options.seed, index);
		const [scenario] = fc.sample(this.#arbitrary, { seed, numRuns: 1 });
		if (!scenario) return;
		const { failures, seen } = await this.#play(scenario, index);
		this.seen.push(...seen);
		const news = new Map([...failures, ...this.#logFailures()].map((failure) => [kindOf(failure), failure]));
		for (const [kind, failure] of news) {
			if (this.#kinds.has(kind)) continue;
			this.#kinds.add(kind);
			const smallest = (await this.#shrunk(seed, index, kind)) ?? failure;
			console.log(`${failureText({ seed: this.#options.seed, scenario: index, failure: smallest })}\n`);
		}
	}

	#play(scenario: Scenario, index: number): Promise<Played> {
		this.#attempts += 1;
		return play(this.#stage, scenario, `fuzz-${this.#options.seed}-${index}-${this.#attempts}`);
	}

	/** The same failure after fewer and smaller requests. Null if it does not recur. */
	async #shrunk(seed: number, index: number, kind: string): Promise<Failure | null> {
		let smallest: Failure | null = null;
		const property = fc.asyncProperty(this.#arbitrary, async (scenario) => {
			const { failures } = await this.#play(scenario, index);
			const found = failures.find((failure) => kindOf(failure) === kind);
			smallest = found ?? smallest;
			return found === undefined;
		});
		await fc.check(property, { seed, numRuns: 1, plugins: [fc.interruptAfterTimeLimit(SHRINK_MS)] });
		return smallest;
	}

	/** A log names no arm, model or participant, and the Worker has no uncaught error. */
	#logFailures(): readonly Failure[] {
		const log = this.#target.takeLog();
		const faulty = log.filter((line) => secretsIn(line).length > 0 || line.includes(PERSON) || /uncaught/i.test(line));
		return faulty.slice(0, 1).map((line) => ({
			operation: "the log",
			check: "nothing of anybody, and nothing uncaught",
			expected: "a line that names no arm, model or participant",
			seen: line.slice(0, 500),
			curl: "",
			before: [],
		}));
	}
}

/** Scenarios of neighbouring seeds have nothing in common. */
function seedOf(seed: number, index: number): number {
	let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	return (mixed ^ (mixed >>> 13)) | 0;
}
