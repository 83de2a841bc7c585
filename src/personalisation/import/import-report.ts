import type { Result } from "../../shared/result.ts";
import type { Line } from "./read-lines.ts";

export type ImportReport = {
	/** Lines that were not empty. */
	readonly read: number;
	readonly kept: number;
	readonly faultyLines: number;
	/** The first faults. */
	readonly faulty: readonly { readonly line: number; readonly detail: string }[];
	/** The number of further faults, so that the reader knows that the list is not complete. */
	readonly faultyNotListed: number;
};

const FAULTS_REPORTED = 100;

/** Counts lines, and keeps the first faults. */
export class Tally<T> {
	readonly #parse: (line: string) => Result<T, string>;
	#read = 0;
	#refused = 0;
	readonly #faulty: { line: number; detail: string }[] = [];

	constructor(parse: (line: string) => Result<T, string>) {
		this.#parse = parse;
	}

	read({ number, text }: Line): T | null {
		this.#read += 1;
		const parsed = text.ok ? this.#parse(text.value) : text;
		return parsed.ok ? parsed.value : this.refuse(number, parsed.error);
	}

	refuse(line: number, detail: string): null {
		this.#refused += 1;
		if (this.#faulty.length < FAULTS_REPORTED) this.#faulty.push({ line, detail });
		return null;
	}

	report(): ImportReport {
		const faulty = this.#faulty.toSorted((one, other) => one.line - other.line);
		return {
			read: this.#read,
			kept: this.#read - this.#refused,
			faultyLines: this.#refused,
			faulty,
			faultyNotListed: this.#refused - faulty.length,
		};
	}
}
