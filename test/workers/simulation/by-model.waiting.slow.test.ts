import { describe, expect, it } from "vitest";

import { send } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { finishedRun, startRun } from "../../support/http/simulation.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { studyWithSimulator as study } from "../../support/protocols/study-with-simulator.ts";

const personas = ["one", "two", "three"].map(
	(name) =>
		`I am number ${name}. I like to cook, and I live by the sea with two cats, a garden that is too large for me, and a boat that leaks.`,
);
const converse = { condition: "converse", model: "person", personas };

async function conversed(slug: string, model: string, over: object = {}, asked: object = {}) {
	await openStudy(fetchWorker, KEY, study(slug, model, over));
	return finishedRun(slug, await startRun(slug, { ...converse, ...asked }));
}

const callsOf = (run: string) =>
	rows<{
		step: string;
		attempt: number;
		prompt: string;
		prompt_hash: string;
		reply: string | null;
		failure: string | null;
	}>("SELECT * FROM simulation_calls WHERE run_id = ? ORDER BY place, called_at", run);

/** Side by side, because some wait for time limits. Each test has a study of its own. */
/** Only calls that stall wait so long. Those that answer need less, on a busy machine too. */
const within = (fault: string) => (fault === "busy" ? {} : { timeout: 3 });

describe.concurrent("a run that converses", () => {
	it("takes personas through the whole study, and keeps each prompt with its hash", async () => {
		const ended = await conversed("converse-well", "person");
		expect(ended).toMatchObject({ status: "completed", done: 3, failed: 0, deviations: {} });
		const calls = await callsOf(ended.run);
		expect(ended.tokens).toBe(33 * calls.length);
		expect(ended.cost).toBeCloseTo((calls.length * (21 + 24)) / 1e6);
		for (const { prompt, prompt_hash } of calls) {
			expect(prompt).toContain("I like to cook");
			expect(prompt_hash).toMatch(/^sha256:[0-9a-f]{64}$/);
			expect(prompt).not.toMatch(/arm-alpha|arm-beta|rehearsal/);
		}
		const said = await rows(
			"SELECT text FROM turns JOIN simulated_participants USING (session_id) WHERE run_id = ? AND text LIKE 'What would you tell one%'",
			ended.run,
		);
		expect(said.length).toBeGreaterThan(0);
	});

	/** Each person has 2 conversations, and fills in 4 forms: about, experience twice, ranking. Messages: one, then the end. */
	it.each([
		["prose", "not_parsed", 4],
		["scale", "out_of_scale", 3],
		["assistant", "acted_as_assistant", 4],
		["refuses", "refused", 4],
		["recites", "copied_persona", 4],
		["endless", "never_ended", 4],
	])("counts %s as %s, asks once more and goes on", async (fault, kind, each) => {
		const ended = await conversed(`converse-${fault}`, `person-${fault}`, {}, { personas: personas.slice(0, 1) });
		expect(ended).toMatchObject({ status: "completed", done: 1, failed: 0, deviations: { [kind]: each } });
		const calls = await callsOf(ended.run);
		const again = calls.filter(({ attempt }) => attempt === 2);
		expect(again).toHaveLength(each);
		for (const { prompt } of again) expect(prompt).toContain("Your last answer cannot be used.");
		const noted = await rows("SELECT kind FROM simulation_deviations WHERE run_id = ?", ended.run);
		expect(noted).toHaveLength(each);
	});

	it("counts ending before anything is said", async () => {
		const ended = await conversed("converse-ends", "person-ends", {}, { personas: personas.slice(0, 1) });
		expect(ended.deviations).toEqual({ ended_at_once: 2 });
		expect(ended).toMatchObject({ status: "completed", done: 1 });
	});

	it("counts copies of the assistant's words", async () => {
		const ended = await conversed("converse-copies", "person-copies", {}, { personas: personas.slice(0, 1) });
		expect(ended.deviations.copied_assistant).toBe(2);
	});

	it("counts messages copied from another participant, or repeated in each conversation", async () => {
		const ended = await conversed("converse-same", "person-same", {}, { personas: personas.slice(0, 2) });
		expect(ended.deviations).toEqual({ identical_reply: 4, never_ended: 4 });
		expect(ended.done).toBe(2);
	});

	it("makes no answer up: a required one that is missing twice ends the participant", async () => {
		const ended = await conversed("converse-never", "person-prose-always", {}, { personas: personas.slice(0, 1) });
		expect(ended).toMatchObject({
			status: "failed",
			failed: 1,
			failures: { not_parsed: 1 },
			deviations: { not_parsed: 2 },
		});
	});

	it("stops at its budget", async () => {
		const ended = await conversed("converse-budget", "person", {}, { budget: { tokens: 100 }, concurrency: 1 });
		expect(ended.status).toBe("budget");
		expect(ended.tokens).toBeGreaterThanOrEqual(100);
		expect(ended.tokens).toBeLessThan(100 + 33);
	});

	it.each([
		["busy", "rate_limited"],
		["stalls", "timeout"],
		["stalls-late", "timeout"],
	])("records calls that fail, and repeats them: %s", async (fault, reason) => {
		const one = { personas: personas.slice(0, 1), ...within(fault) };
		const ended = await conversed(`converse-${fault}`, `person-${fault}`, {}, one);
		expect(ended).toMatchObject({ status: "completed", done: 1, deviations: {} });
		const calls = await callsOf(ended.run);
		const failed = calls.filter(({ failure }) => failure !== null);
		expect(failed).toHaveLength(calls.length / 2);
		for (const call of failed) expect(call).toMatchObject({ failure: reason, reply: null, attempt: 1 });
	});
});

