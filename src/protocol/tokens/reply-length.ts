import { durationMs } from "../../shared/clock.ts";
import type { Model, Protocol } from "../schema/schema.ts";
import { armsShown } from "../steps/steps.ts";

/**
 * Tokens of prose have 2 to 5 characters in every language that was looked at, those of code and tables up to 7. A reply with
 * more than this a token was not ended by its server.
 */
const CHARACTERS_A_TOKEN = 8;
/** One token may be a long word. */
const FEWEST = 400;
/** The rehearsal model has no limit of tokens; its replies are far shorter. */
const REHEARSAL = 10_000;
/** All candidates of a reply stand in one event, and its row may have 2 MB. A unit takes three bytes at most. */
const MOST_IN_ONE_REPLY = 500_000;
/** Nobody's session is to pass by reading one reply. */
const SHARE_OF_SESSION = 1 / 4;

/** The longest text of that many tokens in most languages. */
const ORDINARY_CHARACTERS_A_TOKEN = 5;

type Study = Pick<Protocol, "arms" | "blinding" | "conversations" | "recruitment">;

/** How long a reply of this model may be in this study, in UTF-16 units. It ends there, and nothing more of it is read. */
export function mostCharacters({ arms, blinding, conversations, recruitment }: Study, model: Model): number {
	const written = model.provider === "rehearsal" ? REHEARSAL : model.maxOutputTokens * CHARACTERS_A_TOKEN;
	const { pace } = blinding;
	const seconds = (durationMs(recruitment.expiresAfter) / 1000) * SHARE_OF_SESSION;
	const shown = pace === "as-is" ? Number.POSITIVE_INFINITY : pace.charactersPerSecond * seconds;
	const candidates = conversations.map((entry) => Math.max(armsShown({ arms }, entry), entry.laterCandidates));
	return Math.floor(Math.min(Math.max(FEWEST, written), shown, MOST_IN_ONE_REPLY / Math.max(1, ...candidates)));
}

/** Whether ordinary replies of as many tokens as the model may write are longer than that. */
export const cutsOrdinaryReplies = (study: Study, model: Model): boolean =>
	model.provider !== "rehearsal" && mostCharacters(study, model) < model.maxOutputTokens * ORDINARY_CHARACTERS_A_TOKEN;
