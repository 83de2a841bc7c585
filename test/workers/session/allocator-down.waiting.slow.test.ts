import { runInDurableObject } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { answer, enrol, openStudy, post, see, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";
import { allocatorAnswers, arrive, letPass, TEN_MINUTES_MS } from "../../support/sessions/lapsed-place.ts";

beforeAll(() =>
	openStudy(fetchWorker, KEY, smallStudy({ slug: "no-allocator", recruitment: { prolific: { exits: EXITS } } })),
);

const failuresOf = (session: string): Promise<number> =>
	runInDurableObject(
		sessionStub(session),
		(_, { storage }) =>
			storage.sql.exec("SELECT 1 FROM events WHERE json_extract(event, '$.type') = 'AllocationFailed'").toArray()
				.length,
	);

it("lets a participant finish while the allocator does not answer", async () => {
	const who = await enrol(fetchWorker, KEY, "no-allocator", "patient");
	const repaired = await allocatorAnswers("no-allocator", "allocate", () => Promise.reject(new Error("down")));
	const waiting = await walk(fetchWorker, who, ({ step }) => step?.kind === "retry");
	expect(waiting.step).not.toHaveProperty("canEnd");
	// Its alarm asks the allocator again every few seconds, with or without the participant.
	await eventually(async () => (await failuresOf(who.session)) === 3, "three failures are on record");
	const { step } = await see(fetchWorker, who);
	expect(step).toMatchObject({ kind: "retry", canEnd: true });
	const end = await answer(fetchWorker, who, step?.id ?? "", { end: true });
	expect(end).toMatchObject({ status: "full", exit: { reason: "completed" } });
	await repaired();
	await drain(who.session);
	expect(await rows("SELECT kind FROM deviations WHERE session_id = ?", who.session)).toEqual([
		{ kind: "not_randomised" },
	]);
});

it("answers a participant whose reservation lapsed within half a minute, if the allocator does not answer", async () => {
	await openStudy(fetchWorker, KEY, smallStudy({ slug: "silent-allocator" }));
	const who = await arrive("silent-allocator", "waiting");
	await letPass(who, TEN_MINUTES_MS);
	const repaired = await allocatorAnswers("silent-allocator", "renew", () => new Promise(() => {}));
	const startedAtMs = performance.now();
	const refused = await post(fetchWorker, who, String(who.view.step?.id), { text: "Hello" });
	expect(refused.status).toBe(409);
	expect(performance.now() - startedAtMs).toBeLessThan(30_000);
	expect(performance.now() - startedAtMs).toBeGreaterThan(10_000);
	await repaired();
});