describe.concurrent("a run that judges", () => {
	const slug = "judged";

	it("rates and ranks the conversations that people had, with the study's own forms", async () => {
		await openStudy(fetchWorker, KEY, study(slug, "person-scale"));
		const people = await Promise.all(["ann", "bob"].map((id) => enrol(fetchWorker, KEY, slug, id)));
		for (const person of people) {
			await walk(fetchWorker, person);
			await drain(person.session);
		}
		const run = await startRun(slug, { condition: "judge", model: "person", participants: "finished", samples: 2 });
		const ended = await finishedRun(slug, run);
		expect(ended).toMatchObject({ status: "completed", done: 4, of: 4, deviations: { out_of_scale: 8 } });
		const ratings = await rows<{ label: string; value: number }>(
			"SELECT * FROM simulation_answers WHERE run_id = ? AND item = 'overall'",
			ended.run,
		);
		expect(ratings).toHaveLength(8);
		const live = await rows<{ label: string }>(
			"SELECT DISTINCT label FROM v_ratings WHERE study = ? AND pool = 'live'",
			slug,
		);
		expect([...new Set(ratings.map(({ label }) => label))].sort()).toEqual(live.map(({ label }) => label).sort());
		expect(ratings.every(({ value }) => Number(value) === 50)).toBe(true);
		const ranks = await rows<{ rank: number; position: number }>(
			"SELECT rank, position FROM simulation_answers WHERE run_id = ? AND kind = 'ranking'",
			ended.run,
		);
		expect(ranks).toHaveLength(8);
		for (const { rank, position } of ranks) expect(rank).toBe(3 - position);
	});

	it.each([
		["busy", "rate_limited"],
		["stalls", "timeout"],
	])("records calls that fail, and repeats them: %s", async (fault, reason) => {
		const name = `judged-${fault}`;
		await openStudy(fetchWorker, KEY, study(name, `person-${fault}`));
		const who = await enrol(fetchWorker, KEY, name, "dee");
		await walk(fetchWorker, who);
		await drain(who.session);
		const asked = { condition: "judge", model: "person", participants: "finished", ...within(fault) };
		const ended = await finishedRun(name, await startRun(name, asked));
		expect(ended).toMatchObject({ status: "completed", done: 1, failed: 0, deviations: {} });
		const calls = await callsOf(ended.run);
		// Two ratings and a ranking.
		expect(calls.map(({ failure }) => failure)).toEqual([reason, null, reason, null, reason, null]);
	});

	it.each([
		["prose", "not_parsed"],
		["scale", "out_of_scale"],
	])("counts %s as %s, asks once more and goes on", async (fault, kind) => {
		const name = `judged-${fault}`;
		await openStudy(fetchWorker, KEY, study(name, `person-${fault}`));
		const who = await enrol(fetchWorker, KEY, name, "dee");
		await walk(fetchWorker, who);
		await drain(who.session);
		const asked = { condition: "judge", model: "person", participants: "finished" };
		const ended = await finishedRun(name, await startRun(name, asked));
		// `scale`: both ratings. A ranking has no scale to leave.
		expect(ended).toMatchObject({ done: 1, deviations: { [kind]: fault === "prose" ? 3 : 2 } });
	});

	it("leaves unanswered questions missing, and deletes an erased person", async () => {
		const missing = "judged-missing";
		await openStudy(fetchWorker, KEY, study(missing, "person-prose-always"));
		const who = await enrol(fetchWorker, KEY, missing, "cy");
		await walk(fetchWorker, who);
		await drain(who.session);
		const run = await startRun(missing, { condition: "judge", model: "person", participants: "finished" });
		const ended = await finishedRun(missing, run);
		expect(ended).toMatchObject({ status: "completed", done: 1, deviations: { not_parsed: 6 } });
		const kept = "SELECT value, rank FROM simulation_answers WHERE run_id = ?";
		expect(await rows(kept, ended.run)).toEqual(Array.from({ length: 4 }, () => ({ value: null, rank: null })));
		await send(`/v1/sessions/${who.session}/withdraw`, { method: "POST", key: who.token, json: { erase: true } });
		await drain(who.session);
		expect(await rows(kept, ended.run)).toEqual([]);
		expect(await callsOf(ended.run)).toEqual([]);
		expect(await rows("SELECT twin FROM simulated_participants WHERE run_id = ?", ended.run)).toEqual([{ twin: null }]);
	});
});
