import type { Arm, Protocol } from "../protocol/schema.ts";

const STEP = 1024;
/** As prompts are counted (`models/tokens.ts`): no text of so many tokens has more bytes of UTF-8. */
const MOST_BYTES_A_TOKEN = 4;

/**
 * The length to which every row of a call is filled up in this study, in bytes: the longest prompt that any of its arms can have, and a
 * kilobyte for the rest. A row of a prompted arm is then as long as one of an arm that is told nothing.
 */
export function callBlock(protocol: Protocol): number {
	const longest = Math.max(0, ...protocol.arms.map((arm) => longestPrompt(protocol, arm)));
	return Math.ceil((STEP + longest) / STEP) * STEP;
}

/** In JSON a character of a prompt takes two bytes at the most for each that it has: control characters are not let in. */
const ESCAPED = 2;

function longestPrompt(protocol: Protocol, { system, personalisation }: Arm): number {
	const own = new TextEncoder().encode(JSON.stringify(system ?? protocol.system ?? "")).length;
	const told = personalisation?.kind === "prompt" ? personalisation.maxTokens * MOST_BYTES_A_TOKEN * ESCAPED : 0;
	return own + told;
}
