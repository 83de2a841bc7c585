import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { newSecret } from "../../src/access/keys/api-keys.ts";
import { apiOf } from "../demo/api.ts";
import { usablePort } from "../demo/port.ts";
import type { Progress } from "../demo/progress.ts";
import { migrate, type Place, startWorker } from "../demo/worker.ts";
import { collect } from "./collect.ts";
import type { Python } from "./python.ts";
import { startRecorder } from "./recorder.ts";
import { register } from "./register.ts";
import { Researcher } from "./researcher.ts";
import { serveAndCompare } from "./serve.ts";
import { DATA, FOLDER, type Site } from "./site.ts";
import { trainAndEvaluate } from "./train.ts";

const PLACE: Place = { state: `${FOLDER}/state`, variables: `${FOLDER}/worker.env`, log: `${FOLDER}/worker.log` };

export const PARTS = ["collect", "train", "register", "serve"] as const;
export type Part = (typeof PARTS)[number];

export const isPart = (text: string): text is Part => PARTS.some((part) => part === text);

const RUN: Readonly<Record<Part, (site: Site) => Promise<void>>> = {
	collect,
	train: trainAndEvaluate,
	register,
	serve: serveAndCompare,
};

/** From the first study to an erasure, as in docs/tutorial/train-and-serve.md, with scripts instead of people. */
export async function walk(python: Python, progress: Progress, from: Part): Promise<void> {
	const parts = PARTS.slice(PARTS.indexOf(from));
	if (from === "collect") await rm(FOLDER, { recursive: true, force: true });
	await mkdir(DATA, { recursive: true });
	const serveKey = randomBytes(16).toString("hex");
	const recorder = await startRecorder();
	const key = newSecret((length) => new Uint8Array(randomBytes(length)));
	const more = { ENDPOINT_GPU_URL: recorder.url, ENDPOINT_GPU_KEY: serveKey };
	const worker = await startWorker(await usablePort(0), key, { place: PLACE, more });
	try {
		await Promise.all([worker.ready, migrate(PLACE)]);
		progress.done(`The Worker answers at ${worker.api}`);
		const origin = worker.api;
		const researcher = new Researcher(origin, key);
		const site: Site = { origin, key, serveKey, api: apiOf(origin, key), researcher, python, recorder, progress };
		for (const part of parts) await RUN[part](site);
	} finally {
		await worker.stop();
		await recorder.stop();
	}
}
