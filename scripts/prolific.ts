import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { command, USAGE } from "./prolific/command.ts";
import { ProlificError } from "./prolific/prolific-error.ts";
import { misuse, refuse } from "./statistics/command.ts";

const deps = {
	environment: process.env,
	fetch: (url: string, init: RequestInit) => fetch(url, init),
	sleep: (ms: number) => setTimeout(ms),
	readFile: (path: string) => readFileSync(path, "utf8"),
	print: (text: string) => console.log(text),
	warn: (text: string) => console.error(text),
};

try {
	const misused = await command(process.argv.slice(2), deps);
	if (misused !== null) misuse(USAGE, misused);
} catch (error) {
	if (!(error instanceof ProlificError)) throw error;
	refuse(error.message, false);
}
