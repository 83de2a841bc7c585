import { beforeAll, describe, expect, inject, it } from "vitest";
import { expectContract, problemIn, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { finishedRun, startRun } from "../../support/http/simulation.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { load } from "../../support/protocols/personal-study.ts";
import { studyWithSimulator } from "../../support/protocols/study-with-simulator.ts";

const MODEL = "person";
type Prompt = { step: string; entry: string | null; hash: string; messages: { role: string; text: string }[] };
type Previewed = {
	of: number;
	participants: {
		twin: string | null;
		persona: string;
		personaHash: string;
		failure: string | null;
		lacks: string[];
		prompts: Prompt[];
	}[];
};

async function preview(slug: string, json: object, query = ""): Promise<Previewed> {
	const response = await send(`/v1/studies/${slug}/simulations/preview${query}`, { method: "POST", json });
	return (await expectContract("POST", "/v1/studies/{study}/simulations/preview", response)) as Previewed;
}

async function asked(contains: string): Promise<number> {
	const url = new URL(`/requests?contains=${encodeURIComponent(contains)}`, inject("modelServerUrl"));
	return ((await (await fetch(url)).json()) as unknown[]).length;
}

const firstCalls = (run: string) =>
	rows<{ place: number; step: string; prompt: string; prompt_hash: string }>(
		"SELECT place, step, prompt, prompt_hash FROM simulation_calls WHERE run_id = ? AND attempt = 1 ORDER BY place, step",
		run,
	);

async function finishedPerson(slug: string, id: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, slug, id);
	await walk(fetchWorker, who);
	await drain(who.session);
	return who;
}

describe("the preview of a run that judges", () => {
	const slug = "previewed-judge";
	const body = { condition: "judge", model: "person", participants: "finished", samples: 6, seed: 1 };
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, studyWithSimulator(slug, MODEL));
		await finishedPerson(slug, "ann");
	});

	it.each(["seen", "drawn"])("has all prompts that the run sends, byte for byte: positions %s", async (positions) => {
		const { of, participants } = await preview(slug, { ...body, positions }, "?limit=6");
		expect([of, participants.length]).toEqual([6, 6]);
		const ended = await finishedRun(slug, await startRun(slug, { ...body, positions }));
		const sent = await firstCalls(ended.run);
		const shown = participants.flatMap(({ prompts }, place) =>
			prompts
				.map(({ step, hash, messages }) => ({ place, step, prompt: JSON.stringify(messages), prompt_hash: hash }))
				.toSorted((one, other) => (one.step < other.step ? -1 : 1)),
		);
		expect(shown).toEqual(sent);
		expect(sent).toHaveLength(18);
	});

	it("draws positions anew for each sample, and keeps which conversation stands where", async () => {
		const run = await startRun(slug, { ...body, positions: "drawn" });
		const ended = await finishedRun(slug, run);
		const ranked = await rows<{
			sample: number;
			position: number;
			conversation_id: string;
			label: string;
			rank: number;
		}>(
			"SELECT sample, position, conversation_id, label, rank FROM simulation_answers WHERE run_id = ? AND kind = 'ranking' ORDER BY sample, position",
			ended.run,
		);
		const own = await rows<{ id: string; position: number; labels: string }>(
			"SELECT c.id, c.position, c.labels FROM conversations AS c JOIN sessions AS s ON s.id = c.session_id JOIN studies AS t ON t.id = s.study_id WHERE t.slug = ? AND s.pool = 'live'",
			slug,
		);
		// The model ranks the conversation that is shown last first.
		for (const { position, rank } of ranked) expect(rank).toBe(3 - position);
		for (const { conversation_id, label } of ranked)
			expect(own.find(({ id }) => id === conversation_id)?.labels).toBe(label);
		const placed = ranked.map(({ position, conversation_id }) => {
			const saw = own.find(({ id }) => id === conversation_id)?.position;
			return position === saw;
		});
		expect(new Set(placed)).toEqual(new Set([true, false]));
	});

	it("calls no model, and is in the audit", async () => {
		const before = await asked("These are the person");
		await preview(slug, body);
		expect(await asked("These are the person")).toBe(before);
		const entries = await rows("SELECT detail FROM audit WHERE action = 'simulation.preview'");
		expect(entries.length).toBeGreaterThan(0);
	});

	it("names participants without conversations to judge", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "bob");
		await drain(who.session);
		const [row] = await rows<{ participant_id: string }>(
			"SELECT participant_id FROM sessions WHERE id = ?",
			who.session,
		);
		const { participants } = await preview(slug, { ...body, participants: [row?.participant_id], samples: 1 });
		expect(participants).toMatchObject([{ failure: "not_finished", prompts: [] }]);
	});
});

describe("the preview of a run that converses", () => {
	const slug = "previewed-converse";
	const persona = "A person of {{profile.age}} years who likes {{profile.hobby}}.";
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, studyWithSimulator(slug, MODEL));
		await load(
			slug,
			{ participant: "ann", profile: { age: "43", hobby: "sailing" } },
			{ participant: "bob", profile: { age: "44" } },
		);
	});

	it("has the persona and the first message of each conversation, as the run sends them", async () => {
		const body = { condition: "converse", model: "person", participants: "profiles", persona };
		const { participants } = await preview(slug, body, "?limit=2");
		const known = participants.filter(({ failure }) => failure === null);
		expect(known).toMatchObject([{ prompts: [{ entry: "chat" }] }]);
		expect(known[0]?.persona).toContain("43");
		expect(participants.filter(({ failure }) => failure !== null)).toMatchObject([
			{ failure: "profile_incomplete", lacks: ["profile.hobby"], prompts: [] },
		]);
		const ended = await finishedRun(slug, await startRun(slug, body));
		const hashes = (await firstCalls(ended.run)).map(({ prompt_hash }) => prompt_hash);
		for (const { hash } of known[0]?.prompts ?? []) expect(hashes).toContain(hash);
		const [row] = await rows<{ persona_hash: string }>(
			"SELECT persona_hash FROM simulated_participants WHERE run_id = ? AND status = 'done'",
			ended.run,
		);
		expect(row?.persona_hash).toBe(known[0]?.personaHash);
	});

	it.each([
		["a scripted run, which has no prompts", { condition: "scripted", participants: 1 }, "/condition"],
		[
			"positions of a run that converses",
			{ condition: "converse", model: "person", participants: 1, positions: "drawn" },
			"/positions",
		],
		[
			"a template with an unknown field",
			{ condition: "converse", model: "person", participants: 1, persona: "{{age}}" },
			"/persona",
		],
		[
			"a temperature of the rehearsal model",
			{ condition: "judge", model: "model-0", participants: 1, temperature: 1 },
			"/temperature",
		],
	])("refuses %s", async (_, json, pointer) => {
		const refused = await send(`/v1/studies/${slug}/simulations/preview`, { method: "POST", json });
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: [pointer] });
	});
});
