import { beforeAll, describe, expect, it } from "vitest";
import { send } from "../../support/http/http.ts";
import { answer, enrol, openStudy, type Participant, post, see, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";
import { ARM_IDS } from "../../support/protocols/small-study.ts";

const slug = "failing";
beforeAll(() => openStudy(fetchWorker, KEY, servedStudy(slug, "single")));

const atMessage = async (id: string): Promise<{ who: Participant; step: string }> => {
	const who = await enrol(fetchWorker, KEY, slug, id);
	const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
	return { who, step: view.step?.id ?? "" };
};

const say = async ({ who, step }: { who: Participant; step: string }, text: string) => {
	const response = await post(fetchWorker, who, step, { text });
	expect(response.status).toBe(200);
	return see(fetchWorker, who);
};

describe("when the model fails", () => {
	it.each(["refused", "cut", "error", "malformed"])(
		"ends in retry after %s, with the message kept",
		async (behaviour) => {
			const at = await atMessage(behaviour);
			const view = await say(at, `[[${behaviour}]] how are you?`);
			expect(view.step?.kind).toBe("retry");
			expect(view.conversation?.messages.map(({ role }) => role)).toEqual(["participant"]);
		},
	);

	it("requests a reply of the same arm again when the participant retries, and continues", async () => {
		const at = await atMessage("again");
		const failed = await say(at, "[[fails-once]] [[cut-early-once]] hello");
		const retried =
			failed.step?.kind === "retry" ? await post(fetchWorker, at.who, failed.step.id, { retry: true }) : null;
		const view = retried ? await see(fetchWorker, at.who) : failed;
		expect(view.step?.kind).toBe("message");
		await drain(at.who.session);
		const labels = await rows("SELECT DISTINCT label FROM candidates WHERE session_id = ?", at.who.session);
		expect(labels.length).toBe(1);
	});

	it.each(["rate-limited", "server-error-once", "empty-once"])(
		"tries %s again by itself before anything was shown",
		async (behaviour) => {
			const view = await say(await atMessage(`${behaviour}-self`), `[[${behaviour}]] for ${behaviour}`);
			expect(view.step?.kind).toBe("message");
			expect(view.conversation?.messages.map(({ role }) => role)).toEqual(["participant", "assistant"]);
		},
	);
});

describe("when the model refuses permanently", () => {
	it("is not called again: the conversation ends, the session continues, and the exit pays", async () => {
		const at = await atMessage("for-good");
		const refused = await say(at, "[[odd:400-too-long]] how are you?");
		expect(refused.step).toMatchObject({ kind: "retry", canRetry: false, canEnd: true });
		const after = await answer(fetchWorker, at.who, refused.step?.id ?? "", { end: true });
		// The form after it would be about a reply that does not exist.
		expect(after.step).toMatchObject({ kind: "message", turn: 1 });
		expect(after.conversation?.index).toBe(2);
		const end = await walk(fetchWorker, at.who, () => false);
		expect(end).toMatchObject({ status: "completed", exit: { reason: "completed" } });
		await drain(at.who.session);
		const deviations = await rows(
			"SELECT kind, form, item FROM v_deviations WHERE session = ? ORDER BY occurred_at, form",
			at.who.session,
		);
		// Failures depend on the arm, so they are sealed until unblinding.
		expect(deviations).toEqual([
			{ kind: "not_asked", form: "experience", item: null },
			{ kind: "not_asked", form: "ranking", item: null },
		]);
		expect(
			await rows(
				"SELECT DISTINCT conversation_id FROM answers WHERE session_id = ? AND form = 'experience'",
				at.who.session,
			),
		).toHaveLength(1);
	});

	it("lets a client that only retries reach the end too", async () => {
		const at = await atMessage("only-retries");
		let view = await say(at, "[[odd:401]] how are you?");
		for (let time = 0; view.step?.kind === "retry" && time < 10; time++) {
			view = await answer(fetchWorker, at.who, view.step.id, { retry: true });
			if (view.step?.kind === "generating") view = await see(fetchWorker, at.who);
		}
		expect(view.step).toMatchObject({ kind: "message", turn: 1 });
		expect(view.conversation?.index).toBe(2);
	});

	it("offers the end of the conversation from the second temporary failure on", async () => {
		const at = await atMessage("second-failure");
		const first = await say(at, "[[cut]] how are you?");
		expect(first.step).not.toHaveProperty("canEnd");
		expect((await post(fetchWorker, at.who, first.step?.id ?? "", { end: true })).status).toBe(400);
		const second = await answer(fetchWorker, at.who, first.step?.id ?? "", { retry: true });
		expect(second.step).toMatchObject({ kind: "retry", canEnd: true });
		expect(second.step).not.toHaveProperty("canRetry");
	});
});

describe("an assistant that was unavailable", () => {
	const study = "unavailable";
	beforeAll(() => openStudy(fetchWorker, KEY, servedStudy(study, "side-by-side")));

	it("is recorded as a deviation of each failed arm, visible after unblinding", async () => {
		const who = await enrol(fetchWorker, KEY, study, "left alone");
		const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
		const refused = await answer(fetchWorker, who, step?.id ?? "", { text: "[[odd:401]] how are you?" });
		await answer(fetchWorker, who, refused.step?.id ?? "", { end: true });
		await walk(fetchWorker, who);
		await drain(who.session);
		const deviations = () =>
			rows(
				"SELECT slot, turn, arm FROM v_deviations WHERE session = ? AND kind = 'assistant_unavailable'",
				who.session,
			);
		expect(await deviations()).toEqual([]);
		for (const [act, json] of [["close"], ["unblind", { reason: "The trial is over." }]] as const) {
			const response = await send(`/v1/studies/${study}/${act}`, { method: "POST", ...(json && { json }) });
			expect(response.status).toBe(200);
		}
		const opened = await eventually(
			async () => (await deviations()).length > 0 && (await deviations()),
			"they are open",
		);
		expect(opened.map(({ slot, turn }) => [slot, turn])).toEqual([
			["a", 1],
			["b", 1],
		]);
		expect(new Set(opened.map(({ arm }) => arm))).toEqual(new Set(ARM_IDS));
	});
});
