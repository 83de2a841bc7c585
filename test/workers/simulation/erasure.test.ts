import { env, runInDurableObject } from "cloudflare:test";
import { expect, inject, it } from "vitest";
import { readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { finishedRun, readRun, startRun } from "../../support/http/simulation.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { load } from "../../support/protocols/personal-study.ts";
import { studyWithSimulator } from "../../support/protocols/study-with-simulator.ts";

const PERSONA = "You collect {{profile.hobby}}.";
const converse = { condition: "converse", model: "person", participants: "finished", persona: PERSONA };

const stubOf = async (slug: string) => {
	const { id } = await readJson(await send(`/v1/studies/${slug}`));
	return env.SIMULATIONS.get(env.SIMULATIONS.idFromName(String(id)));
};

/** All that the object of a study's simulations has stored. */
const stored = async (slug: string): Promise<string> =>
	runInDurableObject(await stubOf(slug), (_, { storage }) => {
		const tables = ["runs", "people", "answers", "said", "outgoing", "deviations"];
		return JSON.stringify(tables.map((table) => storage.sql.exec(`SELECT * FROM ${table}`).toArray()));
	});

/** All rows of a study's simulated participants in D1. */
async function inD1(run: string): Promise<string> {
	const sessions = await rows<{ session_id: string | null }>(
		"SELECT session_id FROM simulated_participants WHERE run_id = ?",
		run,
	);
	const found: unknown[] = [];
	for (const { session_id } of sessions)
		for (const table of ["conversations", "turns", "candidates", "answers", "ratings", "rankings"])
			found.push(await rows(`SELECT * FROM ${table} WHERE session_id = ?`, session_id));
	found.push(
		await rows(
			"SELECT i.* FROM participant_identities AS i JOIN sessions AS s USING (participant_id) JOIN simulated_participants AS p ON p.session_id = s.id WHERE p.run_id = ?",
			run,
		),
		await rows("SELECT * FROM simulated_participants WHERE run_id = ?", run),
		await rows("SELECT * FROM simulation_calls WHERE run_id = ?", run),
		await rows("SELECT * FROM simulation_answers WHERE run_id = ?", run),
	);
	return JSON.stringify(found.flat());
}

async function finishedPerson(
	slug: string,
	id: string,
	loadedBy: { source?: string } = { source: "test" },
): Promise<Participant & { participant: string }> {
	await load(slug, { participant: id, ...loadedBy, profile: { hobby: `beetles-of-${id}` } });
	const who = await enrol(fetchWorker, KEY, slug, id);
	await walk(fetchWorker, who);
	await drain(who.session);
	const [row] = await rows<{ participant_id: string }>("SELECT participant_id FROM sessions WHERE id = ?", who.session);
	return { ...who, participant: row?.participant_id ?? "" };
}

const eraseAll = async ({ session, token }: { readonly session: string; readonly token: string }) => {
	await send(`/v1/sessions/${session}/withdraw`, { method: "POST", key: token, json: { erase: true } });
	await drain(session);
};

it("takes a person's twins with the person: their sessions, texts, prompts and the link in their ids", async () => {
	const slug = "twins-erased";
	await openStudy(fetchWorker, KEY, studyWithSimulator(slug, "person"));
	const [ann, bob] = [await finishedPerson(slug, "ann"), await finishedPerson(slug, "bob")];
	const { run } = await finishedRun(slug, await startRun(slug, { ...converse, samples: 2 }));
	const judged = await finishedRun(slug, await startRun(slug, { ...converse, condition: "judge" }));
	const twins = await rows<{ session_id: string; twin: string }>(
		"SELECT session_id, twin FROM simulated_participants WHERE run_id = ?",
		run,
	);
	expect(await inD1(run)).toContain("beetles-of-ann");
	expect(await stored(slug)).toContain(ann.participant);

	await eraseAll(ann);
	for (const { session_id, twin } of twins) if (twin === ann.participant) await drain(session_id);

	for (const text of [await stored(slug), await inD1(run), await inD1(judged.run)]) {
		expect(text).not.toContain(ann.participant);
		expect(text).not.toContain("beetles-of-ann");
		expect(text).toContain(bob.participant);
	}
	const left = await rows<{ status: string; source: string; turns: number }>(
		"SELECT s.status, s.source, (SELECT count(*) FROM turns AS t WHERE t.session_id = s.id) AS turns FROM sessions AS s JOIN simulated_participants AS p ON p.session_id = s.id WHERE p.run_id = ? ORDER BY p.place",
		run,
	);
	const gone = { status: "withdrawn", source: "erased", turns: 0 };
	const kept = { status: "completed", source: "simulated", turns: 2 };
	const isAnn = twins.map(({ twin }) => twin === ann.participant);
	expect(left).toEqual(isAnn.map((is) => (is ? gone : kept)));
	// Done participants stay counted.
	expect(await readRun(slug, run)).toMatchObject({ status: "completed", done: 4 });
});

it("takes the twins of a person whose profile is deleted", async () => {
	const slug = "twins-of-a-profile";
	await openStudy(fetchWorker, KEY, studyWithSimulator(slug, "person"));
	await load(slug, { participant: "cleo", source: "test", profile: { hobby: "beetles-of-cleo" } });
	const { run } = await finishedRun(slug, await startRun(slug, { ...converse, participants: "profiles" }));
	const [twin] = await rows<{ session_id: string; twin: string }>(
		"SELECT session_id, twin FROM simulated_participants WHERE run_id = ?",
		run,
	);
	const deleted = await send(`/v1/studies/${slug}/profiles/cleo?source=test`, { method: "DELETE" });
	expect(deleted.status).toBe(204);
	await drain(twin?.session_id ?? "");
	for (const text of [await stored(slug), await inD1(run)]) {
		expect(text).not.toContain("beetles-of-cleo");
		expect(text).not.toContain(twin?.twin);
	}
	expect(await rows("SELECT id FROM turns WHERE session_id = ?", twin?.session_id)).toEqual([]);
});

it("stores nothing of a twin whose person is erased while the model answers", async () => {
	const slug = "twins-in-progress";
	await openStudy(fetchWorker, KEY, studyWithSimulator(slug, "hold:twins"));
	const dora = await finishedPerson(slug, "dora");
	const { run } = await startRun(slug, converse);
	const held = new URL("/requests?contains=beetles-of-dora", inject("modelServerUrl"));
	await eventually(async () => ((await (await fetch(held)).json()) as unknown[]).length > 0, "the model's call");
	await eraseAll(dora);
	await fetch(new URL("/release?key=twins", inject("modelServerUrl")), { method: "POST" });
	expect(await finishedRun(slug, { run })).toMatchObject({ status: "failed", failures: { erased: 1 } });
	for (const text of [await stored(slug), await inD1(run)]) {
		expect(text).not.toContain("beetles-of-dora");
		expect(text).not.toContain(dora.participant);
	}
});

it("does not erase the person when their twin's session is erased", async () => {
	const slug = "twin-alone";
	await openStudy(fetchWorker, KEY, studyWithSimulator(slug, "person"));
	const eve = await finishedPerson(slug, "eve");
	const { run } = await finishedRun(slug, await startRun(slug, converse));
	const [twin] = await rows<{ session_id: string }>(
		"SELECT session_id FROM simulated_participants WHERE run_id = ?",
		run,
	);
	const session = twin?.session_id ?? "";
	const reason = { reason: "To erase it." };
	const { url } = await readJson(
		await send(`/v1/studies/${slug}/sessions/${session}/link`, { method: "POST", json: reason }),
	);
	await eraseAll({ session, token: String(url).split("#")[1] ?? "" });
	expect(await rows("SELECT id FROM turns WHERE session_id = ?", session)).toEqual([]);
	expect(await rows("SELECT profile FROM profiles WHERE participant_id = ?", eve.participant)).toHaveLength(1);
	expect(await rows("SELECT id FROM turns WHERE session_id = ?", eve.session)).toHaveLength(2);
	expect(await rows("SELECT id FROM simulation_calls WHERE run_id = ?", run)).not.toHaveLength(0);
});

it("gives a twin the profile that was loaded without a source, and erases the twin with that profile", async () => {
	const slug = "twins-without-a-source";
	await openStudy(fetchWorker, KEY, studyWithSimulator(slug, "person"));
	await finishedPerson(slug, "gus", {});
	const { run, done } = await finishedRun(slug, await startRun(slug, converse));
	expect(done).toBe(1);
	expect(await inD1(run)).toContain("beetles-of-gus");
	await send(`/v1/studies/${slug}/profiles/gus`, { method: "DELETE" });
	await eventually(async () => !(await inD1(run)).includes("beetles-of-gus"), "the erasure of the twin");
	expect(await stored(slug)).not.toContain("beetles-of-gus");
});
