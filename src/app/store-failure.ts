/**
 * Whether the error is a failure of D1 or a Durable Object, and not a bug in our code or query. The message must not be passed
 * on, because it may quote a row.
 */
export function isStoreFailure(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const flags = error as { retryable?: unknown; overloaded?: unknown; durableObjectReset?: unknown };
	// An object that died within the call, for any reason: a repeat wakes it again, with all that it had committed.
	if (flags.retryable === true || flags.overloaded === true || flags.durableObjectReset === true) return true;
	if (OWN_MISTAKE.test(error.message)) return false;
	// drizzle wraps D1's errors. An object's error arrives as a copy with the message and without the cause.
	return STORE.test(error.message) || isStoreFailure(error.cause);
}

/** SQLite never accepts such a query. The cause is a missing migration or a bug. */
const OWN_MISTAKE = /no such (table|column|index)|syntax error|SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE|TOOBIG|AUTH)/;

const STORE =
	/^D1_(EXEC_)?ERROR|SQLITE_(FULL|READONLY|BUSY|LOCKED|IOERR|NOMEM|CANTOPEN|CORRUPT)|database or disk is full|^Network connection lost|Durable Object (is overloaded|reset|storage)/;
