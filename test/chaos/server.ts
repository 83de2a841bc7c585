import { join } from "node:path";
import { usablePort } from "../../scripts/demo/port.ts";
import { migrate, type Place, startWorker } from "../../scripts/demo/worker.ts";
import { startKillableWorker } from "../support/http/killable-worker.ts";
import { bundleWorker } from "../support/http/real-worker.ts";

type Running = { readonly origin: string; readonly kill: () => Promise<void> };

export type Bindings = Readonly<Record<string, string>>;

/** A server that can be killed and started again on the same storage. Its databases are in `folder`, arranged as by `wrangler dev`. */
export class RestartingServer {
	readonly folder: string;
	readonly #start: () => Promise<Running>;
	#running: Promise<Running>;

	private constructor(folder: string, start: () => Promise<Running>) {
		this.folder = folder;
		this.#start = start;
		this.#running = start();
		// A caller of `origin` gets the error.
		this.#running.catch(() => {});
	}

	/** `wrangler dev`, as `npm run dev` and `npm run demo` start it. */
	static async dev(folder: string, key: string, bindings: Bindings): Promise<RestartingServer> {
		const place: Place = {
			state: join(folder, "state"),
			variables: join(folder, "variables.env"),
			log: join(folder, "wrangler.log"),
		};
		await migrate(place);
		return new RestartingServer(folder, async () => {
			const worker = await startWorker(await usablePort(0), key, { place, more: bindings });
			await worker.ready;
			return { origin: worker.api, kill: worker.kill };
		});
	}

	/** The Worker as it is deployed, in Miniflare, without wrangler's proxy before it: it starts in a third of the time. */
	static async bundle(folder: string, key: string, bindings: Bindings): Promise<RestartingServer> {
		await bundleWorker(folder);
		return new RestartingServer(folder, () => startKillableWorker(folder, { BOOTSTRAP_KEY: key, ...bindings }));
	}

	/** Waits for the end of a restart. */
	async origin(): Promise<string> {
		return (await this.#running).origin;
	}

	/** SIGKILL, at once. `beforeStart` sees the storage while no server has it open. */
	async killAndRestart(beforeStart: () => void = () => {}): Promise<void> {
		const killed = this.#running.then(({ kill }) => kill());
		this.#running = killed.then(beforeStart).then(this.#start);
		await this.#running;
	}

	async kill(): Promise<void> {
		await (await this.#running.catch(() => null))?.kill();
	}
}
