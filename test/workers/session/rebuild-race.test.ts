import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import type { Env } from "../../../src/env.ts";
import { rows } from "../../support/http/worker.ts";
import { withOutbox } from "../../support/sessions/outbox-scene.ts";
import { consented, filled, startedAs } from "../../support/sessions/session-events.ts";
import { told } from "../../support/sessions/session-spec.ts";
import { ABOUT, FACTS, studyWith } from "../../support/sessions/session-study.ts";

const study = studyWith({ blinding: { level: "single" } });
const sessionId = "se_race00000000000000000000";

/** D1 whose next transaction is written, but whose response is held until the test releases it. */
function heldDatabase() {
	const held = Promise.withResolvers<void>();
	const written = Promise.withResolvers<void>();
	const DB = new Proxy(env.DB, {
		get(from, name) {
			const value: unknown = Reflect.get(from, name);
			if (typeof value !== "function") return value;
			if (name !== "batch") return value.bind(from);
			return async (statements: D1PreparedStatement[]) => {
				const results = await from.batch(statements);
				written.resolve();
				await held.promise;
				return results;
			};
		},
	});
	return { bindings: { ...(env as unknown as Env), DB }, written: written.promise, release: held.resolve };
}

it("rebuilds from the first event if the rebuild is requested during a flush", async () => {
	const { events } = told(
		study,
		startedAs({ ...FACTS, sessionId, participantId: "pt_race" }),
		consented,
		filled(ABOUT),
	);
	const { bindings, written, release } = heldDatabase();
	await withOutbox({ name: "race", study, events, bindings }, async ({ outbox, flushAll, dueMs }) => {
		const flushing = outbox.flush();
		await written;
		await env.DB.prepare("DELETE FROM form_answers WHERE session_id = ?").bind(sessionId).run();
		outbox.rewind();
		release();
		await flushing;
		expect(dueMs("outbox")).not.toBeNull();
		await flushAll();
		expect(await rows("SELECT item FROM answers WHERE session_id = ?", sessionId)).toHaveLength(2);
	});
});
