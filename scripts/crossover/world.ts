import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { World } from "./command.ts";

/** The real one: this process, its files and the network. "-" reads standard input. */
export const world: World = {
	environment: process.env,
	fetch: (input, init) => fetch(input, init),
	sleep: (ms) => setTimeout(ms),
	readText: (path) => readFileSync(path === "-" ? 0 : path, "utf8"),
	writeFile: (path, bytes) => writeFileSync(path, bytes),
	print: (text) => console.log(text),
	warn: (text) => console.error(text),
};
