import type { Arm, Model, Protocol } from "../../protocol/schema/schema.ts";
import { cutToBytes, jsonBytes } from "../../shared/json.ts";

const STEP = 1024;
/** Prompts are counted the same way (`protocol/tokens/approximate-tokens.ts`): a text of n tokens has at most 4 n bytes of UTF-8. */
const MAX_BYTES_PER_TOKEN = 4;

/** For the served name of an adapter, in JSON. The registry refuses longer names. */
export const MAX_ADAPTER_BYTES = 300;
/** For the model name that a server reports, in JSON. Longer names are cut. */
const MAX_SERVED_BYTES = 200;

/** For the reply's ids, the fields that its calls share, and the format. */
const FRAME_BYTES = 640;
/**
 * There is room for this many calls of the largest size. Failed calls have no tokens and names, so two whole rounds of
 * them fit. Further calls are left out of the row and stay in the session's log.
 */
const CALLS_WITH_ROOM = 10;
/** One call without names and texts. A test builds the longest one. */
const CALL_BYTES = 420;
/** One span in a discarded text. */
const DEVIATION_BYTES = 240;
const DEVIATIONS_WITH_ROOM = 8;
/** For each kind of text. A study of 100,000 replies must still fit into one D1 database of 10 GB. */
const MAX_TEXT_BYTES = 16 * 1024;
/** A JWE is a third longer, and D1 stores 2 MB per row. */
const MAX_BYTES = 1_300_000;

/**
 * The length in bytes of every sealed reply of this study. It follows only from the protocol: the longest prompt, names
 * and texts of any arm, and a fixed number of calls. So it depends neither on the arm nor on what happened.
 */
export function blockSize(protocol: Protocol): number {
	const longest = (bytes: (arm: Arm) => number) => Math.max(0, ...protocol.arms.map(bytes));
	const model = longest((arm) => longestModel(protocol, arm));
	// Only the rehearsal model has no name and reports none.
	const served = model === 0 ? 0 : Math.max(model, MAX_SERVED_BYTES);
	const prompt = longest((arm) => longestPrompt(protocol, arm));
	const discards = protocol.blinding.selfIdentification === "regenerate";
	const deviations = discards ? DEVIATIONS_WITH_ROOM * DEVIATION_BYTES : 0;
	const discarded = discards ? 2 * longest((arm) => longestReply(modelOf(protocol, arm))) : 0;
	const hidden = longest((arm) => longestReasoning(modelOf(protocol, arm)));
	const names = model + longest(longestAdapter);
	const texts = Math.min(MAX_TEXT_BYTES, discarded) + Math.min(MAX_TEXT_BYTES, hidden);
	const bytes = FRAME_BYTES + names + prompt + CALLS_WITH_ROOM * (CALL_BYTES + served) + deviations + texts;
	return Math.min(MAX_BYTES, Math.ceil(bytes / STEP) * STEP);
}

/**
 * The name that a server reports, cut to the room in a row. A name that equals the requested one stays complete, so that
 * it is not taken for another.
 */
export const servedName = (served: string, asked: string): string =>
	served === asked ? served : cutToBytes(served, MAX_SERVED_BYTES);

/** In JSON a character of a prompt needs at most two bytes for each of its own, because control characters are refused. */
const ESCAPED = 2;
const QUOTES = 2;

function longestPrompt(protocol: Protocol, { system, personalisation }: Arm): number {
	const own = jsonBytes(system ?? protocol.system ?? "") + QUOTES;
	const filled = personalisation?.kind === "prompt" ? personalisation.maxTokens * MAX_BYTES_PER_TOKEN * ESCAPED : 0;
	return own + filled;
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
	personalisation?.kind === "adapter" ? MAX_ADAPTER_BYTES : 0;

const REHEARSAL_BYTES = 1024;

const longestReply = (model: Model | undefined): number =>
	!model || model.provider === "rehearsal" ? REHEARSAL_BYTES : model.maxOutputTokens * MAX_BYTES_PER_TOKEN;

/** Servers count reasoning as tokens of the reply. The rehearsal model does not reason. */
const longestReasoning = (model: Model | undefined): number =>
	!model || model.provider === "rehearsal" || model.reasoning === "show"
		? 0
		: model.maxOutputTokens * MAX_BYTES_PER_TOKEN;
