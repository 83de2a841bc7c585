import { durationMs } from "../../shared/clock.ts";
import type { Model, Protocol } from "../schema/schema.ts";
import { armsShown } from "../steps/steps.ts";

/**
 * Tokens of prose have 2 to 5 characters in every language that was measured, those of code and tables up to 7. A reply
 * with more characters per token was not ended by its server.
 */
const CHARACTERS_PER_TOKEN = 8;
/** One token may be a long word. */
const FEWEST = 400;
/** The rehearsal model has no token limit. Its replies are far shorter. */
const REHEARSAL = 10_000;
/** All candidates of a reply are in one event, whose row may have 2 MB. A unit takes at most three bytes. */
const MOST_IN_ONE_REPLY = 500_000;
/** Reading one reply must not take the whole session. */
const SHARE_OF_SESSION = 1 / 4;

/** The longest text of this many tokens in most languages. */
const ORDINARY_CHARACTERS_PER_TOKEN = 5;

type Study = Pick<Protocol, "arms" | "blinding" | "conversations" | "recruitment">;

/** The longest reply of this model in this study, in UTF-16 units. The rest is not read. */
export function mostCharacters({ arms, blinding, conversations, recruitment }: Study, model: Model): number {
	const written = model.provider === "rehearsal" ? REHEARSAL : model.maxOutputTokens * CHARACTERS_PER_TOKEN;
	const { pace } = blinding;
	const seconds = (durationMs(recruitment.expiresAfter) / 1000) * SHARE_OF_SESSION;
	const shown = pace === "as-is" ? Number.POSITIVE_INFINITY : pace.charactersPerSecond * seconds;
	const candidates = conversations.map((entry) => Math.max(armsShown({ arms }, entry), entry.laterCandidates));
	return Math.floor(Math.min(Math.max(FEWEST, written), shown, MOST_IN_ONE_REPLY / Math.max(1, ...candidates)));
}

/** Whether ordinary replies with the model's maximum of tokens are longer than that. */
export const cutsOrdinaryReplies = (study: Study, model: Model): boolean =>
	model.provider !== "rehearsal" &&
	mostCharacters(study, model) < model.maxOutputTokens * ORDINARY_CHARACTERS_PER_TOKEN;
