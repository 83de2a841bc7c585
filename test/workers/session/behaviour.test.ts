import { describe, expect, it } from "vitest";
import { answer, enrol, openStudy, plausible, post } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const BEHAVIOUR = { pastes: 1, pasted: 40, focusLost: 2, focusLostMs: 900, firstKeyMs: 350, typingMs: 4200 };

async function begin(slug: string, behaviour: boolean) {
	const consent = { version: "1", text: "# Consent", ...(behaviour ? { behaviour } : {}) };
	await openStudy(fetchWorker, KEY, smallStudy({ slug, consent }));
	const who = await enrol(fetchWorker, KEY, slug, "p1");
	const form = await answer(fetchWorker, who, who.view.step?.id ?? "", { accept: true });
	if (form.step?.kind !== "form") throw new Error("no form");
	const given = plausible(form.step);
	return { who, form: form.step, given: { ...(typeof given === "object" ? given : {}), behaviour: BEHAVIOUR } };
}

const rowsOf = (session: string) =>
	rows("SELECT kind, form, turn, pastes, pasted, typing_ms FROM behaviour WHERE session_id = ?", session);

describe("measurements of how an answer was entered", () => {
	it("are stored in a row if the consent covers them, and do not make a repeated answer a different one", async () => {
		const { who, form, given } = await begin("behaviour-yes", true);
		expect(form.behaviour).toBe(true);
		const chat = await answer(fetchWorker, who, form.id, given);
		const again = await post(fetchWorker, who, form.id, { ...given, behaviour: { ...BEHAVIOUR, pastes: 9 } });
		expect(again.status).toBe(200);
		await answer(fetchWorker, who, chat.step?.id ?? "", { text: "Hello", behaviour: BEHAVIOUR });
		await drain(who.session);
		const found = await eventually(async () => {
			const all = await rowsOf(who.session);
			return all.length === 2 && all;
		}, "two rows");
		expect(found).toContainEqual({ kind: "form", form: "about", turn: null, pastes: 1, pasted: 40, typing_ms: 4200 });
		expect(found).toContainEqual({ kind: "message", form: null, turn: 1, pastes: 1, pasted: 40, typing_ms: 4200 });
	});

	it("are not stored if the consent does not cover them", async () => {
		const { who, form, given } = await begin("behaviour-no", false);
		expect(form).not.toHaveProperty("behaviour");
		await answer(fetchWorker, who, form.id, given);
		await drain(who.session);
		expect(await rowsOf(who.session)).toEqual([]);
	});
});

describe("a participant's copy of their conversations", () => {
	it("contains only the messages, if the study offers a copy", async () => {
		const consent = { version: "1", text: "# Consent", copy: true };
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "copy-yes", consent }));
		const who = await enrol(fetchWorker, KEY, "copy-yes", "p1");
		const headers = { Authorization: `Bearer ${who.token}` };
		expect(who.view.copy).toBe(true);
		expect(await (await fetchWorker(`/v1/sessions/${who.session}/copy`, { headers })).json()).toEqual({
			conversations: [],
		});
	});

	it("does not exist if the study offers no copy", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "copy-no" }));
		const who = await enrol(fetchWorker, KEY, "copy-no", "p1");
		const headers = { Authorization: `Bearer ${who.token}` };
		expect((await fetchWorker(`/v1/sessions/${who.session}/copy`, { headers })).status).toBe(404);
	});
});
