import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

const SHOWN = 10;

/** Prints the slowest test files at the end of a run, with their imports and hooks. */
export class SlowestFiles implements Reporter {
	onTestRunEnd(files: readonly TestModule[]): void {
		if (files.length <= SHOWN) return;
		const slowest = files
			.map((file) => ({ file, seconds: secondsOf(file) }))
			.toSorted((one, other) => other.seconds - one.seconds)
			.slice(0, SHOWN);
		const lines = slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${nameOf(file)}`);
		process.stdout.write(`\nThe slowest ${SHOWN} of ${files.length} files:\n${lines.join("\n")}\n`);
	}
}

const nameOf = ({ moduleId, project }: TestModule): string => `${project.name}  ${relative("", moduleId)}`;

function secondsOf(file: TestModule): number {
	const { setupDuration, collectDuration, duration } = file.diagnostic();
	return (setupDuration + collectDuration + duration) / 1000;
}
