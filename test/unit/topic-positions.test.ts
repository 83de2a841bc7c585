import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { migrationTexts } from "../../scripts/migrated-database.ts";

const texts = migrationTexts();
const added = texts.findIndex((text) => text.includes("ADD `topic_position`"));

it("gives conversations from before the column their place within the topic", () => {
	const database = new DatabaseSync(":memory:");
	for (const text of texts.slice(0, added)) database.exec(text);
	const insert = database.prepare(
		`INSERT INTO conversations (id, session_id, study_id, protocol_hash, entry, position, layout, labels, turns, started_at)
		VALUES (?, ?, 'sy', 'sha256:x', ?, ?, 'single', 'K7', 1, '2026-05-01T00:00:00.000Z')`,
	);
	for (const session of ["se_1", "se_2"])
		for (const [index, entry] of ["home", "home", "work", "work", "alone"].entries())
			insert.run(`${session}/${index}`, session, entry, index + 1);
	for (const text of texts.slice(added)) database.exec(text);
	const found = database.prepare("SELECT topic_position FROM conversations ORDER BY session_id, position").all();
	expect(found.map(({ topic_position }) => topic_position)).toEqual([1, 2, 1, 2, 1, 1, 2, 1, 2, 1]);
});
