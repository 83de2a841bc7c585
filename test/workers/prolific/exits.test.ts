import { beforeAll, describe, expect, it } from "vitest";
import { readJson, send } from "../../support/http/http.ts";
import { answer, openStudy, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { arrive } from "../../support/prolific/arrive.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const slug = "exits-by-code";
const complete = (code: string) => `https://app.prolific.com/submissions/complete?cc=${code}`;

const arriveAs = (participant: string) => arrive(slug, participant, `${participant}-1`);
const withdraw = (who: { session: string; token: string }, erase: boolean) =>
	send(`/v1/sessions/${who.session}/withdraw`, { method: "POST", key: who.token, json: { erase } });

describe("participants from Prolific", () => {
	beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { prolific: { exits: EXITS } } })));

	it("get the code of the exit withdrawn when they leave", async () => {
		const who = await arriveAs("ann");
		const view = await readJson(await withdraw(who, false));
		expect(view.exit).toMatchObject({ reason: "withdrawn", code: "WITHDRAWN", redirectUrl: complete("WITHDRAWN") });
		await drain(who.session);
		expect(await rows("select reason, code from exits where session_id = ?", who.session)).toEqual([
			{ reason: "withdrawn", code: "WITHDRAWN" },
		]);
	});

	it("keep that code when they also have their data erased, and see it again later", async () => {
		const who = await arriveAs("bob");
		const exit = { reason: "withdrawn", code: "WITHDRAWN", redirectUrl: complete("WITHDRAWN") };
		expect((await readJson(await withdraw(who, true))).exit).toMatchObject(exit);
		expect((await readJson(await withdraw(who, true))).exit).toMatchObject(exit);
	});

	it("keep the code of completion when they have their data erased afterwards", async () => {
		const who = await arriveAs("cleo");
		expect((await walk(fetchWorker, who)).exit).toMatchObject({ code: "COMPLETED" });
		expect((await readJson(await withdraw(who, true))).exit).toMatchObject({ code: "COMPLETED" });
	});

	it("get the code of the exit declined when they do not consent", async () => {
		const who = await arriveAs("dan");
		const { step } = await see(fetchWorker, who);
		const view = await answer(fetchWorker, who, step?.id ?? "", { accept: false });
		expect(view.exit).toMatchObject({ reason: "declined", code: "DECLINED" });
	});
});
