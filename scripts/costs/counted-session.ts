/** The resources of a completed session, as `test/workers/scale/presets.waiting.slow.test.ts` counts them. */
export type CountedSession = {
	/** On the participant's clock. */
	readonly seconds: number;
	readonly replies: number;
	/** To the Worker. Files of the app are not billed. */
	readonly requests: number;
	/** Calls of objects of all kinds, without alarms. */
	readonly objectRequests: number;
	readonly alarmsRun: number;
	/** Each is billed as a row. */
	readonly alarmsSet: number;
	/** Rows written in the session's object, if replies come at once. */
	readonly sessionRows: number;
	/** Rows written in the study's objects: allocator, usage, webhooks, health. */
	readonly otherRows: number;
	/** Rows written in D1 and its indexes. */
	readonly databaseRows: number;
	readonly databaseRowsRead: number;
	readonly databaseBytes: number;
	readonly objectBytes: number;
	/** Of `objectBytes`. */
	readonly protocolBytes: number;
};
