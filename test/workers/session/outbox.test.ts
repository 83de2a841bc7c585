import { env, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { answer, enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";
import { delivered } from "../../support/sessions/timed-walk.ts";

const slug = "outbox";
beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug })));

describe("when D1 fails for a while", () => {
	it("lets participants finish, and writes all rows afterwards", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "unlucky");
		await env.DB.exec("ALTER TABLE form_answers RENAME TO answers_gone");
		const end = await walk(fetchWorker, who);
		expect(end.status).toBe("completed");
		for (let alarms = 0; alarms < 3; alarms += 1) await runDurableObjectAlarm(sessionStub(who.session));
		expect(await rows("SELECT status FROM sessions WHERE id = ? AND status = 'completed'", who.session)).toEqual([]);
		await env.DB.exec("ALTER TABLE answers_gone RENAME TO form_answers");
		await eventually(async () => {
			await runDurableObjectAlarm(sessionStub(who.session));
			return (await rows("SELECT 1 FROM sessions WHERE id = ? AND status = 'completed'", who.session)).length > 0;
		}, "the rows of the whole session");
		const [{ n }] = (await rows<{ n: number }>(
			"SELECT count(*) AS n FROM answers WHERE session_id = ?",
			who.session,
		)) as [{ n: number }];
		expect(n).toBe(5);
	});
});

describe("when D1 works", () => {
	it("writes the rows of a step at once, and does not move the alarm", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "lucky");
		const dueMs = () => runInDurableObject(sessionStub(who.session), (_object, { storage }) => storage.getAlarm());
		const before = await dueMs();
		await answer(fetchWorker, who, who.view.step?.id ?? "", { accept: true });
		await delivered(who.session);
		expect(await rows("SELECT current_step FROM sessions WHERE id = ?", who.session)).toEqual([
			{ current_step: "form" },
		]);
		expect(await dueMs()).toBe(before);
	});

	it("delivers by the alarm what an object had stored before it died", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "cut-off");
		await delivered(who.session);
		await env.DB.exec("ALTER TABLE form_answers RENAME TO answers_gone");
		await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
		await evictDurableObject(sessionStub(who.session));
		await env.DB.exec("ALTER TABLE answers_gone RENAME TO form_answers");
		await drain(who.session);
		expect(await rows("SELECT current_step FROM sessions WHERE id = ?", who.session)).toEqual([
			{ current_step: "message" },
		]);
	});
});

describe("when the Worker stops right after a session began", () => {
	it("writes its entry in the audit once, also after a rebuild", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "crashed");
		await evictDurableObject(sessionStub(who.session));
		const entries = () =>
			rows("SELECT actor, action, target FROM audit WHERE action = 'session.start' AND target = ?", who.session);
		for (const again of [false, true]) {
			if (again) await sessionStub(who.session).rebuild();
			await drain(who.session);
			expect(await entries()).toEqual([{ actor: "bootstrap", action: "session.start", target: who.session }]);
		}
	});

	it("sets an alarm for the undelivered rows", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "armed");
		await drain(who.session);
		const dueMs = () => runInDurableObject(sessionStub(who.session), (_object, { storage }) => storage.getAlarm());
		const before = (await dueMs()) ?? 0;
		await answer(fetchWorker, who, who.view.step?.id ?? "", { accept: true });
		expect(await dueMs()).toBeLessThan(before);
	});
});

describe("when D1 refuses one row of a session", () => {
	it("writes all other rows, and shows researchers which one is missing", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "refused");
		const refuse = `CREATE TRIGGER refuse BEFORE INSERT ON form_answers WHEN NEW.session_id = '${who.session}' AND NEW.form = 'about' BEGIN SELECT RAISE(ABORT, 'no'); END`;
		await env.DB.prepare(refuse).run();
		try {
			await walk(fetchWorker, who);
			await drain(who.session);
		} finally {
			await env.DB.prepare("DROP TRIGGER refuse").run();
		}
		expect(await rows("SELECT status FROM sessions WHERE id = ?", who.session)).toEqual([{ status: "completed" }]);
		const authorised = { headers: { Authorization: `Bearer ${KEY}` } };
		const study = await (await fetchWorker(`/v1/studies/${slug}`, authorised)).json<{ warnings: { code: string }[] }>();
		expect(study.warnings).toContainEqual(expect.objectContaining({ code: "rows_set_aside" }));
		const exported = await (await fetchWorker(`/v1/studies/${slug}/exports/deviations.jsonl`, authorised)).text();
		const own = exported.split("\n").filter((line) => line.includes(who.session));
		expect(own.map((line) => JSON.parse(line))).toMatchObject([{ kind: "row_set_aside", handling: "formAnswers" }]);
	});
});
