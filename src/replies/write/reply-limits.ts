/** Time limits and numbers of calls for a reply. Milliseconds. The same for every candidate of every arm. */
export type ReplyLimits = {
	/**
	 * Calls for one candidate in one run, all before its first text. After the first text another call would contradict
	 * what was seen. With their waits they take about 15 seconds. Under a pace a failure is not shown earlier, so they
	 * cost the participant no time.
	 */
	readonly tries: number;
	/** The most texts that are discarded because the model names itself. */
	readonly discards: number;
	/** The first delay. Each delay is twice the one before, drawn between half and one and a half times its length. */
	readonly backoffMs: number;
	/** A server that asks for a longer delay is not called again. No server is called earlier than it asks. */
	readonly retryAfterCapMs: number;
	/**
	 * From a reply's start to its first visible text, over all calls and delays. Nobody looks at an empty page for longer.
	 * It ends a second before failures are shown, so that the reply has failed by then.
	 */
	readonly firstTextMs: number;
	/** From a call's start to its first token, thoughts included. A queue may take half a minute, and another call then has a chance. */
	readonly silentMs: number;
	/** Between two tokens after the first text. Servers pause for seconds under load; after half a minute the connection is dead. */
	readonly stallMs: number;
	/**
	 * Characters per second. A reply that has text is given the time that it takes at this rate. Even slow servers write 5
	 * tokens a second. With the cap on characters this limits every reply.
	 */
	readonly slowestPerSecond: number;
	/**
	 * From a reply's start until participants see that it failed, under a pace. A refusal takes milliseconds and a timeout
	 * the full time, so failures that are shown at once would tell servers apart.
	 */
	readonly failureShownMs: number;
	/** The interval of frames for all candidates. Without a pace, only for the end of a text or a call. */
	readonly frameMs: number;
	/** The interval of text without a pace. Each frame is a billed row, and costs more than the text in it. */
	readonly unpacedFrameMs: number;
	/** The same under a pace, while the stored text lasts for long. */
	readonly longestFrameMs: number;
	/** A frame is written early when this many characters are pending, so that an eviction loses little of a fast model's text. */
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
	unpacedFrameMs: 250,
	longestFrameMs: 1000,
	frameCharacters: 400,
};
