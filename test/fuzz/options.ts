import { parseArgs } from "node:util";

export type Options = {
	/** The same seed is the same requests. */
	readonly seed: number;
	/** How many at least: the scenario that reaches the number is finished. */
	readonly requests: number;
	/** One scenario alone, to see its failure again. */
	readonly only: number | null;
};

export const USAGE = "npm run fuzz -- --seed N [--requests N] [--only N]";

const DEFAULT_REQUESTS = 20_000;

/** Null where the arguments are not to be understood. */
export function optionsOf(args: readonly string[]): Options | null {
	const values = parsed(args);
	const [seed, requests, only] = [values?.seed, values?.requests ?? String(DEFAULT_REQUESTS), values?.only].map(
		numberOf,
	);
	if (!values || seed === null || seed === undefined || !requests || only === undefined) return null;
	return { seed, requests, only };
}

function parsed(args: readonly string[]) {
	try {
		const text = { type: "string" } as const;
		return parseArgs({ args: [...args], options: { seed: text, requests: text, only: text } }).values;
	} catch {
		return null;
	}
}

/** Null for an option that was left away, undefined for one that is no number. */
function numberOf(text: string | undefined): number | null | undefined {
	if (text === undefined) return null;
	return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
