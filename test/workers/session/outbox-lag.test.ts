import { env } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { breakD1 } from "../../support/faults/d1-faults.ts";
import { withOutbox } from "../../support/sessions/outbox-scene.ts";
import { consented, filled, randomised, said, startedAs, wrote } from "../../support/sessions/session-events.ts";
import { T0, told } from "../../support/sessions/session-spec.ts";
import { ABOUT, FACTS, studyWith } from "../../support/sessions/session-study.ts";

// Under a double blind, rows are sealed to a real key.
const study = studyWith({ blinding: { level: "single" } });

/** A session up to a reply that its model took so long to write. */
function logOf(name: string, replyMs: number): readonly SessionEvent[] {
	const start = startedAs({ ...FACTS, sessionId: `se_${name.padEnd(24, "0")}`, participantId: `pt_${name}` });
	const { events } = told(study, start, consented, filled(ABOUT), randomised(), said("hello"), wrote({ a: "Hi" }));
	return events.map((event) => (event.type === "ReplyWritten" ? { ...event, atMs: event.atMs + replyMs } : event));
}

const lines: { level: string; event: string }[] = [];
const ofOutbox = () => lines.splice(0).filter(({ event }) => event.startsWith("outbox_"));

beforeEach(() => {
	for (const method of ["error", "info"] as const)
		vi.spyOn(console, method).mockImplementation((line) => void lines.push(JSON.parse(String(line))));
});
afterEach(() => vi.restoreAllMocks());

/** Three refusals and a delivery, at these times after the session's last event. */
const outageOf = (name: string, replyMs: number) => {
	let nowMs = T0;
	const events = logOf(name, replyMs);
	return withOutbox({ name, study, events, clock: () => nowMs }, async ({ outbox, meta }) => {
		const broken = breakD1("full");
		for (const afterMs of [60_000, 61_000, 245_900]) {
			nowMs = T0 + afterMs;
			await outbox.flush();
		}
		broken.repair();
		nowMs = T0 + 290_000;
		await outbox.flush();
		expect([meta.get("failures"), meta.get("refusedSince")]).toEqual([null, null]);
		await outbox.flush();
		return ofOutbox();
	});
};

const REFUSES_FORMS =
	"CREATE TRIGGER refuses_forms BEFORE INSERT ON form_answers BEGIN SELECT RAISE(ABORT, 'refused'); END";

describe("the log of an outbox that D1 refuses", () => {
	it("has how long rows have waited, in whole seconds, and a line when they are delivered", async () => {
		expect(await outageOf("waits", 3_000)).toEqual([
			{ level: "error", event: "outbox_behind", failures: 1, seconds: 0, error: "SQLITE_FULL" },
			{ level: "error", event: "outbox_behind", failures: 2, seconds: 1, error: "SQLITE_FULL" },
			{ level: "error", event: "outbox_behind", failures: 3, seconds: 185, error: "SQLITE_FULL" },
			{ level: "info", event: "outbox_caught_up", failures: 3, seconds: 230 },
		]);
	});

	it("does not say that all rows are delivered if one of them was set aside", () =>
		withOutbox({ name: "aside", study, events: logOf("aside", 3_000) }, async ({ outbox, meta }) => {
			const broken = breakD1("full");
			await outbox.flush();
			broken.repair();
			await env.DB.exec(REFUSES_FORMS);
			lines.length = 0;
			await outbox.flush();
			await env.DB.exec("DROP TRIGGER refuses_forms");
			expect([meta.get("failures"), ofOutbox()]).toEqual([null, []]);
		}));

	it("has the same lines however long a model took, because nothing counts from an event", async () =>
		expect(await outageOf("quick", 2_000)).toEqual(await outageOf("slow", 40_000)));

	it("has no line about rows that are delivered at once", () =>
		withOutbox({ name: "at-once", study, events: logOf("atonce", 3_000) }, async ({ flushAll }) => {
			await flushAll();
			expect(ofOutbox()).toEqual([]);
		}));

	it("says that rows are delivered only after the last of several batches", () => {
		const events = logOf("large", 0);
		const returns = Array.from({ length: 900 }, (_, place): SessionEvent => {
			const last = events.at(-1)?.atMs ?? T0;
			return { type: "SubmissionReported", submission: `s${place}`, status: "active", reportedAtMs: T0, atMs: last };
		});
		return withOutbox({ name: "large", study, events: [...events, ...returns] }, async ({ outbox, meta, flushAll }) => {
			const broken = breakD1("full");
			await outbox.flush();
			broken.repair();
			lines.length = 0;
			await outbox.flush();
			expect(meta.get("projected")).not.toBe(String(events.length + returns.length));
			expect(ofOutbox()).toEqual([]);
			await flushAll();
			expect(ofOutbox()).toMatchObject([{ event: "outbox_caught_up", failures: 1 }]);
		});
	});
});
