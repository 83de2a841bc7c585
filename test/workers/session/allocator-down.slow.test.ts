import { env, runInDurableObject } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import { answer, enrol, openStudy, see, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

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

it("lets a participant finish who waits for an allocator that does not answer", async () => {
	const who = await enrol(fetchWorker, KEY, "no-allocator", "patient");
	const [study] = await rows<{ id: string }>("SELECT id FROM studies WHERE slug = 'no-allocator'");
	const allocator = allocatorOf(env.ALLOCATORS, study?.id ?? "") as unknown as DurableObjectStub;
	await runInDurableObject(allocator, (object) => {
		Object.assign(object, { allocate: () => Promise.reject(new Error("down")) });
	});
	const waiting = await walk(fetchWorker, who, ({ step }) => step?.kind === "retry");
	expect(waiting.step).not.toHaveProperty("canEnd");
	// Its alarm asks the allocator again every few seconds, with or without the participant.
	await eventually(async () => (await failuresOf(who.session)) === 3, "three failures are on record", 60_000);
	const { step } = await see(fetchWorker, who);
	expect(step).toMatchObject({ kind: "retry", canEnd: true });
	const end = await answer(fetchWorker, who, step?.id ?? "", { end: true });
	expect(end).toMatchObject({ status: "full", exit: { reason: "completed" } });
	await drain(who.session);
	expect(await rows("SELECT kind FROM deviations WHERE session_id = ?", who.session)).toEqual([
		{ kind: "not_randomised" },
	]);
}, 90_000);
