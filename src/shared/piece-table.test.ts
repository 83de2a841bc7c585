import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PieceTable } from "./piece-table.ts";
import { PIECE_UNITS } from "./pieces.ts";

/** The secret is in the second piece, at the beginning of a page, so SQLite stores it in one contiguous stretch. */
const SECRET = "what-was-said-in-confidence";
const TEXT = `${"a".repeat(PIECE_UNITS)}${SECRET}`;

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "crossover-pieces-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The bytes of the file after `work`. As on the platform, SQLite does not clear deleted bytes by itself. */
function fileAfter(work: (pieces: PieceTable, database: DatabaseSync) => void): string {
	const path = join(folder, "database");
	const database = new DatabaseSync(path);
	database.exec("PRAGMA secure_delete = OFF");
	const sql = {
		exec: (query: string, ...bindings: (string | number | null)[]) => database.prepare(query).all(...bindings),
	};
	sql.exec(PieceTable.schemaOf("pieces"));
	const pieces = new PieceTable(sql, "pieces");
	pieces.write("1", TEXT);
	work(pieces, database);
	database.close();
	return readFileSync(path, "latin1");
}

describe("removed pieces", () => {
	it("would stay in the file if their rows were only deleted", () =>
		expect(fileAfter((_, database) => database.exec("DELETE FROM pieces"))).toContain(SECRET));

	it.each<[string, (pieces: PieceTable) => void]>([
		["by their owner", (pieces) => pieces.remove("1")],
		["with all owners but one", (pieces) => pieces.removeExcept("2")],
	])("leave no text in the file: %s", (_, remove) => expect(fileAfter(remove)).not.toContain(SECRET));
});
