import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const usage = async (of: string) => readJson(await send(`/v1/studies/${of}/usage`));

/** One participant completes, one leaves after a billed reply, and one erases everything. */
async function threeWaysOut(of: string): Promise<void> {
	const [completes, leaves, erases] = await Promise.all(
		["completes", "leaves", "erases"].map((id) => enrol(fetchWorker, KEY, of, `${of}-${id}`)),
	);
	if (!completes || !leaves || !erases) throw new Error("somebody did not come");
	await walk(fetchWorker, completes);
	for (const who of [leaves, erases]) {
		await walk(fetchWorker, who, ({ step }) => step?.kind === "message" && step.turn === 2);
		await withdraw(who, who === erases);
	}
	for (const { session } of [completes, leaves, erases]) await drain(session);
}

const withdraw = ({ session, token }: Participant, erase: boolean) =>
	fetchWorker(`/v1/sessions/${session}/withdraw`, {
		method: "POST",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
		body: JSON.stringify({ erase }),
	});

describe("the totals of a blinded study", () => {
	it("are estimates from shown replies, of every session that ended after a reply and was not erased", async () => {
		const of = "usage-totals";
		await openStudy(fetchWorker, KEY, smallStudy({ slug: of, layout: "single" }));
		const nothing = { calls: 0, estimated: 0, inputTokens: 0, outputTokens: 0, costs: {} };
		expect(await usage(of)).toEqual({ sessions: 0, exact: false, ...nothing });
		await threeWaysOut(of);
		const said = await usage(of);
		const [shown] = await rows<{ n: number }>(
			"select count(*) as n from candidates where study_id = (select id from studies where slug = ?)",
			of,
		);
		expect(said).toMatchObject({ sessions: 2, exact: false, calls: shown?.n, estimated: shown?.n, costs: {} });
		expect(said.inputTokens).toBeGreaterThan(0);
		expect(said.outputTokens).toBeGreaterThan(0);
		await fetchWorker(`/v1/studies/${of}/rebuild`, {
			method: "POST",
			headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
			body: "{}",
		});
		for (const { id } of await rows<{ id: string }>("select id from sessions")) await drain(id);
		expect(await usage(of)).toEqual(said);
	});
});

describe("the totals of an unblinded or single-blind study", () => {
	const sums = async (of: string) => {
		const [sum] = await rows(
			`select sum(calls) as calls, sum(input_tokens) as inputTokens, sum(output_tokens) as outputTokens,
				sum(estimated) as estimated from v_usage where study = ?`,
			of,
		);
		return sum;
	};

	it("include every billed session under single blind", async () => {
		const of = "usage-single";
		await openStudy(fetchWorker, KEY, smallStudy({ slug: of, blinding: { level: "single", pace: "as-is" } }));
		const nothing = { calls: 0, estimated: 0, inputTokens: 0, outputTokens: 0, costs: {} };
		expect(await usage(of)).toEqual({ sessions: 0, exact: true, ...nothing });
		await threeWaysOut(of);
		expect(await usage(of)).toEqual({ sessions: 2, exact: true, costs: {}, ...(await sums(of)) });
	});

	it("are exact after unblinding, when all calls are opened", async () => {
		const of = "usage-unblinded";
		await openStudy(fetchWorker, KEY, smallStudy({ slug: of }));
		await threeWaysOut(of);
		expect(await usage(of)).toMatchObject({ sessions: 2, exact: false });
		await closeAndUnblind(of);
		expect(await usage(of)).toEqual({ sessions: 2, exact: true, costs: {}, ...(await sums(of)) });
		const ofStudy = "where study_id = (select id from studies where slug = ?)";
		await env.DB.prepare(`update model_calls set cost = 1, currency = 'USD' ${ofStudy}`).bind(of).run();
		expect((await usage(of)).costs).toEqual({ USD: Number((await sums(of))?.calls) });
		await env.DB.prepare(
			`insert into model_calls (id, study_id, protocol_hash, sealed) select 'cl_sealed', id, 'h', 'x' from studies where slug = ?`,
		)
			.bind(of)
			.run();
		expect(await usage(of)).toMatchObject({ sessions: 2, exact: false });
	});
});
