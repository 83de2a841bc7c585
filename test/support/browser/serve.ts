import { appendFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startRealWorker } from "../http/real-worker.ts";
import { type Served, servedAt } from "./served.ts";

export type ServedHere = Served & {
	/** Ends the Worker and deletes its folder. */
	readonly stop: () => Promise<void>;
};

/** Starts the real Worker on a free port, with an empty database. */
export async function serve(variables: Readonly<Record<string, string>> = {}): Promise<ServedHere> {
	const folder = await mkdtemp(join(tmpdir(), "crossover-"));
	const key = "xo_key_of_the_browser_tests_and_nothing_else";
	const worker = await startRealWorker(folder, { BOOTSTRAP_KEY: key, ...variables }, (line) =>
		appendFileSync(join(folder, "log"), `${line}\n`),
	);
	return {
		...servedAt(worker.url.origin, key, folder),
		stop: async () => {
			await worker.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
