import { beforeAll, describe, expect, it } from "vitest";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { createStudy, enrol, openStudy, walk } from "../../support/http/participant.ts";
import { finishedRun, type RunBody, readRun, startRun } from "../../support/http/simulation.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const quoted = {
	about: {
		title: "About you",
		items: [
			{ id: "age", kind: "number", label: "How old are you?", min: 0, max: 120 },
			{
				id: "check",
				kind: "choice",
				label: "Take “second”.",
				options: ["first", "second"].map((value) => ({ value, label: value })),
				correct: "second",
			},
		],
	},
};
const study = (slug: string, layout: "single" | "best-of" | "side-by-side" = "single", over: object = {}) => {
	const protocol = smallStudy({ slug, layout, ...over });
	return { ...protocol, forms: { ...protocol.forms, ...quoted } } as ReturnType<typeof smallStudy>;
};
const [ALPHA] = ARM_IDS;

describe("a scripted run", () => {
	const slug = "scripted-run";
	let ended: RunBody;
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, study(slug, "single", { recruitment: { quota: { total: 4 } } }));
		const started = await startRun(slug, {
			condition: "scripted",
			participants: 12,
			seed: 7,
			policy: { preferences: { [ALPHA]: 1 }, noise: 0 },
		});
		expect(started).toMatchObject({ status: "running", done: 0, of: 12, failed: 0, tokens: 0, cost: 0 });
		ended = await finishedRun(slug, started);
	});

	it("takes all participants through the study, and reports its progress", () => {
		expect(ended).toMatchObject({ status: "completed", done: 12, of: 12, failed: 0, secondsLeft: 0, deviations: {} });
	});

	it("writes the rows of people, in a pool of its own that takes no place of theirs", async () => {
		const found = await rows(
			"SELECT pool, status, source FROM sessions WHERE pool = 'simulated' AND status = 'completed'",
		);
		expect(found).toHaveLength(12);
		const flow = await readJson(await send(`/v1/studies/${slug}/flow?pool=live`));
		expect(flow).toMatchObject({ assessed: 0 });
		const people = await Promise.all(["a", "b", "c", "d"].map((id) => enrol(fetchWorker, KEY, slug, id)));
		for (const person of people) {
			expect((await walk(fetchWorker, person)).status).toBe("completed");
			await drain(person.session);
		}
	});

	it("randomises in its own order, and in balance", async () => {
		const found = await rows<{ sequence: string; place: number; randomised_at: string }>(
			"SELECT sequence, place, randomised_at FROM sessions JOIN simulated_participants ON session_id = sessions.id WHERE run_id = ? ORDER BY place",
			ended.run,
		);
		const times = found.map(({ randomised_at }) => randomised_at);
		expect(times).toEqual([...times].sort());
		const sequences = [...new Set(found.map(({ sequence }) => sequence))];
		expect(sequences).toHaveLength(2);
		for (const one of sequences) expect(found.filter(({ sequence }) => sequence === one)).toHaveLength(6);
	});

	it("prefers what its policy prefers: without noise, one label is always first", async () => {
		const first = await rows<{ label: string; n: number }>(
			"SELECT label, count(*) AS n FROM v_rankings WHERE study = ? AND pool = 'simulated' AND rank = 1 GROUP BY label",
			slug,
		);
		expect(first).toHaveLength(1);
		expect(first[0]?.n).toBe(12);
	});

	it("contains nothing about the people's labels", async () => {
		const labels = async (pool: string) =>
			(
				await rows<{ label: string }>("SELECT DISTINCT label FROM v_rankings WHERE study = ? AND pool = ?", slug, pool)
			).map(({ label }) => label);
		const [simulated, live] = [await labels("simulated"), await labels("live")];
		expect(live).toHaveLength(2);
		expect(simulated.filter((label) => live.includes(label))).toEqual([]);
	});

	it("keeps its participants and its request in D1", async () => {
		const [row] = await rows<{ request: string }>("SELECT * FROM simulation_runs WHERE id = ?", ended.run);
		expect(row).toMatchObject({ condition: "scripted", status: "completed", participants: 12, done: 12, seed: 7 });
		expect(JSON.parse(row?.request ?? "")).toMatchObject({ policy: { noise: 0, preferences: { [ALPHA]: 1 } } });
	});

	it("is listed, and is over", async () => {
		const { simulations } = await readJson(await send(`/v1/studies/${slug}/simulations`));
		expect(simulations).toMatchObject([{ run: ended.run, status: "completed" }]);
		for (const control of ["pause", "resume", "cancel"]) {
			const refused = await send(`/v1/studies/${slug}/simulations/${ended.run}/${control}`, { method: "POST" });
			expect(await problemIn(refused)).toMatchObject({ code: "study_state" });
		}
	});
});

