import { sessionsAtWork } from "./disk.ts";
import { Killer } from "./killer.ts";
import { Ledger } from "./ledger.ts";
import type { SlowModels } from "./model-server.ts";
import { Participant } from "./participant.ts";
import type { Plan, Script } from "./plan.ts";
import { Requests } from "./requests.ts";
import type { RestartingServer } from "./server.ts";
import { Waits } from "./waits.ts";

/** At most so many participants, and this share of all, take part at a time. Others enrol as these end, so that every phase occurs throughout the run. */
const MOST_AT_ONCE = 16;
const PART_AT_ONCE = 1 / 3;

type Deps = {
	readonly plan: Plan;
	readonly server: RestartingServer;
	readonly models: () => SlowModels;
	readonly key: string;
	readonly over: AbortSignal;
	/** Told of each kill. */
	readonly progress: (line: string) => void;
};

/** Runs all participants of a plan, and the kills. */
export class Crowd {
	readonly ledger = new Ledger();
	readonly waits = new Waits();
	readonly killer: Killer;
	readonly #deps: Deps;
	/** At each kill, the sessions whose rows were not all in D1. */
	readonly #behind: number[] = [];
	readonly #clients = new Set<Requests>();

	constructor(deps: Deps) {
		this.#deps = deps;
		this.killer = new Killer({
			kills: deps.plan.kills,
			killAndRestart: () => this.#killAndRestart(),
			inFlight: () => this.#inFlight(),
		});
	}

	async walk(): Promise<void> {
		const left = [...this.#deps.plan.scripts];
		const atOnce = Math.min(MOST_AT_ONCE, Math.ceil(left.length * PART_AT_ONCE));
		const one = async () => {
			for (let script = left.shift(); script; script = left.shift()) await this.#walk(script);
		};
		await Promise.race([Promise.all(Array.from({ length: atOnce }, one)), this.killer.stopped]);
		await this.killer.settled();
	}

	get behind(): readonly number[] {
		return this.#behind;
	}

	async #killAndRestart(): Promise<void> {
		const { server, plan, progress } = this.#deps;
		const { hits, acknowledged } = this.killer;
		progress(`kill ${hits.length} of ${plan.kills.length}, after ${acknowledged} acknowledged requests`);
		await server.killAndRestart(() => {
			this.#behind.push(sessionsAtWork(server.folder));
		});
	}

	async #walk(script: Script): Promise<void> {
		const { server, over, key } = this.#deps;
		const requests = new Requests({ server, killer: this.killer, over });
		this.#clients.add(requests);
		const { ledger, killer, waits } = this;
		try {
			await new Participant(script, { ledger, killer, requests, waits, key }).walk();
		} catch (error) {
			ledger.fault("participants get through", script.id, String(error));
		} finally {
			this.#clients.delete(requests);
		}
	}

	#inFlight(): Record<string, number> {
		const models = this.#deps.models();
		const doing = [...this.#clients].flatMap(({ activity, message }) => {
			if (activity !== "reply") return activity === null ? [] : [activity];
			return [(message !== null && models.progressOf(message)) || "reply not asked for"];
		});
		return Object.fromEntries(
			[...Map.groupBy(doing, (activity) => activity)].map(([activity, all]) => [activity, all.length]),
		);
	}
}
