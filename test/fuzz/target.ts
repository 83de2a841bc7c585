import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startRealWorker } from "../support/http/real-worker.ts";
import { startModelServer } from "../support/models/model-server.ts";
import { PERSON } from "./expected-bodies.ts";
import { startProlific } from "./prolific.ts";
import { MODEL_SERVER_KEY } from "./secrets.ts";

/** The real Worker, with an empty database, on a port of its own. */
export type Target = {
	readonly url: URL;
	/** A researcher's key with every scope. */
	readonly key: string;
	/** What the Worker wrote to its log since the last call. */
	readonly takeLog: () => readonly string[];
	readonly stop: () => Promise<void>;
};

const KEY = "xo_key_of_the_fuzzer_and_of_nothing_else";

/** Rate limits are off, because the fuzzer is one client. They have their own tests. */
export async function startTarget(): Promise<Target> {
	const folder = await mkdtemp(join(tmpdir(), "crossover-fuzz-"));
	const models = await startModelServer();
	const prolific = await startProlific(PEOPLE);
	const log: string[] = [];
	const bindings = {
		BOOTSTRAP_KEY: KEY,
		IDENTITY_KEY: "identity-key-of-the-fuzzer-32-chars",
		ENDPOINT_FUZZ_URL: models.url,
		ENDPOINT_FUZZ_KEY: MODEL_SERVER_KEY,
		...prolific.bindings,
		...Object.fromEntries(LIMITS.map((name) => [name, "off"])),
	};
	const worker = await startRealWorker(folder, bindings, (line) => log.push(line));
	return {
		url: worker.url,
		key: KEY,
		takeLog: () => log.splice(0),
		stop: async () => {
			await worker.stop();
			await models.close();
			await prolific.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

const PEOPLE = Array.from({ length: 5 }, (_, n) => `${PERSON}-${n}`);

const LIMITS = ["LIMIT_LANDINGS", "LIMIT_LANDINGS_STUDY", "LIMIT_STARTS", "LIMIT_SESSION", "LIMIT_STRANGERS"] as const;
