import { beforeAll, expect, it } from "vitest";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";

/** Two arms whose models differ tenfold in speed, in conversations that end automatically with the reply. */
const slug = "times";
const PARTICIPANTS = 6;

beforeAll(async () => {
	const study = servedStudy(slug, "single", ["speed-fast", "speed-slow"]);
	const { ranking: _, experience: __, ...forms } = study.forms ?? {};
	// Without forms after conversations, the next step and the session's end come with the reply.
	const conversations = study.conversations.map((entry) => ({ ...entry, turns: { min: 1, max: 1 }, after: [] }));
	const short: ProtocolInput = { ...study, conversations, forms, flow: ["consent", "about", "conversations"] };
	await openStudy(fetchWorker, KEY, short);
	for (let person = 0; person < PARTICIPANTS; person += 1) {
		const who = await enrol(fetchWorker, KEY, slug, `p${person}`);
		await walk(fetchWorker, who);
		await drain(who.session);
	}
});

/** For each conversation: milliseconds from the message to each time that the reply caused. */
const SINCE_THE_MESSAGE = `SELECT conversations.labels AS label,
	round((julianday(conversations.ended_at) - julianday(turns.sent_at)) * 86400000) AS ended,
	round((julianday(following.started_at) - julianday(turns.sent_at)) * 86400000) AS following_started,
	CASE WHEN following.id IS NULL THEN round((julianday(sessions.ended_at) - julianday(turns.sent_at)) * 86400000) END AS session_ended,
	CASE WHEN following.id IS NULL THEN round((julianday(exits.exited_at) - julianday(turns.sent_at)) * 86400000) END AS exited
	FROM conversations JOIN studies ON studies.id = conversations.study_id
	JOIN sessions ON sessions.id = conversations.session_id JOIN exits ON exits.session_id = sessions.id
	JOIN turns ON turns.conversation_id = conversations.id
	LEFT JOIN conversations AS following ON following.session_id = conversations.session_id AND following.position = conversations.position + 1
	WHERE studies.slug = ?`;

it("writes no time to D1 that reveals the speed of a model, even without a pace", async () => {
	const found = await rows<Record<string, string | number | null>>(SINCE_THE_MESSAGE, slug);
	expect(found).toHaveLength(2 * PARTICIPANTS);
	expect(new Set(found.map(({ label }) => label)).size).toBe(2);
	for (const { label: _, ...times } of found)
		expect(new Set(Object.values(times).filter((ms) => ms !== null))).toEqual(new Set([0]));
});
