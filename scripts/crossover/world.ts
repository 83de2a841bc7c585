import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { World } from "./command.ts";

/** Without a terminal, such as in a log, a line this often is enough. */
const PLAIN_EVERY_MS = 10_000;

function progressOn(out: NodeJS.WriteStream): World["progress"] {
	let latestMs = Number.NEGATIVE_INFINITY;
	if (out.isTTY) return (line) => out.write(line === null ? "\n" : `\r${line.slice(0, out.columns - 1)}\x1b[K`);
	return (line) => {
		if (line === null || Date.now() - latestMs < PLAIN_EVERY_MS) return;
		latestMs = Date.now();
		out.write(`${line}\n`);
	};
}

/** The real one: this process, its files and the network. "-" reads standard input. */
export const world: World = {
	environment: process.env,
	fetch: (input, init) => fetch(input, init),
	sleep: (ms) => setTimeout(ms),
	readText: (path) => readFileSync(path === "-" ? 0 : path, "utf8"),
	writeFile: (path, bytes) => writeFileSync(path, bytes),
	print: (text) => console.log(text),
	warn: (text) => console.error(text),
	progress: progressOn(process.stderr),
};
