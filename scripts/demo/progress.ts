import type { WriteStream } from "node:tty";

export type Progress = {
	/** The current state: replaces its line on a terminal. */
	readonly update: (text: string) => void;
	/** A line that stays. */
	readonly done: (text: string) => void;
};

/** Without a terminal each change is a new line, so changes are printed this often. */
const PLAIN_EVERY_MS = 1_000;

/** Prints progress to `out`, with the seconds since the start. */
export function progressOn(out: WriteStream, startedAtMs: number): Progress {
	let latestMs = 0;
	const seconds = () => `${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`.padStart(7);
	const line = (text: string) => `${seconds()}  ${text}`;
	if (out.isTTY) {
		return {
			update: (text) => out.write(`\r${line(text).slice(0, out.columns - 1)}\x1b[K`),
			done: (text) => out.write(`\r${line(text)}\x1b[K\n`),
		};
	}
	return {
		update: (text) => {
			if (Date.now() - latestMs < PLAIN_EVERY_MS) return;
			latestMs = Date.now();
			out.write(`${line(text)}\n`);
		},
		done: (text) => out.write(`${line(text)}\n`),
	};
}
