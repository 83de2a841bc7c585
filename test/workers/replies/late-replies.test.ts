import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../../src/models/usage/usage-ledger-client.ts";
import { expectContract, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 500 };

async function opened(slug: string, model: string): Promise<string> {
	const protocol = smallStudy({
		slug,
		blinding: { level: "double", pace: PACE },
		models: { one: { provider: "openai-compatible", endpoint: "GPU", model } },
		arms: ARM_IDS.map((id) => ({ id, model: "one" })),
	});
	await openStudy(fetchWorker, KEY, protocol, "?acceptLateReplies=true");
	return String((await readJson(await send(`/v1/studies/${slug}`))).id);
}

const ledgerStub = (studyId: string) => env.USAGE.get(env.USAGE.idFromName(studyId));

const countsOf = (studyId: string) =>
	runInDurableObject(ledgerStub(studyId), (_object, state) =>
		state.storage.sql.exec("SELECT pool, replies, late FROM paced").toArray(),
	);

const published = (studyId: string) =>
	rows("SELECT pool, replies, late FROM reply_pace WHERE study_id = ? ORDER BY pool", studyId);

const warned = (studyId: string) =>
	rows<{ detail: string }>("SELECT detail FROM warnings WHERE study_id = ? AND kind = 'late_replies'", studyId);

/** Reports of many sessions with ten replies each. Only the first sessions have late replies. */
async function report(studyId: string, sessions: number, late: number, from = 0) {
	const ledger = ledgerOf(env.USAGE, studyId);
	for (let index = from; index < from + sessions; index++) {
		const count = { replies: 10, late: index === from ? late : 0 };
		await ledger.recordPace({ studyId, session: `se_${index}`, pool: "live", step: 100, count });
	}
	await runDurableObjectAlarm(ledgerStub(studyId));
}

describe("a session with a pace", () => {
	it.concurrent.each([
		["crawls", 2],
		["ok", 0],
	])("reports the late replies of a model that %s: %i of 2 replies", async (model, late) => {
		const studyId = await opened(`late-${model}`, model);
		const who = await enrol(fetchWorker, KEY, `late-${model}`, "p");
		await walk(fetchWorker, who);
		await drain(who.session);
		expect(await countsOf(studyId)).toEqual([{ pool: "live", replies: 2, late }]);
		expect(await published(studyId)).toEqual([]);
	});
});

describe("the share of late replies", () => {
	it("is published in steps of 100 replies, and does not depend on labels", async () => {
		const studyId = await opened("late-steps", "ok");
		await report(studyId, 9, 2);
		expect(await published(studyId)).toEqual([]);
		await report(studyId, 1, 0, 9);
		expect(await published(studyId)).toEqual([{ pool: "live", replies: 100, late: 2 }]);
		await report(studyId, 9, 9, 10);
		expect(await published(studyId)).toEqual([{ pool: "live", replies: 100, late: 2 }]);
		const balance = await expectContract(
			"GET",
			"/v1/studies/{study}/balance",
			await send("/v1/studies/late-steps/balance"),
		);
		expect(balance.pace).toMatchObject({ replies: 100, late: 2, share: 0.02 });
		expect(await rows("SELECT replies, late, share FROM v_late_replies WHERE study = 'late-steps'")).toEqual([
			{ replies: 100, late: 2, share: 0.02 },
		]);
		expect(await warned(studyId)).toEqual([]);
	});

	it("counts a session's replies once, also if the session repeats its report", async () => {
		const studyId = await opened("late-again", "ok");
		await report(studyId, 10, 1);
		await report(studyId, 10, 1);
		expect(await published(studyId)).toEqual([{ pool: "live", replies: 100, late: 1 }]);
	});

	it("gives one warning when it rises above 2 %", async () => {
		const studyId = await opened("late-warned", "ok");
		await report(studyId, 10, 3);
		await report(studyId, 10, 9, 10);
		expect((await warned(studyId)).map(({ detail }) => JSON.parse(detail))).toEqual([
			expect.objectContaining({ replies: 100, late: 3, share: 0.03, pool: "live" }),
		]);
		const { warnings } = await readJson(await send("/v1/studies/late-warned"));
		expect(warnings).toContainEqual(
			expect.objectContaining({ code: "late_replies", pointer: "/blinding/pace", numbers: expect.anything() }),
		);
		expect(await rows("SELECT 1 FROM audit WHERE study_id = ? AND action = 'study.warning'", studyId)).toHaveLength(1);
	});
});
