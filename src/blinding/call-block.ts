import type { Arm, Protocol } from "../protocol/schema.ts";
import { cutToBytes, jsonBytes } from "../shared/json.ts";

const STEP = 1024;
/** As prompts are counted (`models/tokens.ts`): no text of so many tokens has more bytes of UTF-8. */
const MOST_BYTES_A_TOKEN = 4;

/** In JSON, of the name under which an adapter is served: the registry takes no longer one. */
export const MOST_ADAPTER_BYTES = 300;
/** In JSON, of the name that a server gives itself: it may say what it likes. */
const MOST_SERVED_BYTES = 200;

/**
 * The length to which every row of a call is filled up in this study, in bytes: the longest prompt that any of its arms can have, the
 * longest names of models and adapters, and a kilobyte for the rest. A row of a prompted arm is then as long as one of an arm that is told
 * nothing.
 */
export function callBlock(protocol: Protocol): number {
	const longest = (bytes: (arm: Arm) => number) => Math.max(0, ...protocol.arms.map(bytes));
	const model = longest((arm) => longestModel(protocol, arm));
	// The rehearsal model alone has no name, and gives itself none.
	const served = model === 0 ? 0 : Math.max(model, MOST_SERVED_BYTES);
	const names = model + served + longest(longestAdapter);
	return Math.ceil((STEP + longest((arm) => longestPrompt(protocol, arm)) + names) / STEP) * STEP;
}

/** What a row keeps of the name that a server gave itself. The name that was asked for stays whole: it must not look like another. */
export const servedName = (served: string, asked: string): string =>
	served === asked ? served : cutToBytes(served, MOST_SERVED_BYTES);

/** In JSON a character of a prompt takes two bytes at the most for each that it has: control characters are not let in. */
const ESCAPED = 2;
const QUOTES = 2;

function longestPrompt(protocol: Protocol, { system, personalisation }: Arm): number {
	const own = jsonBytes(system ?? protocol.system ?? "") + QUOTES;
	const told = personalisation?.kind === "prompt" ? personalisation.maxTokens * MOST_BYTES_A_TOKEN * ESCAPED : 0;
	return own + told;
}

/** With an adapter's name in every place that may have one. */
function longestModel(protocol: Protocol, arm: Arm): number {
	const model = protocol.models[arm.model];
	if (!model || model.provider === "rehearsal") return 0;
	const places = model.model.split("{{").length - 1;
	return jsonBytes(model.model) + places * longestAdapter(arm);
}

const longestAdapter = ({ personalisation }: Arm): number =>
	personalisation?.kind === "adapter" ? MOST_ADAPTER_BYTES : 0;
