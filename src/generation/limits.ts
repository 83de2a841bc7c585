/** How long a reply may take and how often it is tried. Milliseconds. The same for every candidate of every arm. */
export type ReplyLimits = {
	/** Calls for one candidate in one run, all before its first text: after it another try would contradict what was seen. */
	readonly tries: number;
	/** The first wait; the second is twice that. Each is drawn between half and one and a half times its length. */
	readonly backoffMs: number;
	/** A server that asks for more patience than a participant has is not asked again; it is never asked too early. */
	readonly retryAfterCapMs: number;
	/** To the first text: a cold adapter load or a queue may take most of a minute, nobody waits longer at an empty page. */
	readonly firstTextMs: number;
	/** Between two texts: servers pause for seconds under load; half a minute of silence is a dead connection. */
	readonly stallMs: number;
	/** For all tries together: the slowest sensible reply (400 tokens at 5 a second) still fits. */
	readonly totalMs: number;
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
	tries: 3,
	backoffMs: 500,
	retryAfterCapMs: 20_000,
	firstTextMs: 60_000,
	stallMs: 30_000,
	totalMs: 120_000,
	failureShownMs: 45_000,
	frameMs: 100,
	frameCharacters: 400,
};
