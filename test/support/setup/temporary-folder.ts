import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";

const MEMORY = "/dev/shm";
/** A run needs less than a tenth of this. Containers often have 64 MB there. */
const NEEDED_BYTES = 2 ** 30;

/**
 * Puts the temporary folder of this process, and of all that it starts, into memory where there is room: SQLite waits for
 * a disk after every write, and the databases of a test run are deleted at its end.
 */
export function useMemory(): void {
	if (process.env.TMPDIR || !hasRoom()) return;
	const folder = mkdtempSync(`${MEMORY}/crossover-tests-`);
	process.env.TMPDIR = folder;
	process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}

function hasRoom(): boolean {
	try {
		accessSync(MEMORY, constants.W_OK);
		const { bavail, bsize } = statfsSync(MEMORY);
		return bavail * bsize >= NEEDED_BYTES;
	} catch {
		return false;
	}
}
