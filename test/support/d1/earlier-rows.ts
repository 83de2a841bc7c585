import { env, runInDurableObject } from "cloudflare:test";
import { sealRow } from "../../../src/blinding/seals/seal-keys.ts";
import { callIdOf, hiddenIdOf } from "../../../src/blinding/seals/sealed-reply-rows.ts";
import { unseal } from "../../../src/blinding/seals/unseal.ts";
import { sealCipherOf } from "../../../src/crypto/cipher.ts";
import type { EventOf } from "../../../src/session/domain/events.ts";
import { conversationIdOf } from "../../../src/session/domain/state.ts";
import { timestamp } from "../../../src/shared/clock.ts";
import { logOf, rows, sessionStub } from "../http/worker.ts";

const tokenOf = (session: string): Promise<string> =>
	runInDurableObject(sessionStub(session), (_, { storage: { sql } }) =>
		String(sql.exec("SELECT value FROM meta WHERE name = 'token'").one().value),
	);

/** A sealed row from before sealed rows contained whole replies. */
const EARLIER_BLOCK = 2048;

/**
 * Writes a session's sealed rows as an earlier version did: a row for each call, and one for each span in a discarded text. All
 * calls belong to turn 1 of the first conversation. Returns their numbers.
 */
export async function writeEarlierRows(session: string): Promise<{ calls: number; deviations: number }> {
	const [token, events] = await Promise.all([tokenOf(session), logOf(session)]);
	const randomised = events.find((event): event is EventOf<"Randomised"> => event.type === "Randomised");
	const [known] = await rows<{ study_id: string; protocol_hash: string }>(
		"SELECT * FROM sessions WHERE id = ?",
		session,
	);
	const [candidate] = await rows<{ label: string }>("SELECT label FROM candidates WHERE session_id = ?", session);
	if (!randomised || !known || !candidate) throw new Error("no session that was answered");
	const { sealTo } = randomised;
	const place = { sessionId: session, conversationId: conversationIdOf(session, 0), turn: 1, label: candidate.label };
	const statements: D1PreparedStatement[] = [];
	const [calls, deviations] = ["model_calls", "sealed_deviations"].map((table) =>
		env.DB.prepare(`INSERT INTO ${table} (id, study_id, protocol_hash, sealed) VALUES (?, ?, ?, ?)`),
	) as [D1PreparedStatement, D1PreparedStatement];
	const cipher = sealCipherOf(env);
	for (const event of events) {
		if (event.type === "SelfIdentified" && event.discarded !== null) {
			const id = `${event.step}/${event.slot}/${event.discarded}/1`;
			const row = { ...deviationOf(id, event), ...place, studyId: known.study_id, protocolHash: known.protocol_hash };
			const sealed = await sealRow(sealTo, row);
			statements.push(deviations.bind(hiddenIdOf(token, id), known.study_id, known.protocol_hash, sealed));
		}
		if (!("calls" in event)) continue;
		for (const call of event.calls) {
			const { startedAtMs, discardedText: _, hiddenText: __, ...record } = unseal(call, cipher);
			const open = { ...place, startedAt: timestamp(startedAtMs), ...record };
			const id = callIdOf({ secret: token, cipher }, { step: event.step, call });
			const sealed = await sealRow(sealTo, open, EARLIER_BLOCK);
			statements.push(calls.bind(id, known.study_id, known.protocol_hash, sealed));
		}
	}
	await env.DB.batch([
		env.DB.prepare("DELETE FROM model_calls WHERE study_id = ?").bind(known.study_id),
		...statements,
	]);
	const made = (table: string) =>
		rows(`SELECT 1 FROM ${table} WHERE study_id = ?`, known.study_id).then((all) => all.length);
	return { calls: await made("model_calls"), deviations: await made("sealed_deviations") };
}

const deviationOf = (id: string, { slot, spans: [span], atMs }: EventOf<"SelfIdentified">) => ({
	id,
	slot,
	kind: "self_identification",
	handling: "regenerate",
	sealed: JSON.stringify({ start: span?.start, end: span?.end, identifies: span?.kind }),
	occurredAt: timestamp(atMs),
});
