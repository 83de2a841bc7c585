import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Capsule, capsuleFrom, zipOfCapsule } from "../../../scripts/capsule/format.ts";
import { main } from "../../../scripts/crossover/main.ts";
import { eventually } from "../eventually.ts";
import type { ServedHere } from "./serve.ts";

export type Said = { readonly code: number; readonly said: string; readonly files: ReadonlyMap<string, Uint8Array> };

/** Runs the command `crossover` against this Worker, and keeps the files that it writes in memory. */
export async function crossoverAt(served: ServedHere, ...line: string[]): Promise<Said> {
	const [said, files] = [[] as string[], new Map<string, Uint8Array>()];
	const code = await main(line, {
		environment: { CROSSOVER_KEY: served.key, CROSSOVER_API: served.origin },
		fetch: (input, init) => fetch(input, init),
		sleep: (ms) => setTimeout(ms / 10),
		readText: () => "",
		writeFile: (path, bytes) => void files.set(path, bytes),
		print: (text) => void said.push(text),
		warn: (text) => void said.push(text),
		progress: () => {},
	});
	return { code, said: said.join("\n"), files };
}

/** Waits until D1 has the rows of `size` simulated participants. */
export function untilSimulated(served: ServedHere, slug: string, size: number, withinMs: number): Promise<true> {
	const hasRows = async () => {
		const { said } = await crossoverAt(served, "flow", slug, "--pool", "simulated", "--json");
		return said.includes(`"completed":${size}`);
	};
	return eventually<true>(
		async () => (await hasRows()) || null,
		"the rows of the simulated participants",
		withinMs,
		100,
	);
}

/** Closes and unblinds the study, and makes its capsule. */
export async function capsuleOf(served: ServedHere, slug: string): Promise<Capsule> {
	await crossoverAt(served, "close", slug);
	const reason = "The last participant has finished.";
	const unblinded = await crossoverAt(served, "unblind", slug, "--reason", reason, "--yes");
	if (unblinded.code !== 0) throw new Error(unblinded.said);
	const { code, said, files } = await crossoverAt(served, "capsule", slug, "--draws", "40");
	if (code !== 0) throw new Error(said);
	const read = capsuleFrom(files.get(`${slug}.capsule.zip`) ?? new Uint8Array());
	if (!read.ok) throw new Error(read.error);
	return read.value;
}

/** Runs `npm run replay` with this capsule. */
export async function replayed(capsule: Capsule, folder: string) {
	const path = process.env.KEEP_CAPSULE ?? join(folder, "study.capsule.zip");
	await writeFile(path, zipOfCapsule(capsule));
	const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/replay.ts", path], { encoding: "utf8" });
	return { status, said: stdout, stderr };
}
