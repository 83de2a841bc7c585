/**
 * The allocator's tables, in its object's SQLite. An enrolment writes three rows: place, stratum and log line. A
 * confirmation writes two and a release three. `WITHOUT ROWID` saves the additional row of a text key's index.
 */
export function createTables(sql: SqlStorage): void {
	sql.exec(
		"CREATE TABLE IF NOT EXISTS opening (one INTEGER PRIMARY KEY CHECK (one = 1), opening TEXT NOT NULL, record TEXT NOT NULL, revealed_at TEXT)",
	);
	sql.exec(
		"CREATE TABLE IF NOT EXISTS strata (pool TEXT, key TEXT, state TEXT NOT NULL, PRIMARY KEY (pool, key)) WITHOUT ROWID",
	);
	sql.exec(`CREATE TABLE IF NOT EXISTS slots (session TEXT PRIMARY KEY, pool TEXT NOT NULL, stratum TEXT NOT NULL,
		draw INTEGER NOT NULL, block INTEGER NOT NULL, place INTEGER NOT NULL, sequence_row INTEGER NOT NULL, copy INTEGER NOT NULL,
		sequence TEXT NOT NULL, status TEXT NOT NULL, course TEXT) WITHOUT ROWID`);
	const columns = sql.exec<{ name: string }>("PRAGMA table_info(slots)").toArray();
	if (!columns.some(({ name }) => name === "course")) sql.exec("ALTER TABLE slots ADD COLUMN course TEXT");
	sql.exec(
		"CREATE TABLE IF NOT EXISTS log (line INTEGER PRIMARY KEY, prev TEXT NOT NULL, entry TEXT NOT NULL, hash TEXT NOT NULL)",
	);
	sql.exec("CREATE TABLE IF NOT EXISTS reservations (session TEXT PRIMARY KEY, nth INTEGER NOT NULL) WITHOUT ROWID");
	sql.exec("CREATE TABLE IF NOT EXISTS entered (session TEXT PRIMARY KEY) WITHOUT ROWID");
	sql.exec("CREATE TABLE IF NOT EXISTS inputs (name TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID");
	sql.exec("CREATE TABLE IF NOT EXISTS full_quota (nth INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL)");
	sql.exec("CREATE TABLE IF NOT EXISTS quota (one INTEGER PRIMARY KEY CHECK (one = 1), quota TEXT NOT NULL)");
	sql.exec("CREATE TABLE IF NOT EXISTS given_up (attempt TEXT PRIMARY KEY) WITHOUT ROWID");
	// The log is append-only, even if later code has a bug. A REPLACE deletes rows without firing the trigger of DELETE.
	for (const [name, action] of [
		["log_no_update", "UPDATE"],
		["log_no_delete", "DELETE"],
	])
		sql.exec(
			`CREATE TRIGGER IF NOT EXISTS ${name} BEFORE ${action} ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END`,
		);
	sql.exec(`CREATE TRIGGER IF NOT EXISTS log_no_replace BEFORE INSERT ON log
		WHEN NEW.line <> (SELECT coalesce(max(line) + 1, 0) FROM log)
		BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END`);
}
