import type { Json } from "./json.ts";

/**
 * The events of the Worker's log, with their levels. Operators set alerts on these names. `docs/reference/log.md` explains
 * them, and a test compares both.
 */
export const LOG_EVENTS = {
	request_failed: "error",
	work_after_response_failed: "error",
	outbox_behind: "error",
	outbox_caught_up: "info",
	alarm_failed: "error",
	alarm_late: "warn",
	rows_set_aside: "error",
	export_broke_off: "error",
	sample_ratio_failed: "warn",
	late_replies: "warn",
	calls_failing: "warn",
	budget_spent: "warn",
	research_unavailable: "warn",
	turn_traced: "info",
} as const satisfies Record<string, "info" | "warn" | "error">;

export type LogEvent = keyof typeof LOG_EVENTS;

/**
 * Writes one line of JSON. Fields hold ids and numbers of a study or request as a whole: nothing that a participant or a
 * model wrote, no label, arm or model, and no time that differs between arms.
 */
export function log(event: LogEvent, fields: Readonly<Record<string, Json>>): void {
	const level = LOG_EVENTS[event];
	// biome-ignore lint/suspicious/noConsole: the platform's log is the console.
	console[level](JSON.stringify({ level, event, ...fields }));
}

/**
 * Only the kind of an error may be logged: its message may quote a participant or name a model. Of a failed query, it is SQLite's
 * code, which says whether D1 is full, cannot be written, or lacks a table.
 */
export function kindOf(error: unknown): string {
	if (!(error instanceof Error)) return "unknown";
	if (error.cause instanceof Error) return kindOf(error.cause);
	if (error.message.includes(D1_FULL)) return "SQLITE_FULL";
	return SQLITE_CODE.exec(error.message)?.[0] ?? error.name;
}

/** D1's own limit on a database has no code of SQLite. */
const D1_FULL = "Exceeded maximum DB size";

/** A list, because whatever else a message has may not be logged. */
const SQLITE_CODE =
	/\bSQLITE_(?:FULL|READONLY|BUSY|LOCKED|CORRUPT|IOERR|NOMEM|AUTH|TOOBIG|CONSTRAINT|MISMATCH|RANGE|ERROR)\b/;

/** Places in our code: the stack without the message at its start. A stack that does not start with the message is left out. */
export function framesOf({ name, message, stack }: Error): string[] {
	const head = message ? `${name}: ${message}` : name;
	if (!stack?.startsWith(head)) return [];
	return stack
		.slice(head.length)
		.trim()
		.split("\n", 6)
		.map((frame) => frame.trim());
}
