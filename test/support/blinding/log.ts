import { afterAll, beforeAll, vi } from "vitest";

/** The lines that the Worker has logged in this file. */
export const logged: string[] = [];

/** Keeps all lines of the log from a file's first test to its last. */
export function keepLog(): void {
	beforeAll(() => {
		logged.length = 0;
		for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const)
			vi.spyOn(console, method).mockImplementation(
				(...words) => void logged.push(words.map((word) => JSON.stringify(word)).join(" ")),
			);
	});
	afterAll(() => vi.restoreAllMocks());
}
