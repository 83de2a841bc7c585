import { z } from "zod";

const texts = z.object({ terse: z.string(), cautious: z.string(), warm: z.string(), flattering: z.string() });

const pair = z.tuple([z.string(), z.string()]);

/**
 * The messages that fit. Alternatives are separated by `|`. An alternative is one phrase, or several joined by `+` that must
 * all occur. Phrases are lower case, without accents and apostrophes. A plural s is implied, and a final `*` stands
 * for any ending.
 */
const keys = z.string();

const table = z.object({ head: pair, rows: z.array(pair) });

/** The texts for follow-ups. */
const followUpTexts = z.object({
	/** The reason for what was said. */
	why: texts,
	example: texts,
	/** The reply in one sentence. */
	brief: texts,
	/** The same for a child, in the words of the warm character. */
	child: z.string(),
	/** What the warm character asks back. */
	ask: pair,
	table: table.optional(),
	cost: texts.optional(),
	/** The opposite view. */
	other: texts.optional(),
});

/** A more particular question. Texts that it does not have are those of its topic. */
const angle = followUpTexts.partial().extend({ keys, says: texts });

/** A subject, and what each character says about it. All texts are complete: no participant's words are filled in. */
export const topicSchema = followUpTexts.extend({
	keys,
	/** Words too common to open the topic. They decide between topics, and keep an open topic open. */
	near: keys.optional(),
	/** Selects the closing words of a reply. */
	mood: z.enum(["advice", "facts", "exact", "view", "hard", "fun"]),
	/** The first reply, if no angle fits. */
	says: texts,
	angles: z.array(angle).optional(),
	/** Items given one at a time, each on request. */
	oneByOne: z.object({ items: z.array(z.string()), end: texts }).optional(),
});

export type Topic = z.output<typeof topicSchema>;
export type Angle = z.output<typeof angle>;
export type FollowUpTexts = z.output<typeof followUpTexts>;
export type Mood = Topic["mood"];
export type Table = z.output<typeof table>;

/** All topics by id. If two fit a message equally well, the earlier one wins. */
export const topicsSchema = z.record(z.string(), topicSchema);
export type Topics = z.output<typeof topicsSchema>;
