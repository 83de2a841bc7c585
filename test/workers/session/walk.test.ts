import { beforeAll, describe, expect, it } from "vitest";
import { sessionViewSchema } from "../../../src/session/view/view-schema.ts";
import { answer, enrol, openStudy, post, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

describe.each(["single", "best-of", "side-by-side"] as const)("a study in the layout %s", (layout) => {
	const slug = `walk-${layout}`;
	beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug, layout })));

	it("can be completed from consent to the end, and each view matches the contract", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "walker");
		expect(who.view.step?.kind).toBe("consent");
		const end = await walk(fetchWorker, who, (view) => {
			sessionViewSchema.parse(view);
			return false;
		});
		expect(end.status).toBe("completed");
		expect(end.progress.done).toBe(end.progress.of);
		expect(end.exit?.reason).toBe("completed");
	});

	it("gives the same person the same session", async () => {
		const first = await enrol(fetchWorker, KEY, slug, "twice");
		const second = await enrol(fetchWorker, KEY, slug, "twice");
		expect(second.session).toBe(first.session);
		expect(second.token).toBe(first.token);
	});

	it("writes every row to D1 once, however often the alarm fires", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "rows");
		await walk(fetchWorker, who);
		await drain(who.session);
		const count = async (table: string) =>
			(await rows<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE session_id = ?`, who.session))[0]?.n;
		// A rating after a side-by-side does not belong to one arm, so the panes are ranked instead.
		const tables = ["conversations", "turns", "candidates", "answers", "exits"];
		tables.push(layout === "side-by-side" ? "rankings" : "ratings");
		const before = await Promise.all(tables.map(count));
		await drain(who.session);
		expect(await Promise.all(tables.map(count))).toEqual(before);
		expect(Object.fromEntries(tables.map((table, index) => [table, (before[index] ?? 0) > 0]))).toEqual(
			Object.fromEntries(tables.map((table) => [table, true])),
		);
		const [session] = await rows("SELECT status, sequence FROM v_sessions WHERE session = ?", who.session);
		expect(session).toMatchObject({ status: "completed", sequence: expect.stringMatching(/^\S+ \S+$/) });
	});

	it("keeps model calls sealed while the study is blinded", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "sealed");
		await walk(fetchWorker, who);
		await drain(who.session);
		const calls = await rows(
			"SELECT * FROM model_calls WHERE study_id = (SELECT id FROM studies WHERE slug = ?)",
			slug,
		);
		expect(calls.length).toBeGreaterThan(0);
		for (const { id: _, study_id: __, protocol_hash: ___, sealed, ...open } of calls) {
			expect(sealed).toMatch(/^ey/);
			expect(Object.values(open).every((value) => value === null)).toBe(true);
		}
	});
});

describe("when a step is answered", () => {
	const slug = "answers";
	beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug })));

	it("gives the same result when the same answer is repeated", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "repeat");
		const step = who.view.step?.id ?? "";
		const first = await answer(fetchWorker, who, step, { accept: true });
		expect(await answer(fetchWorker, who, step, { accept: true })).toEqual(first);
	});

	it("refuses another answer with the current step", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "other");
		const step = who.view.step?.id ?? "";
		const next = await answer(fetchWorker, who, step, { accept: true });
		const refused = await post(fetchWorker, who, step, { accept: false });
		expect(refused.status).toBe(409);
		expect(await refused.json()).toMatchObject({ code: "step_already_answered", step: next.step?.id });
	});

	it("lets one of two racing answers win, and shows both clients the same next step", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "race");
		const form = await answer(fetchWorker, who, who.view.step?.id ?? "", { accept: true });
		const step = form.step?.id ?? "";
		const answers = [30, 31].map((age) => post(fetchWorker, who, step, { answers: { age, check: "second" } }));
		const [won, lost] = (await Promise.all(answers)).toSorted((a, b) => a.status - b.status);
		expect([won?.status, lost?.status]).toEqual([200, 409]);
		const next = (await won?.json()) as { step: { id: string } };
		expect(await lost?.json()).toMatchObject({ step: next.step.id });
	});

	it("refuses a faulty answer with the pointer of the field", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "faults");
		const form = await answer(fetchWorker, who, who.view.step?.id ?? "", { accept: true });
		const refused = await post(fetchWorker, who, form.step?.id ?? "", { answers: { age: "old", check: "third" } });
		expect(refused.status).toBe(400);
		const problem = (await refused.json()) as { errors: { pointer: string }[] };
		expect(problem.errors.map(({ pointer }) => pointer)).toEqual(["/answers/age", "/answers/check"]);
	});

	it("refuses an answer after completion", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "late");
		await walk(fetchWorker, who);
		const refused = await post(fetchWorker, who, `st_${"0".repeat(24)}`, { accept: true });
		expect(refused.status).toBe(409);
		expect(await refused.json()).toMatchObject({ code: "session_ended" });
	});

	it("does not reveal whether a session exists", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "secret");
		const wrong = await fetchWorker(`/v1/sessions/${who.session}`, { headers: { Authorization: "Bearer wrong" } });
		const unknown = await fetchWorker(`/v1/sessions/se_${"0".repeat(24)}`, {
			headers: { Authorization: "Bearer wrong" },
		});
		const strip = async (response: Response) => ({ ...((await response.json()) as object), requestId: "" });
		expect(wrong.status).toBe(404);
		expect(await strip(wrong)).toEqual(await strip(unknown));
	});

	it("ends as screened out before randomisation", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "young");
		const form = await answer(fetchWorker, who, who.view.step?.id ?? "", { accept: true });
		const end = await answer(fetchWorker, who, form.step?.id ?? "", { answers: { age: 17, check: "second" } });
		expect(end).toMatchObject({ status: "screened_out", step: null });
		await drain(who.session);
		expect(await rows("SELECT sequence FROM sessions WHERE id = ?", who.session)).toEqual([{ sequence: null }]);
	});

	it("allows withdrawal in any status, and erases the texts on request", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "leaver");
		await walk(fetchWorker, who);
		await drain(who.session);
		const path = `/v1/sessions/${who.session}/withdraw`;
		const withdraw = (erase: boolean) =>
			fetchWorker(path, {
				method: "POST",
				headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
				body: JSON.stringify({ erase }),
			});
		expect(await (await withdraw(false)).json()).toMatchObject({ status: "withdrawn" });
		expect((await see(fetchWorker, who)).status).toBe("withdrawn");
		expect((await withdraw(true)).status).toBe(200);
		expect((await withdraw(true)).status).toBe(200);
		await drain(who.session);
		for (const table of ["turns", "candidates", "answers", "ratings", "rankings", "conversations"]) {
			expect(await rows(`SELECT 1 FROM ${table} WHERE session_id = ?`, who.session)).toEqual([]);
		}
		const gone = await fetchWorker(`/v1/sessions/${who.session}`, {
			headers: { Authorization: `Bearer ${who.token}` },
		});
		expect(gone.status).toBe(410);
	});
});
