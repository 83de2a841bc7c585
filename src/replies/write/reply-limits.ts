/** How long a reply may take and how often it is tried. Milliseconds. The same for every candidate of every arm. */
export type ReplyLimits = {
	/**
	 * Calls for one candidate in one run, all before its first text: after it another try would contradict what was seen. With
	 * their waits they take a quarter of a minute. Under a pace a failure is shown no earlier, so they cost the participant nothing.
	 */
	readonly tries: number;
	/** Texts that are discarded at most, because the model names itself in them. */
	readonly discards: number;
	/** The first wait; each is twice the one before, drawn between half and one and a half times its length. */
	readonly backoffMs: number;
	/** A server that asks for more patience than a participant has is not asked again; it is never asked too early. */
	readonly retryAfterCapMs: number;
	/**
	 * From a reply's beginning to its first visible text, over all tries and the waits between them. Nobody waits longer at
	 * an empty page, whatever the server does. A second before failures are shown, so that giving up is no later than they are.
	 */
	readonly firstTextMs: number;
	/** To a try's first sign of life, thinking included. A queue may take half a minute, and another try then has a chance. */
	readonly silentMs: number;
	/** Between two signs of life after the first text: servers pause for seconds under load; half a minute is a dead connection. */
	readonly stallMs: number;
	/**
	 * In characters a second. A reply whose text has begun is given the time that it takes at this rate: the slowest sensible
	 * server writes 5 tokens a second. With the cap on characters, this bounds every reply.
	 */
	readonly slowestPerSecond: number;
	/**
	 * From a reply's beginning until participants see that it failed, under a pace. A refusal takes milliseconds and a silent
	 * server all of its time: shown when they happen, failures would tell servers apart.
	 */
	readonly failureShownMs: number;
	/** One cadence for all candidates: text looks fluent at ten frames a second, and a frame is a row to pay for. */
	readonly frameMs: number;
	/** A frame is written before its time once this much waits: a fast model must not pile up what an eviction loses. */
	readonly frameCharacters: number;
};

export const REPLY_LIMITS: ReplyLimits = {
	tries: 6,
	discards: 2,
	backoffMs: 500,
	retryAfterCapMs: 20_000,
	firstTextMs: 44_000,
	silentMs: 30_000,
	stallMs: 30_000,
	slowestPerSecond: 20,
	failureShownMs: 45_000,
	frameMs: 100,
	frameCharacters: 400,
};
