import { parseNpmArgs } from "../../scripts/npm-options.ts";

export type Options = {
	/** The same seed gives the same participants, answers and kills. */
	readonly seed: number;
	/** In each layout. */
	readonly participants: number;
	readonly kills: number;
	/** After this time the run gives up and fails. */
	readonly minutes: number;
	/** `wrangler dev`, as `npm run dev` starts it, or the bundled Worker in Miniflare, which starts faster. */
	readonly server: "dev" | "bundle";
};

export const USAGE = "npm run chaos -- --seed N [--participants 100] [--kills 50] [--minutes 30] [--server dev|bundle]";

/** Null if the arguments are not valid. */
export function optionsOf(args: readonly string[]): Options | null {
	const values = parsed(args);
	if (!values) return null;
	const [seed, participants, kills, minutes] = [
		values.seed,
		values.participants ?? "100",
		values.kills ?? "50",
		values.minutes ?? "30",
	].map(numberOf);
	const server = values.server ?? "dev";
	if (seed === undefined || !participants || kills === undefined || !minutes) return null;
	return server === "dev" || server === "bundle" ? { seed, participants, kills, minutes, server } : null;
}

function parsed(args: readonly string[]) {
	try {
		const text = { type: "string" } as const;
		const options = { seed: text, participants: text, kills: text, minutes: text, server: text };
		return parseNpmArgs({ args: [...args], options }).values;
	} catch {
		return null;
	}
}

const numberOf = (text: string | undefined): number | undefined =>
	text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
