import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "crossover-foreground-"));
const file = (name: string, text: string): string => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};

/** Listens, as workerd does, and ends by nothing but SIGKILL. It prints its port. */
const listener = file(
	"listener.mjs",
	`import { createServer } from "node:net";
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
const server = createServer().listen(0, "127.0.0.1", () => console.log("port " + server.address().port));`,
);
/** Starts the listener, as wrangler does, and ends before it. */
const program = file(
	"program.mjs",
	`import { spawn } from "node:child_process";
spawn(process.execPath, [${JSON.stringify(listener)}], { stdio: "inherit" });
process.on("SIGTERM", () => process.exit(7));`,
);
const ours = file(
	"ours.mjs",
	`import { inForeground } from ${JSON.stringify(resolve("scripts/foreground.ts"))};
process.exitCode = await inForeground([${JSON.stringify(program)}], process.env);`,
);
/** Runs us by a shell that stays, as npm does. */
const npm = file(
	"npm.mjs",
	`import { spawn } from "node:child_process";
const env = { ...process.env, npm_lifecycle_event: "dev" };
spawn("sh", ["-c", '"$0" "$1"; true', process.execPath, ${JSON.stringify(ours)}], { stdio: "inherit", env });`,
);

const DEADLINE_MS = 60_000;

async function started(script: string): Promise<{ child: ChildProcess; port: number }> {
	const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
	const port = await new Promise<number>((found, failed) => {
		let text = "";
		child.stdout?.on("data", (chunk) => {
			text += String(chunk);
			const [, digits] = /port (\d+)/.exec(text) ?? [];
			if (digits !== undefined) found(Number(digits));
		});
		child.once("error", failed).once("exit", () => failed(new Error("it ended before it listened")));
	});
	return { child, port };
}

const isListening = (port: number): Promise<boolean> =>
	new Promise((told) => {
		const socket = connect(port, "127.0.0.1");
		socket.once("connect", () => told(true)).once("error", () => told(false));
		socket.once("connect", () => socket.destroy());
	});

const exitOf = (child: ChildProcess): Promise<number | null> =>
	child.exitCode === null ? new Promise((told) => child.once("exit", told)) : Promise.resolve(child.exitCode);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a program in the foreground", () => {
	it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("leaves nothing that listens after %s", async (signal) => {
		const { child, port } = await started(ours);
		expect(await isListening(port)).toBe(true);
		child.kill(signal);
		expect(await exitOf(child)).toBe(7);
		await expect.poll(() => isListening(port), { timeout: DEADLINE_MS }).toBe(false);
	});

	it("leaves nothing that listens after the npm above it is killed", async () => {
		const { child, port } = await started(npm);
		child.kill("SIGKILL");
		await exitOf(child);
		await expect.poll(() => isListening(port), { timeout: DEADLINE_MS }).toBe(false);
	});

	it("gives the status of a program that ends by itself", async () => {
		const brief = file("brief.mjs", "process.exit(3)");
		const runs = file(
			"runs.mjs",
			`import { inForeground } from ${JSON.stringify(resolve("scripts/foreground.ts"))};
process.exitCode = await inForeground([${JSON.stringify(brief)}], process.env);`,
		);
		expect(await exitOf(spawn(process.execPath, [runs]))).toBe(3);
	});
});