it.each(["best-of", "side-by-side"] as const)("goes through a %s study too", async (layout) => {
	const slug = `scripted-${layout}`;
	await openStudy(fetchWorker, KEY, study(slug, layout));
	const run = await startRun(slug, { condition: "scripted", participants: 4 });
	expect(await finishedRun(slug, run)).toMatchObject({ status: "completed", done: 4, failed: 0 });
});

it("lets people drop out, and counts them as ended", async () => {
	const slug = "scripted-leaving";
	await openStudy(fetchWorker, KEY, study(slug));
	const run = await startRun(slug, { condition: "scripted", participants: 4, policy: { dropOut: 1 } });
	expect(await finishedRun(slug, run)).toMatchObject({ status: "completed", done: 4 });
	const flow = await readJson(await send(`/v1/studies/${slug}/flow?pool=simulated`));
	expect(flow).toMatchObject({ randomised: { total: 4, withdrawn: 4, completed: 0 } });
});

it("fails if no participant can take part, and says why", async () => {
	const slug = "scripted-for-the-old";
	const eligibility = [{ form: "about", item: "age", atLeast: 110 }];
	await openStudy(fetchWorker, KEY, study(slug, "single", { eligibility }));
	const run = await startRun(slug, { condition: "scripted", participants: 2 });
	expect(await finishedRun(slug, run)).toMatchObject({ status: "failed", failed: 2, failures: { screened_out: 2 } });
});

it("pauses, resumes and is cancelled", async () => {
	const slug = "scripted-paused";
	await openStudy(fetchWorker, KEY, study(slug));
	const { run } = await startRun(slug, { condition: "scripted", participants: 200, concurrency: 1 });
	const control = async (name: string) => {
		const response = await send(`/v1/studies/${slug}/simulations/${run}/${name}`, { method: "POST" });
		expect(response.status).toBe(200);
		return (await response.json()) as RunBody;
	};
	expect(await control("pause")).toMatchObject({ status: "paused" });
	expect(await control("resume")).toMatchObject({ status: "running" });
	expect(await control("cancel")).toMatchObject({ status: "cancelled", secondsLeft: 0 });
	expect((await readRun(slug, run)).status).toBe("cancelled");
});

describe("a request for a run", () => {
	const slug = "scripted-refused";
	beforeAll(() => openStudy(fetchWorker, KEY, study(slug)));

	it.each([
		[
			"an unknown arm",
			{ condition: "scripted", participants: 1, policy: { preferences: { nobody: 1 } } },
			"/policy/preferences/nobody",
		],
		["a model of a scripted run", { condition: "scripted", participants: 1, model: "model-0" }, "/model"],
		["no participants", { condition: "scripted" }, "/participants"],
		["nobody who has finished", { condition: "scripted", participants: "finished" }, "/participants"],
		["a converse run without a model", { condition: "converse", participants: 1 }, "/model"],
		["an unknown model", { condition: "judge", participants: 1, model: "none" }, "/model"],
		["a policy of a model", { condition: "judge", participants: 1, model: "model-0", policy: {} }, "/policy"],
	])("is refused: %s", async (_, json, pointer) => {
		const refused = await send(`/v1/studies/${slug}/simulations`, { method: "POST", json });
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: [pointer] });
	});

	it("is refused for a draft", async () => {
		await createStudy(fetchWorker, KEY, study("scripted-draft"));
		const json = { condition: "scripted", participants: 1 };
		const refused = await send("/v1/studies/scripted-draft/simulations", { method: "POST", json });
		expect(await problemIn(refused)).toMatchObject({ code: "study_state" });
	});
});
