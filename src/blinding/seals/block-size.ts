import type { Arm, Model, Protocol } from "../../protocol/schema/schema.ts";
import { cutToBytes, jsonBytes } from "../../shared/json.ts";

const STEP = 1024;
/** As prompts are counted (`protocol/tokens/approximate-tokens.ts`): no text of n tokens has more than 4 n bytes of UTF-8. */
const MOST_BYTES_A_TOKEN = 4;

/** Of an adapter's served name, in JSON. The registry refuses longer ones. */
export const MOST_ADAPTER_BYTES = 300;
/** Of the name that a server reports for its model, in JSON. Longer ones are cut. */
const MOST_SERVED_BYTES = 200;

/** The ids of the reply, what its calls share, and the format. */
const FRAME_BYTES = 640;
/**
 * As long as a call can be, so many have room. Of calls that failed, which have neither tokens nor names, these are two whole rounds. More are
 * left out of the row, and stay in the session's log.
 */
const HELD_CALLS = 10;
/** One call without names and texts: a test builds the longest. */
const CALL_BYTES = 420;
/** One place in a discarded text. */
const DEVIATION_BYTES = 240;
const HELD_DEVIATIONS = 8;
/** Of each kind of text: a study of 100,000 replies must still fit into one D1 database of 10 GB. */
const MOST_TEXT_BYTES = 16 * 1024;
/** A JWE of so many bytes is a third longer, and D1 stores 2 MB in a row. */
const MOST_BYTES = 1_300_000;

/**
 * The length in bytes of every sealed row of this study's replies. It follows from the protocol alone: the longest prompt, names and texts
 * of any arm, and a fixed number of calls. So it does not depend on the arm, nor on what happened.
 */
export function blockSize(protocol: Protocol): number {
	const longest = (bytes: (arm: Arm) => number) => Math.max(0, ...protocol.arms.map(bytes));
	const model = longest((arm) => longestModel(protocol, arm));
	// The rehearsal model alone has no name, and reports none.
	const served = model === 0 ? 0 : Math.max(model, MOST_SERVED_BYTES);
	const prompt = longest((arm) => longestPrompt(protocol, arm));
	const discards = protocol.blinding.selfIdentification === "regenerate";
	const deviations = discards ? HELD_DEVIATIONS * DEVIATION_BYTES : 0;
	const discarded = discards ? 2 * longest((arm) => longestReply(modelOf(protocol, arm))) : 0;
	const hidden = longest((arm) => longestReasoning(modelOf(protocol, arm)));
	const names = model + longest(longestAdapter);
	const texts = Math.min(MOST_TEXT_BYTES, discarded) + Math.min(MOST_TEXT_BYTES, hidden);
	const bytes = FRAME_BYTES + names + prompt + HELD_CALLS * (CALL_BYTES + served) + deviations + texts;
	return Math.min(MOST_BYTES, Math.ceil(bytes / STEP) * STEP);
}

/** The name that a server reports, as far as a row keeps it. A name that is the one asked for stays whole, or it would look like another. */
export const servedName = (served: string, asked: string): string =>
	served === asked ? served : cutToBytes(served, MOST_SERVED_BYTES);

/** In JSON a character of a prompt has two bytes at most for each of its own: control characters are refused. */
const ESCAPED = 2;
const QUOTES = 2;

function longestPrompt(protocol: Protocol, { system, personalisation }: Arm): number {
	const own = jsonBytes(system ?? protocol.system ?? "") + QUOTES;
	const told = personalisation?.kind === "prompt" ? personalisation.maxTokens * MOST_BYTES_A_TOKEN * ESCAPED : 0;
	return own + told;
}

const modelOf = (protocol: Protocol, arm: Arm): Model | undefined => protocol.models[arm.model];

/** With an adapter's name in every place that may have one. */
function longestModel(protocol: Protocol, arm: Arm): number {
	const model = modelOf(protocol, arm);
	if (!model || model.provider === "rehearsal") return 0;
	const places = model.model.split("{{").length - 1;
	return jsonBytes(model.model) + places * longestAdapter(arm);
}

const longestAdapter = ({ personalisation }: Arm): number =>
	personalisation?.kind === "adapter" ? MOST_ADAPTER_BYTES : 0;

const REHEARSAL_BYTES = 1024;

const longestReply = (model: Model | undefined): number =>
	!model || model.provider === "rehearsal" ? REHEARSAL_BYTES : model.maxOutputTokens * MOST_BYTES_A_TOKEN;

/** Servers count reasoning among the tokens of the reply. The rehearsal model does not reason. */
const longestReasoning = (model: Model | undefined): number =>
	!model || model.provider === "rehearsal" || model.reasoning === "show"
		? 0
		: model.maxOutputTokens * MOST_BYTES_A_TOKEN;
