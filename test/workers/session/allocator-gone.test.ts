import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { Env } from "../../../src/env.ts";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { rows } from "../../support/http/worker.ts";
import { withOutbox } from "../../support/sessions/outbox-scene.ts";
import { consented, filled, randomised, said, startedAs, wrote } from "../../support/sessions/session-events.ts";
import { told } from "../../support/sessions/session-spec.ts";
import { ABOUT, FACTS, studyWith } from "../../support/sessions/session-study.ts";

const study = studyWith({ blinding: { level: "single" } });
const sessionOf = (name: string) => `se_${name.padEnd(24, "0")}`;

const logOf = (name: string): readonly SessionEvent[] =>
	told(
		study,
		startedAs({
			...FACTS,
			sessionId: sessionOf(name),
			studyId: `sy_${name.padEnd(24, "0")}`,
			participantId: `pt_${name}`,
		}),
		consented,
		filled(ABOUT),
		randomised(),
		said("hello"),
		wrote({ a: "Hi" }),
		said("more"),
	).events;

/** Bindings whose allocators fail until the test lets them answer. */
function allocatorsThatFail() {
	let [isGone, calls] = [true, 0];
	const called = () => {
		calls += 1;
		return isGone ? Promise.reject(new Error("gone")) : Promise.resolve(null);
	};
	const namespace = { idFromName: (name: string) => name, get: () => new Proxy({}, { get: () => called }) };
	return {
		bindings: { ...(env as unknown as Env), ALLOCATORS: namespace as unknown as DurableObjectNamespace },
		calls: () => calls,
		comeBack: () => {
			isGone = false;
		},
	};
}

const turnsOf = async (name: string): Promise<unknown[]> =>
	(await rows("SELECT text FROM turns WHERE session_id = ? ORDER BY turn", sessionOf(name))).map(({ text }) => text);

describe("while the allocator does not answer", () => {
	it("writes a session's rows to D1 once, and reports to the allocator when it answers", () => {
		const { bindings, calls, comeBack } = allocatorsThatFail();
		const given = { name: "lost", study, events: logOf("lost"), bindings };
		return withOutbox(given, async ({ outbox, meta, dueMs, flushAll }) => {
			await outbox.flush();
			expect(await turnsOf("lost")).toEqual(["hello", "more"]);
			expect([calls(), meta.get("projected"), dueMs("outbox") !== null]).toEqual([1, null, true]);

			await env.DB.prepare("DELETE FROM turns WHERE session_id = ?").bind(sessionOf("lost")).run();
			await outbox.flush();
			expect([calls(), await turnsOf("lost")]).toEqual([2, []]);
			outbox.rewind();
			await outbox.flush();
			expect(await turnsOf("lost")).toEqual(["hello", "more"]);

			comeBack();
			expect(await flushAll()).toBe(1);
			expect(meta.get("ahead")).toBeNull();
		});
	});

	it("erases nothing before the allocator knows which inputs are erased", () => {
		const { bindings, comeBack } = allocatorsThatFail();
		const name = "going";
		const events = logOf(name);
		const [first] = events;
		if (first?.type !== "SessionStarted") throw new Error("no start");
		const { sessionId, studyId, protocolHash, participantId, pool } = first;
		const facts = { sessionId, studyId, protocolHash, participantId, pool };
		const erased: SessionEvent = { type: "SessionErased", atMs: 1, startedAtMs: 1, randomisedAtMs: null, ...facts };
		return withOutbox({ name, study, events }, async ({ flushAll }) => {
			await flushAll();
			expect(await turnsOf(name)).toHaveLength(2);
			return withOutbox(
				{ name: `${name}-2`, study, events: [erased], bindings },
				async ({ outbox, flushAll: again }) => {
					await outbox.flush();
					expect(await turnsOf(name)).toHaveLength(2);
					comeBack();
					await again();
					expect(await turnsOf(name)).toEqual([]);
				},
			);
		});
	});
});
