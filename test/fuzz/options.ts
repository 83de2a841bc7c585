import { parseNpmArgs } from "../../scripts/npm-options.ts";

export type Options = {
	/** The same seed gives the same requests. */
	readonly seed: number;
	/** The least number of requests. The scenario that reaches it is finished. */
	readonly requests: number;
	/** Only this scenario, to repeat its failure. */
	readonly only: number | null;
};

export const USAGE = "npm run fuzz -- --seed N [--requests N] [--only N]";

const DEFAULT_REQUESTS = 20_000;

/** Null if the arguments are invalid. */
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
		return parseNpmArgs({ args: [...args], options: { seed: text, requests: text, only: text } }).values;
	} catch {
		return null;
	}
}

/** Null for a missing option, undefined for one that is not a number. */
function numberOf(text: string | undefined): number | null | undefined {
	if (text === undefined) return null;
	return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
