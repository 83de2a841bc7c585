import { beforeAll, describe, expect, it } from "vitest";
import { problemIn } from "../../support/http/http.ts";
import { answer, openStudy, post, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";
import {
	allocatorAnswers,
	arrive,
	eventTypesOf,
	letPass,
	TEN_MINUTES_MS,
} from "../../support/sessions/lapsed-place.ts";

const slug = "lapsed-and-down";
const down = () => Promise.reject(new Error("down"));

beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { prolific: { exits: EXITS } } })));

describe("a participant whose reservation lapsed while the allocator does not answer", () => {
	it("learns that the message was not accepted, and can send it when the allocator answers again", async () => {
		const who = await arrive(slug, "patient");
		await letPass(who, TEN_MINUTES_MS);
		const repaired = await allocatorAnswers(slug, "renew", down);
		const refused = await post(fetchWorker, who, String(who.view.step?.id), { text: "Hello" });
		expect(refused.status).toBe(409);
		expect(await problemIn(refused)).toMatchObject({ code: "step_not_current" });
		const waiting = await see(fetchWorker, who);
		expect(waiting).toMatchObject({ step: { kind: "retry" }, conversation: { index: 1, messages: [] } });
		const again = await answer(fetchWorker, who, String(waiting.step?.id), { retry: true });
		expect(again.step).toEqual(waiting.step);
		await repaired();
		const back = await answer(fetchWorker, who, String(waiting.step?.id), { retry: true });
		expect(back.step).toMatchObject({ kind: "message", turn: 1 });
		const sent = await answer(fetchWorker, who, String(back.step?.id), { text: "Hello" });
		expect(sent.conversation?.messages[0]).toMatchObject({ role: "participant", text: "Hello" });
		expect((await walk(fetchWorker, who)).status).toBe("completed");
	});

	it("gets a new place by the alarm, without another request", async () => {
		const who = await arrive(slug, "silent");
		await letPass(who, TEN_MINUTES_MS);
		const repaired = await allocatorAnswers(slug, "renew", down);
		expect((await see(fetchWorker, who)).step?.kind).toBe("retry");
		await repaired();
		await drain(who.session);
		expect(await eventTypesOf(who.session)).toContain("ReservationRenewed");
	});

	it("may finish after a minute, with the code that pays", async () => {
		const who = await arrive(slug, "leaver");
		await letPass(who, TEN_MINUTES_MS);
		const repaired = await allocatorAnswers(slug, "renew", down);
		for (const _ of [1, 2, 3]) {
			await see(fetchWorker, who);
			await letPass(who, 20_000);
		}
		const { step } = await see(fetchWorker, who);
		expect(step).toMatchObject({ kind: "retry", canEnd: true });
		const end = await answer(fetchWorker, who, String(step?.id), { end: true });
		expect(end).toMatchObject({ status: "full", exit: { reason: "completed" } });
		await repaired();
		await drain(who.session);
		expect(await rows("SELECT kind FROM deviations WHERE session_id = ?", who.session)).toEqual([
			{ kind: "place_not_renewed" },
		]);
	});
});
