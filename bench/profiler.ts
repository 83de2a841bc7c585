/** A V8 CPU profile, as the inspector gives it. */
export type Profile = {
	readonly nodes: readonly {
		readonly id: number;
		readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
		readonly children?: readonly number[];
	}[];
	readonly samples: readonly number[];
	readonly timeDeltas: readonly number[];
};

type Answer = { readonly id?: number; readonly result?: unknown; readonly error?: { readonly message: string } };

/** Takes CPU profiles of an isolate through its inspector. */
export class Profiler {
	readonly #socket: WebSocket;
	readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
	#last = 0;

	private constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.addEventListener("message", ({ data }) => {
			const { id, result, error } = JSON.parse(String(data)) as Answer;
			const waiting = this.#waiting.get(id ?? -1);
			if (error) waiting?.reject(new Error(error.message));
			else waiting?.resolve(result);
		});
	}

	/** Connects to the isolate whose id ends with this name. */
	static async attach(at: URL, name: string): Promise<Profiler> {
		const listed = await fetch(`http://${at.host}/json`);
		const targets = (await listed.json()) as { readonly id: string; readonly webSocketDebuggerUrl: string }[];
		const target = targets.find(({ id }) => id.endsWith(name));
		if (!target) throw new Error(`no isolate ${name} among ${targets.map(({ id }) => id)}`);
		const socket = new WebSocket(target.webSocketDebuggerUrl);
		await new Promise((resolve, reject) => {
			socket.addEventListener("open", resolve);
			socket.addEventListener("error", reject);
		});
		return new Profiler(socket);
	}

	async start(): Promise<void> {
		await this.#call("Profiler.enable");
		await this.#call("Profiler.setSamplingInterval", { interval: INTERVAL_US });
		await this.#call("Profiler.start");
	}

	async stop(): Promise<Profile> {
		const { profile } = (await this.#call("Profiler.stop")) as { readonly profile: Profile };
		this.#socket.close();
		return profile;
	}

	#call(method: string, params: object = {}): Promise<unknown> {
		const id = ++this.#last;
		const waiting = Promise.withResolvers<unknown>();
		this.#waiting.set(id, waiting);
		this.#socket.send(JSON.stringify({ id, method, params }));
		return waiting.promise;
	}
}

const INTERVAL_US = 500;
/** A longer gap between two samples is time in which the thread did not run, on a machine that others use too. */
const LONGEST_SAMPLE_US = 2 * INTERVAL_US;
/** What V8 calls time in which the isolate does nothing. */
const IDLE = ["(idle)", "(root)"];

/** CPU time without idle time, and the part of it that passed within calls of some functions. */
export function cpuOf({ nodes, samples, timeDeltas }: Profile): {
	readonly busyMs: number;
	readonly within: (functions: readonly string[]) => number;
} {
	const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
	const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
	const stack = (id: number | undefined): string[] =>
		id === undefined ? [] : [names.get(id) ?? "", ...stack(parents.get(id))];
	const busy = samples.flatMap((id, index) => {
		const ms = Math.min(timeDeltas[index] ?? 0, LONGEST_SAMPLE_US) / 1000;
		return IDLE.includes(names.get(id) ?? "") ? [] : [{ ms, stack: stack(id) }];
	});
	const sum = (of: readonly { readonly ms: number }[]) => of.reduce((total, { ms }) => total + ms, 0);
	return {
		busyMs: sum(busy),
		within: (functions) => sum(busy.filter((sample) => sample.stack.some((name) => functions.includes(name)))),
	};
}
