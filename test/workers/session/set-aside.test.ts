import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { MOST_ROW_BYTES } from "../../support/d1/row-limit.ts";
import { enforceRowLimitsInD1 } from "../../support/d1/row-limits-in-d1.ts";
import { rows } from "../../support/http/worker.ts";
import { withOutbox } from "../../support/sessions/outbox-scene.ts";
import { consented, filled, randomised, said, startedAs, wrote } from "../../support/sessions/session-events.ts";
import { told } from "../../support/sessions/session-spec.ts";
import { ABOUT, FACTS, studyWith } from "../../support/sessions/session-study.ts";

const study = studyWith({ blinding: { level: "single" } });
const sessionOf = (name: string) => `se_${name.padEnd(24, "0")}`;
const studyOf = (name: string) => `sy_${name.padEnd(24, "0")}`;

/** A new session in a new study, up to its first reply. */
const logOf = (name: string, reply: string): readonly SessionEvent[] =>
	told(
		study,
		startedAs({ ...FACTS, sessionId: sessionOf(name), studyId: studyOf(name), participantId: `pt_${name}` }),
		consented,
		filled(ABOUT),
		randomised(),
		said("hello"),
		wrote({ a: reply }),
		said("more"),
	).events;

const countIn = async (table: string, name: string, where = "1 = 1"): Promise<number> =>
	(await rows(`SELECT 1 FROM ${table} WHERE session_id = ? AND ${where}`, sessionOf(name))).length;

beforeAll(enforceRowLimitsInD1);

describe("a row that is too large for D1", () => {
	it("is set aside and reported, and all later rows are written", () =>
		withOutbox({ name: "large", study, events: logOf("large", "語".repeat(700_000)) }, async ({ flushAll, dueMs }) => {
			expect(await flushAll()).toBeGreaterThan(0);
			expect(await countIn("candidates", "large")).toBe(0);
			expect(await countIn("turns", "large")).toBe(2);
			const [report] = await rows("SELECT * FROM deviations WHERE session_id = ?", sessionOf("large"));
			expect(report).toMatchObject({ kind: "row_set_aside", handling: "candidates", turn: 1, slot: "a", label: "QQ4" });
			expect(JSON.stringify(report)).not.toContain("語");
			expect(await rows("SELECT kind FROM warnings WHERE study_id = ?", studyOf("large"))).toEqual([
				{ kind: "rows_set_aside" },
			]);
			expect(dueMs("again")).toBeNull();
		}));

	it("is written if it fits exactly", () =>
		withOutbox(
			{ name: "fits", study, events: logOf("fits", "x".repeat(MOST_ROW_BYTES - 11_000)) },
			async ({ flushAll }) => {
				await flushAll();
				expect(await countIn("candidates", "fits")).toBe(1);
				expect(await countIn("deviations", "fits")).toBe(0);
			},
		));
});

describe("a row that D1 refuses", () => {
	const refuse =
		"CREATE TRIGGER refuse BEFORE INSERT ON form_answers WHEN NEW.form = 'about' AND NEW.session_id = ? BEGIN SELECT RAISE(ABORT, 'no'); END";

	it("is set aside, and written by a rebuild once D1 accepts it", () =>
		withOutbox({ name: "refused", study, events: logOf("refused", "Hi") }, async ({ outbox, flushAll, dueMs }) => {
			await env.DB.prepare(refuse.replace("?", `'${sessionOf("refused")}'`)).run();
			await flushAll();
			expect(await countIn("answers", "refused")).toBe(0);
			expect(await countIn("turns", "refused")).toBe(2);
			expect(await countIn("deviations", "refused", "handling = 'formAnswers'")).toBe(1);
			expect(dueMs("again")).not.toBeNull();
			await env.DB.prepare("DROP TRIGGER refuse").run();
			outbox.rewind();
			await flushAll();
			expect(await countIn("answers", "refused")).toBe(2);
			expect(await countIn("deviations", "refused")).toBe(0);
		}));

	it("is set aside after repeated failures that may be temporary, so that later rows are written", () =>
		withOutbox({ name: "patient", study, events: logOf("patient", "Hi") }, async ({ outbox, meta, dueMs }) => {
			await env.DB.exec("ALTER TABLE turns RENAME TO turns_gone");
			try {
				for (let failed = 0; failed < 20; failed += 1) await outbox.flush();
				expect(meta.get("failures")).toBe("20");
				expect(await countIn("answers", "patient")).toBe(0);
				await outbox.flush();
			} finally {
				await env.DB.exec("ALTER TABLE turns_gone RENAME TO turns");
			}
			expect(await countIn("answers", "patient")).toBe(2);
			expect(await countIn("deviations", "patient", "handling = 'turns'")).toBe(2);
			expect(dueMs("again")).not.toBeNull();
		}));
});
